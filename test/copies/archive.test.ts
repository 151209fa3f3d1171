import { expect, it } from 'vitest'
import { renderForm, toMillimetres } from '../../src/index.js'
import { signPdf } from '../../src/sign/index.js'
import { performanceTarget } from '../../templates/index.js'
import { judge, withVeraPdf } from '../archive/verapdf.js'
import { baseline } from '../images/jpegs.js'
import { sealPng } from '../images/make-png.js'
import { makeKey, now, signerOf } from '../sign/keys.js'
import { everySample, readSample } from './support/samples.js'

const images = { seal: { bytes: sealPng() }, edgeSeal: { bytes: sealPng() }, handler: { bytes: baseline } }

/** The whole way, as a caller goes it: copies as they come out of `renderForm`, with pictures and signatures. */
withVeraPdf('veraPDF finds no fault in what the copies claim', () => {
  it('PDF/A-3u or 2u, and PDF/UA-1: every sample, variant and kind, signed and unsigned', async () => {
    const pdfs = new Map<string, Uint8Array>()
    const signer = signerOf(makeKey('rsa', '李明'))
    for (const [sample, template] of everySample) {
      for (const options of [
        { copy: 'final' },
        { copy: 'public', drop: ['names'] },
        { copy: 'final', attachData: false },
        { copy: 'final', images },
      ] as const) {
        const { pdf, pages } = await renderForm(performanceTarget, readSample(sample), { template, ...options })
        const name = `${sample} ${template} ${Object.entries(options)
          .map(([key, value]) => `${key} ${typeof value === 'object' ? '' : value}`)
          .join(' ')}`
        pdfs.set(name, pdf)
        // What a signature adds does not depend on the kind of the copy: pictures and all, it is judged once.
        if (!('images' in options)) continue
        const { number, places = [] } = toMillimetres(pages).at(-1)!
        const { x, y, width, height } = places.find((place) => place.name === 'responsible')!
        pdfs.set(
          `${name}, signed`,
          await signPdf(pdf, { signer, time: now(), place: { page: number, x, y, width, height } }),
        )
      }
    }
    for (const [name, verdicts] of await judge(pdfs)) {
      expect(verdicts, name).toEqual([`PASS ${name.includes('attachData') ? '2u' : '3u'}`, 'PASS ua1'])
    }
  })
})
