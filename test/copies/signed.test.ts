import { describe, expect, it } from 'vitest'
import { renderForm, type SigningPlace, toMillimetres, verifyCopy } from '../../src/index.js'
import { readSignatures, signPdf, verifySignatures } from '../../src/sign/index.js'
import { performanceTarget } from '../../templates/index.js'
import { withJudge } from '../sign/judges.js'
import { makeKey, now, signerOf } from '../sign/keys.js'
import { createRandom, mutationsOfSigned } from './support/mutate.js'
import { readSample } from './support/samples.js'

withJudge('openssl', 'a signed copy', () => {
  const time = now()
  const handler = signerOf(makeKey('p256', '李明'))
  const responsible = signerOf(makeKey('rsa', '王刚'))
  const print = () => renderForm(performanceTarget, readSample('04-small-business-upgrade.json'), { copy: 'final' })
  type Printed = Awaited<ReturnType<typeof print>>

  const placeOf = ({ pages }: Printed, name: string) => {
    const page = toMillimetres(pages).find(({ places }) => places?.some((place) => place.name === name))!
    const place = page.places!.find((one) => one.name === name) as SigningPlace
    const { x, y, width, height } = place
    return { page: page.number, x, y, width, height }
  }
  const signTwice = async (printed: Printed) => {
    const reserve = [{ field: 'responsible', place: placeOf(printed, 'responsible') }]
    const once = await signPdf(printed.pdf, {
      signer: handler,
      time,
      place: placeOf(printed, 'handler'),
      field: 'handler',
      reserve,
    })
    return signPdf(once, { signer: responsible, time, field: 'responsible' })
  }

  it('by two people, at their places, is reproduced', async () => {
    const printed = await print()
    const signed = await signTwice(printed)
    expect((await verifySignatures(signed)).map(({ verdict }) => verdict)).toEqual(['intact', 'intact'])
    expect(await verifyCopy(signed, { expectedCode: printed.code! })).toMatchObject({
      verdict: 'reproduced',
      signatures: 2,
    })
  })

  it('whose unsigned part was changed is found', async () => {
    const { pdf } = await print()
    const other = await renderForm(
      performanceTarget,
      { ...readSample('04-small-business-upgrade.json'), plan: '另一个计划' },
      { copy: 'final' },
    )
    const mixed = pdf.slice()
    mixed[pdf.indexOf(0x80) + 10]! ^= 1
    expect((await verifyCopy(await signPdf(mixed, { signer: handler, time }))).verdict).not.toBe('reproduced')
    const resigned = await signPdf(other.pdf, { signer: handler, time })
    expect(await verifyCopy(resigned, { expectedCode: (await print()).code! })).toMatchObject({ verdict: 'other-code' })
  })

  it.each([
    ['the grid', { page: 1, x: 100, y: 60, width: 60, height: 20 }],
    ['the title', { page: 1, x: 80, y: 17, width: 40, height: 8 }],
    ['the verification code', { page: 2, x: 80, y: 280, width: 60, height: 8 }],
    ['the QR code', { page: 2, x: 180, y: 276, width: 20, height: 20 }],
  ])('whose signature covers %s is found', async (_, place) => {
    const { pdf } = await print()
    const verdict = await verifyCopy(await signPdf(pdf, { signer: handler, time, place }))
    expect(verdict).toMatchObject({ verdict: 'altered', reasons: [expect.stringContaining('签名盖住了')] })
  })

  it('may be signed in the white of the page and over the signature line', async () => {
    const printed = await print()
    for (const place of [placeOf(printed, 'seal'), { page: 2, x: 60, y: 250, width: 60, height: 20 }]) {
      expect(await verifyCopy(await signPdf(printed.pdf, { signer: handler, time, place }))).toMatchObject({
        verdict: 'reproduced',
        signatures: 1,
      })
    }
  })

  it('is found when a byte of a signature is changed, wherever it stands', async () => {
    const signed = await signTwice(await print())
    const [start, length, end] = readSignatures(signed)[0]!.byteRange
    for (let at = start + length; at < end; at += 499) {
      const mutated = Uint8Array.from(signed, (byte, index) => (index === at ? byte ^ 0x20 : byte))
      expect((await verifyCopy(mutated)).verdict).toBe('altered')
    }
  })

  it('whose appended objects cannot be read any more is altered, and nothing is thrown', async () => {
    const printed = await print()
    const signed = await signTwice(printed)
    const brackets = [...signed.keys()].filter(
      (at) => at > printed.pdf.length && (signed[at] === 0x5b || signed[at] === 0x5d),
    )
    expect(brackets.length).toBeGreaterThan(10)
    for (const at of brackets.filter((_, index) => index % Math.ceil(brackets.length / 30) === 0)) {
      const broken = Uint8Array.from(signed)
      broken[at] = 0x7d
      expect((await verifyCopy(broken)).verdict).not.toBe('reproduced')
    }
  })

  describe('after any mutation', () => {
    const names = Object.keys(mutationsOfSigned)
    it.each(names)('%s: is not accepted', async (name) => {
      const signed = await signTwice(await print())
      for (let round = 0; round < 12; round++) {
        const mutated = mutationsOfSigned[name]!(signed, createRandom(77 * round + names.indexOf(name)))
        expect((await verifyCopy(mutated)).verdict).not.toBe('reproduced')
      }
    })
  })
})
