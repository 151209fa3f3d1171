import { beforeAll, describe, expect, it } from 'vitest'
import { type CopyRecord, codeOf, writeRecord } from '../../src/copies/copy-record.js'
import { readRecord } from '../../src/copies/read-record.js'
import { verify } from '../../src/copies/verify-copy.js'
import { finishPdf } from '../../src/finish/finish-pdf.js'
import { FormError, fontFiles, readForm, readJson, renderForm, type Verdict, verifyCopy } from '../../src/index.js'
import { canonicalJson } from '../../src/input/canonical-json.js'
import { performanceTarget } from '../../templates/index.js'
import { baseline } from '../images/jpegs.js'
import { sealPng } from '../images/make-png.js'
import { createRandom, mutations } from './support/mutate.js'
import { everySample, platform, readSample } from './support/samples.js'

const SAMPLE = '04-small-business-upgrade.json'
const images = { seal: { bytes: sealPng() }, edgeSeal: { bytes: sealPng() }, handler: { bytes: baseline } }
const print = (options: object = {}) => renderForm(performanceTarget, readSample(SAMPLE), { copy: 'final', ...options })

describe('a copy', () => {
  it.each(everySample)('of %s in %s gives its data back and is reproduced', async (sample, template) => {
    const data = readSample(sample)
    const { pdf, code } = await renderForm(performanceTarget, data, { copy: 'final', template })
    expect(await readForm(pdf)).toEqual(data)
    expect(await verifyCopy(pdf, { expectedCode: code! })).toMatchObject({
      verdict: 'reproduced',
      code,
      copy: 'final',
      signatures: 0,
    })
  })

  it('keeps amounts to the last written digit', async () => {
    const data = readJson(JSON.stringify(readSample(SAMPLE)).replace(/"total":\d+/, '"total":8300000.50'))
    const { pdf } = await renderForm(performanceTarget, data as never, { copy: 'final' })
    const again = await readForm(pdf)
    expect(canonicalJson(again)).toBe(canonicalJson(data))
    expect((await renderForm(performanceTarget, again as never, { copy: 'final' })).pdf).toEqual(pdf)
  })

  it.each([
    ['pictures', { images }],
    ['a title and a date', { title: '表 & <甲> "乙"', creationDate: '2024-02-29T08:00:00Z' }],
    [
      'a template of one’s own',
      { template: { ...performanceTarget.templates['yangquan-2023'], id: 'own', title: '自定表' } },
    ],
    ['masking', { copy: 'public', drop: ['phone', 'names'] }],
  ])('with %s is reproduced', async (_, options) => {
    const { pdf, code } = await print(options)
    expect(await verifyCopy(pdf)).toMatchObject({ verdict: 'reproduced', code })
    expect((await print(options)).pdf).toEqual(pdf)
  })

  it('has a code of what decides its bytes: each of these changes it', async () => {
    const own = { ...performanceTarget.templates['yangquan-2023'], source: '别的依据' }
    const choices = [
      {},
      { title: '甲' },
      { creationDate: '2024-02-29' },
      { images },
      { template: 'national-2015' },
      { template: own },
      { copy: 'public' },
      { copy: 'public', drop: ['names'] },
    ]
    const codes = await Promise.all(choices.map(async (options) => (await print(options)).code))
    expect(new Set(codes).size).toBe(choices.length)
    expect((await print({ attachData: false })).code).toBe(codes[0])
    expect((await print({ strict: false, today: '2026-01-01' })).code).toBe(codes[0])
  })

  it('with a font of the user needs that font again, by its content', async () => {
    const path = fontFiles()['hei'] as string
    const template = {
      ...performanceTarget.templates['national-2015']!,
      type: {
        ...performanceTarget.templates['national-2015']!.type,
        body: { role: 'fangsong', size: 9, lineHeight: 11.5 },
      },
    }
    const { pdf } = await print({ template, fonts: { fangsong: { path } } })
    const without = await verifyCopy(pdf)
    expect(without).toMatchObject({
      verdict: 'needs-material',
      diagnostics: [{ code: 'copy-material', facts: { role: 'fangsong' } }],
    })
    expect(JSON.stringify(without)).not.toContain(path)
    expect(await verifyCopy(pdf, { fonts: { fangsong: { path: fontFiles()['songBold'] as string } } })).toMatchObject({
      verdict: 'needs-material',
    })
    expect(await verifyCopy(pdf, { fonts: { fangsong: { path } } })).toMatchObject({ verdict: 'reproduced' })
  })

  it('without its data cannot be verified by itself, and says so', async () => {
    const { pdf } = await print({ attachData: false })
    expect(await verifyCopy(pdf)).toMatchObject({
      verdict: 'not-ours',
      reasons: [expect.stringContaining('没有附带制作数据')],
    })
    await expect(readForm(pdf)).rejects.toThrow(FormError)
  })
})

describe('the verdict', () => {
  it('on a complete reprint of other data: not the code you hold', async () => {
    const held = (await print()).code!
    const forged = await renderForm(
      performanceTarget,
      { ...readSample(SAMPLE), overview: '别的内容' },
      { copy: 'final' },
    )
    expect(await verifyCopy(forged.pdf, { expectedCode: held })).toMatchObject({
      verdict: 'other-code',
      code: forged.code,
      expectedCode: held,
      reasons: [expect.stringContaining('不是所持的那一份')],
    })
  })

  it('needs a code that was typed without a slip', async () => {
    const { pdf, code } = await print()
    await expect(verifyCopy(pdf, { expectedCode: code!.slice(0, -1) })).rejects.toThrow('校验位不符')
    expect(await verifyCopy(pdf, { expectedCode: code!.toLowerCase().replaceAll('-', ' ') })).toMatchObject({
      verdict: 'reproduced',
    })
  })

  it('on a copy of another version: needs that one', async () => {
    const { pdf } = await print()
    const later = { ...platform, creator: 'jixiao-forms 9.9.9' }
    const version = readRecord(pdf).creator.split(' ')[1]
    expect(await verify(pdf, { forms: [performanceTarget] }, later)).toMatchObject({
      verdict: 'needs-version',
      version,
      reasons: [expect.stringContaining('9.9.9')],
    })
  })

  it('without the form: needs it', async () => {
    const { pdf } = await print()
    expect(await verify(pdf, { forms: [] }, { ...platform, creator: readRecord(pdf).creator })).toMatchObject({
      verdict: 'needs-material',
    })
  })

  it.each([
    ['another character on a page', /第[12]页/],
    ['another amount in the data', /附带的验证码|第1页/],
    ['the attachment gone', /没有附带制作数据/],
    ['a page less', /共1页/],
    ['another title', /元数据/],
    ['bytes behind the end', /末尾多出|PDF文件有误/],
    ['an update with another page', /末尾多出/],
    ['a second attachment', /不止一个文件/],
    ['data that is no JSON', /附带的制作数据已损坏/],
  ])('names what was changed: %s', async (name, words) => {
    const { pdf } = await print()
    const verdict = await verifyCopy(mutations[name]!(pdf, createRandom(1)))
    expect(['altered', 'not-ours']).toContain(verdict.verdict)
    expect(verdict.reasons.join('')).toMatch(words)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('这不是PDF')],
    ['a picture', sealPng()],
    ['the head of a PDF', Buffer.from('%PDF-1.7\n')],
  ])('on %s: not one of ours', async (_, bytes) => {
    expect(await verifyCopy(bytes)).toMatchObject({ verdict: 'not-ours' })
    await expect(readForm(bytes)).rejects.toThrow(FormError)
  })

  it('on a plain copy: not one of ours', async () => {
    expect(await verifyCopy((await print({ copy: 'plain' })).pdf)).toMatchObject({ verdict: 'not-ours' })
  })
})

it('on a copy that another program wrote as a linearized file: altered; on a plain print, not one of ours', async () => {
  // Its first table leads on to one that stands behind it (ISO 32000-1, annex F).
  const linearized = (pdf: Uint8Array): Uint8Array =>
    Buffer.from(
      Buffer.from(pdf)
        .toString('latin1')
        .replace(/trailer\s*<</, '$&/Prev 99999999'),
      'latin1',
    )
  const { verdict, reasons } = await verifyCopy(linearized((await print()).pdf))
  expect(verdict).toBe('altered')
  expect(reasons.join()).toContain('另存')
  expect(await verifyCopy(linearized((await print({ copy: 'plain' })).pdf))).toMatchObject({ verdict: 'not-ours' })
})

describe('200 random mutations', () => {
  let pdf = new Uint8Array()
  let code = ''
  beforeAll(async () => {
    const printed = await print({ images: { seal: images.seal } })
    pdf = new Uint8Array(printed.pdf)
    code = printed.code!
  })
  const names = Object.keys(mutations)

  it.each(names)('%s: none is accepted, none crashes', async (name) => {
    for (let round = 0; round < Math.ceil(200 / names.length); round++) {
      const mutated = mutations[name]!(pdf, createRandom(1000 * round + names.indexOf(name)))
      if (Buffer.compare(mutated, pdf) === 0) throw new Error('nothing was changed')
      const verdict = await verifyCopy(mutated, { expectedCode: code })
      expect(verdict.verdict).not.toBe('reproduced')
      expect(verdict.reasons.length).toBeGreaterThan(0)
    }
  })
})

describe('hostile files of 50 MB', () => {
  const big = (unit: string, head = '%PDF-1.7\n', tail = '') =>
    Buffer.concat([Buffer.from(head), Buffer.alloc(50_000_000, unit), Buffer.from(tail)])
  it.each([
    ['zeros', big('\0')],
    ['brackets', big('(')],
    ['dictionaries', big('<<')],
    ['our name', big('(jixiao-forms')],
    [
      'cross-references',
      big(
        '0000000010 00000 n \n',
        '%PDF-1.7\nxref\n0 2500000\n',
        '\ntrailer\n<</Size 2500000 /Root 1 0 R>>\nstartxref\n9\n%%EOF\n',
      ),
    ],
    ['starts of objects', big('1 0 obj\n', '%PDF-1.7\n', '\nstartxref\n9\n%%EOF\n')],
  ])('%s: a verdict within seconds', async (_, bytes) => {
    const start = performance.now()
    const verdict: Verdict = await verifyCopy(bytes)
    expect(['not-ours', 'altered']).toContain(verdict.verdict)
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})

describe('the record', () => {
  it('of a newer format asks for a newer package; a broken one is told', async () => {
    const { pdf } = await print()
    const record = readRecord(pdf)
    expect(codeOf(inputsOf(record))).toBe(record.code)
    const swapped = async (value: unknown) => replaceAttachment(writeRecord(value as CopyRecord))
    expect(await verifyCopy(await swapped({ ...record, formatVersion: 2, extra: 1 }))).toMatchObject({
      verdict: 'needs-version',
      diagnostics: [{ code: 'copy-format-version' }],
    })
    expect(await verifyCopy(await swapped({ ...record, copy: 'plain' }))).toMatchObject({ verdict: 'altered' })
    expect(await verifyCopy(await swapped({ ...record, extra: 1 }))).toMatchObject({ verdict: 'altered' })
    expect(await verifyCopy(await swapped({ format: 'other' }))).toMatchObject({ verdict: 'not-ours' })
    expect(
      await verifyCopy(await swapped({ ...record, data: { ...(record.data as object), overview: 5 } })),
    ).toMatchObject({ verdict: 'altered' })
  })
  const inputsOf = ({ code: _, materials: __, ...inputs }: CopyRecord) => inputs

  /** A sound file of one blank page with this attached. */
  const replaceAttachment = async (bytes: Uint8Array) => {
    const { paintPages } = await import('../../src/paint/paint-pages.js')
    const { openFontBook } = await import('../../src/fonts/font-book.js')
    const { fakePage } = await import('../paint/fake-pages.js')
    const book = openFontBook({ shipped: platform.shippedFonts() })
    const info = {
      title: '表',
      language: 'zh-CN',
      creator: 'jixiao-forms',
      attachments: [
        { name: 'form.json', mimeType: 'application/json', bytes, relationship: 'Source', description: '' },
      ],
    } as const
    return finishPdf(await paintPages([fakePage(book, ['甲'])], book, info), info)
  }

  it('has no paths, no names of users or machines', async () => {
    const { pdf } = await print({ images: { seal: images.seal } })
    expect(Buffer.from(writeRecord(readRecord(pdf))).toString()).not.toMatch(/\/(home|tmp|root|Users)\//)
  })
})
