/** The file as other programs judge it: sound structure, every font embedded, nothing active, metadata that parses. */
import { describe, expect, it } from 'vitest'
import { renderForm } from '../../src/index.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'
import { onPdf } from '../support/outside/extract.js'
import { HOSTILE_FORMS, readSample, SAMPLE_FILES } from '../support/outside/hostile-forms.js'
import { needs } from '../support/outside/needs.js'

const sources: readonly (readonly [name: string, make: () => PerformanceTargetInput])[] = [
  ...SAMPLE_FILES.map((name) => [`sample ${name}`, () => readSample(name)] as const),
  ...['nothing at all', 'rare characters', 'quotes and brackets', '99 groups', 'group names of 400 characters'].map(
    (name) => [name, HOSTILE_FORMS[name] as () => PerformanceTargetInput] as const,
  ),
]

const text = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

describe.each(sources)('%s', (_, make) => {
  needs('qpdf')('to qpdf', () => {
    it('is sound', async () => {
      const { pdf } = await renderForm(performanceTarget, make())
      expect(onPdf(pdf, 'qpdf', ['--check', '{pdf}']).toString()).toMatch(/No syntax or stream encoding errors/)
    })
  })

  needs('pdffonts')('to pdffonts', () => {
    it('has every font embedded as a subset, with its Unicode', async () => {
      const { pdf } = await renderForm(performanceTarget, make())
      const [, , ...fonts] = onPdf(pdf, 'pdffonts', ['{pdf}']).toString().trimEnd().split('\n')
      expect(fonts.length).toBeGreaterThan(0)
      for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/)
    })
  })

  it('has a classic table, no script, no link, no attachment', async () => {
    const { pdf } = await renderForm(performanceTarget, make())
    expect(text(pdf)).toMatch(/^%PDF-1\.7\n/)
    expect(text(pdf)).toMatch(/\nxref\n0 \d+\n[\s\S]*\ntrailer\n[\s\S]*startxref\n\d+\n%%EOF\n?$/)
    // Compressed bytes may spell anything.
    const objects = text(pdf).replace(/\nstream\n[\s\S]*?\nendstream\n/g, '\n')
    expect(objects).toContain('/Type /Catalog')
    expect(objects).not.toMatch(/\/(JavaScript|JS|URI|Launch|OpenAction|EmbeddedFile|ObjStm)\b/)
  })
})

describe('what a file says of itself', () => {
  const titled = (title: string) => renderForm(performanceTarget, readSample('01-heating-allowance'), { title })
  const xmp = (pdf: Uint8Array): string =>
    /<\?xpacket begin[\s\S]*<\?xpacket end="r"\?>/.exec(Buffer.from(pdf).toString('utf8'))?.[0] ?? ''
  const id = (pdf: Uint8Array): string => /\/ID \[\s*<([0-9A-Fa-f]+)>\s*<\1>\s*\]/.exec(text(pdf))?.[1] ?? ''

  it('is well-formed whatever the title', async () => {
    const { pdf } = await titled(`甲&乙<丙>"丁"'戊'(己)\\庚]]>𠮷`)
    const packet = xmp(pdf)
    expect(packet).toContain('甲&amp;乙&lt;丙&gt;')
    expect(packet.replace(/&(amp|lt|gt|quot|apos);/g, '')).not.toMatch(/&|<(?![/?]?[A-Za-z!?])/)
  })

  needs('pdfinfo')('to pdfinfo', () => {
    it('is the title, and the date of the form, not of the day', async () => {
      const { pdf } = await titled(`甲&乙<丙>"丁"(己)\\庚 𠮷`)
      const info = onPdf(pdf, 'pdfinfo', ['-rawdates', '{pdf}']).toString()
      expect(info).toContain('甲&乙<丙>"丁"(己)\\庚 𠮷')
      expect(info).toMatch(/CreationDate:\s+D:20230128/)
      expect(info).toMatch(/JavaScript:\s+no/)
      expect(info).toMatch(/Encrypted:\s+no/)
    })
  })

  it('is identified by what it holds', async () => {
    const one = await titled('甲')
    const same = await titled('甲')
    const other = await renderForm(
      performanceTarget,
      { ...readSample('01-heating-allowance'), plan: '另一个计划' },
      { title: '甲' },
    )
    expect(id(one.pdf)).toMatch(/^[0-9A-Fa-f]{32}$/)
    expect(id(same.pdf)).toBe(id(one.pdf))
    expect(id(other.pdf)).not.toBe(id(one.pdf))
  })
})
