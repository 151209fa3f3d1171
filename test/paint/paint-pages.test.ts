import { describe, expect, test } from 'vitest'
import { readClassicPdf } from '../../src/finish/classic-pdf.js'
import { finishPdf } from '../../src/finish/finish-pdf.js'
import { openFontBook } from '../../src/fonts/font-book.js'
import { pt } from '../../src/layout/length.js'
import type { Page } from '../../src/layout/page.js'
import { paintPages } from '../../src/paint/paint-pages.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import { tinyOtf } from '../fonts/tiny-cff.js'
import { composite, square, tinyFont } from '../fonts/tiny-font.js'
import { type FakeRun, fakePage } from './fake-pages.js'
import { hasProgram, muText, pdfJsText, pdfText, run, runBinary, withoutSpace } from './read-back.js'

const info = { title: '表', language: 'zh-CN', creator: 'test' } as const
const book = openFontBook({ shipped: shippedFonts() })
const paint = (pages: readonly Page[], fonts = book) => paintPages(pages, fonts, info)
const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

/** Content streams in page order. */
const contents = (pdf: Uint8Array): string[] =>
  readClassicPdf(pdf).objects.flatMap(({ stream }) => {
    const text = stream === undefined ? '' : latin(stream)
    return text.startsWith('1 0 0 -1') ? [text] : []
  })

const programs = { pdftotext: hasProgram('pdftotext'), mutool: hasProgram('mutool'), qpdf: hasProgram('qpdf') }

const LINES: readonly (string | readonly FakeRun[])[] = [
  [
    { text: '项目支出绩效目标表', role: 'songBold' },
    { text: '（2023年度）', role: 'hei' },
  ],
  '　　1,234.56万元，≥90%；财预〔2020〕10号；-5℃，±3%——……',
  // Shared glyphs, supplementary planes, the rare file.
  '一⼀生⽣ 𠮷野 䶮 𬱖 㐀𠀀𪜀𫝀𫠠𬺰',
  // Variation sequences with and without a glyph, in both planes; combining marks.
  '葛\u{E0100}城 辻\uFE00 𠮷\u{E0101} e\u0301',
  [{ text: '说' }, { text: '“', half: 'open' }, { text: '你好' }, { text: '。', half: 'close' }, { text: '”' }],
  [{ text: '两端e\u0301齐葛\u{E0100}', letterSpacing: pt(0.2) }],
  '☐☑☒✔✗ ①Ⅳ‰ “fi” ffl',
]
const expected = withoutSpace(
  LINES.map((line) => (typeof line === 'string' ? line : line.map(({ text }) => text).join(''))).join(''),
)

describe('every character is read back as itself', () => {
  test('by pdf.js', async () => {
    const [text = ''] = await pdfJsText(await paint([fakePage(book, LINES)]))
    expect(withoutSpace(text)).toBe(expected)
  })
  test.skipIf(!programs.pdftotext)('by poppler', async () => {
    expect(withoutSpace(pdfText(await paint([fakePage(book, LINES)])))).toBe(expected)
  })
  test.skipIf(!programs.mutool)('by MuPDF', async () => {
    expect(withoutSpace(muText(await paint([fakePage(book, LINES)])))).toBe(expected)
  })
  test.each([false, true])('in a CFF font of the user, CID-keyed %s', async (cidKeyed) => {
    const own = openFontBook({ shipped: shippedFonts(), user: { kai: { bytes: tinyOtf({ cidKeyed }) } } })
    const pdf = await paint([fakePage(own, [[{ text: '一⼀丁一\uFE00', role: 'kai' }]])], own)
    expect(latin(pdf)).toContain('/CIDFontType0C')
    expect((await pdfJsText(pdf))[0]).toBe('一⼀丁一\uFE00')
    if (programs.pdftotext) expect(withoutSpace(pdfText(pdf))).toBe('一⼀丁一\uFE00')
    if (programs.mutool) expect(withoutSpace(muText(pdf))).toBe('一⼀丁一\uFE00')
  })
})

describe.skipIf(!programs.mutool)('ink', () => {
  /** The places of all pixels that are not white. */
  const inkOf = async (pages: readonly Page[], fonts = book) => {
    const image = runBinary('mutool', ['draw', '-r', '100', '-F', 'pgm', '-o', '-', 'FILE'], await paint(pages, fonts))
    const width = Number(/^P5\n(\d+)/.exec(image.subarray(0, 20).toString('latin1'))?.[1])
    const pixels = image.subarray(image.length - width * Math.floor((image.length - 15) / width))
    return Array.from(pixels, (grey, at) => (grey < 255 ? `${at % width},${Math.floor(at / width)}` : '')).filter(
      Boolean,
    )
  }

  test('a CFF font draws the squares that the same TrueType font draws', async () => {
    const text = [{ text: '一丁', role: 'kai' }]
    const cff = openFontBook({ shipped: shippedFonts(), user: { kai: { bytes: tinyOtf() } } })
    const records = [square(0, 1), square(100, 400), square(600, 900)]
    const glyf = openFontBook({ shipped: shippedFonts(), user: { kai: { bytes: tinyFont({ records }) } } })
    const drawn = await inkOf([fakePage(cff, [text], { rules: false })], cff)
    expect(drawn).toEqual(await inkOf([fakePage(glyf, [text], { rules: false })], glyf))
  })

  test('renumbered composites draw what they drew', async () => {
    const flat = openFontBook({
      shipped: shippedFonts(),
      user: { kai: { bytes: tinyFont({ records: [square(0, 1), square(300, 600)], characters: { 19968: 1 } }) } },
    })
    const bytes = tinyFont({ records: [square(0, 1), composite([2, 200]), square(100, 400)], characters: { 19968: 1 } })
    const built = openFontBook({ shipped: shippedFonts(), user: { kai: { bytes } } })
    const line = [{ text: '一', role: 'kai' }]
    expect(await inkOf([fakePage(built, [line], { rules: false })], built)).toEqual(
      await inkOf([fakePage(flat, [line], { rules: false })], flat),
    )
  })
})

/** Two bytes a CID, as the content stream has them. */
const cids = (...numbers: number[]): string => numbers.map((cid) => String.fromCharCode(cid >> 8, cid & 0xff)).join('')

describe('text operators', () => {
  const operators = async (line: readonly FakeRun[]) => {
    const [content = ''] = contents(await paint([fakePage(book, [line], { rules: false })]))
    return content
      .split('\n')
      .slice(1)
      .filter((row) => row !== '')
  }

  test('one string for a line, halved marks in it', async () => {
    const line: FakeRun[] = [{ text: '说' }, { text: '“', half: 'open' }, { text: '你' }, { text: '”', half: 'close' }]
    expect(await operators(line)).toEqual([
      'BT',
      '/F1 9 Tf',
      '1 0 0 -1 39.685 56.693 Tm',
      `(${cids(4, 1, 3, 2)}) Tj`,
      'ET',
    ])
  })

  test('a mark that is whole and halved on one page has two CIDs', async () => {
    const pdf = await paint([fakePage(book, [[{ text: '““' }, { text: '“', half: 'open' }]])])
    expect(contents(pdf)[0]).toContain(`(${cids(1, 1, 2)}) Tj`)
    expect(latin(pdf)).toContain('/W [2 [500]]')
    expect((await pdfJsText(pdf))[0]).toBe('““““'.slice(1))
  })

  test('letter spacing is not set between a base and its mark', async () => {
    const shown = (await operators([{ text: 'ae\u0301b', letterSpacing: pt(1) }])).join(' ')
    expect(shown).toContain('1 Tc')
    expect(shown).toContain(`[(${cids(1, 3)})111.111(${cids(4, 2)})] TJ`)
  })

  test('letter spacing is switched off again', async () => {
    const shown = await operators([{ text: '甲', letterSpacing: pt(1) }, { text: '乙' }])
    expect(shown.filter((row) => row.endsWith('Tc'))).toEqual(['1 Tc', '0 Tc'])
  })

  test('every CID comes out of its string as itself, whatever its bytes mean there', async () => {
    const text = String.fromCodePoint(...Array.from({ length: 700 }, (_, at) => 0x4e00 + at))
    const lines = Array.from({ length: 28 }, (_, line) => text.slice(25 * line, 25 * line + 25))
    const pdf = await paint([fakePage(book, lines, { rules: false })])
    expect((await pdfJsText(pdf)).join('').replace(/\s/g, '')).toBe(text)
    expect(
      contents(pdf)[0]
        ?.split('\n')
        .filter((row) => row.endsWith(') Tj')),
    ).toHaveLength(28)
  })

  test('two faces are two strings', async () => {
    expect(
      (await operators([{ text: '甲' }, { text: '乙', role: 'hei' }])).filter((row) => row.endsWith('Tj')),
    ).toHaveLength(2)
  })
})

describe('fonts in the PDF', () => {
  test('a subset tag and the descriptor’s figures', async () => {
    const pdf = latin(await paint([fakePage(book, ['甲乙1'])]))
    expect(pdf).toMatch(/\/BaseFont \/[A-Z]{6}\+JixiaoSong-Regular\n/)
    expect(pdf).toMatch(/\/Ascent 880\n\/Descent -120\n/)
    expect(pdf).toContain('/CIDToGIDMap /Identity')
  })
  test('the tag follows from the characters alone', async () => {
    const tag = async (...lines: string[]) =>
      /\/BaseFont \/([A-Z]{6})/.exec(latin(await paint([fakePage(book, lines)])))?.[1]
    expect(await tag('甲乙')).toBe(await tag('乙', '甲'))
    expect(await tag('甲乙')).not.toBe(await tag('甲丙'))
  })
  test.skipIf(!programs.mutool)('no glyph box lies over another, halved marks and selectors among them', async () => {
    const xml = run('mutool', ['draw', '-F', 'stext', 'FILE'], await paint([fakePage(book, LINES)]))
    for (const line of xml.split('<line ').slice(1)) {
      const boxes = [...line.matchAll(/<char quad="([-\d. ]+)"/g)].map((found) =>
        (found[1] ?? '').split(' ').map(Number),
      )
      boxes.slice(1).forEach((box, index) => {
        expect((boxes[index]?.[2] ?? 0) - (box[0] ?? 0)).toBeLessThan(0.01)
      })
    }
  })
})

describe('the document', () => {
  test('pages in order, each of its own size', async () => {
    const pages = [fakePage(book, ['一']), { ...fakePage(book, ['二'], {}, 2), width: pt(300), height: pt(200) }]
    const pdf = await paint(pages)
    expect((await pdfJsText(pdf)).map(withoutSpace)).toEqual(['一', '二'])
    expect([...latin(pdf).matchAll(/\/MediaBox \[(.*)\]/g)].map((found) => found[1])).toEqual([
      '0 0 595.276 841.89',
      '0 0 300 200',
    ])
  })
  test('an empty page', async () => {
    expect(await pdfJsText(await paint([{ ...fakePage(book, []), rules: [] }]))).toEqual([''])
  })
  test('no page is an error of ours', async () => await expect(paint([])).rejects.toThrow('page'))
  test('a character without glyph is an error of ours, and the document is closed', async () => {
    const page = fakePage(book, ['一'])
    const runs = page.runs.map((text) => ({ ...text, text: '\u{10FFFD}' }))
    await expect(paint([{ ...page, runs }])).rejects.toThrow('no glyph')
  })
  test('the pages are not changed', async () => {
    const page = deepFreeze(fakePage(book, LINES))
    await expect(paint([page])).resolves.toBeInstanceOf(Uint8Array)
  })
  test('two documents at once do not mix', async () => {
    const texts = ['甲乙', '丙丁', '戊己', '庚辛']
    const pdfs = await Promise.all(texts.map((text) => paint([fakePage(book, [text])])))
    expect((await Promise.all(pdfs.map(pdfJsText))).flat()).toEqual(texts)
  })
  test.skipIf(!programs.qpdf)('qpdf finds no fault', async () => {
    expect(run('qpdf', ['--check', 'FILE'], finishPdf(await paint([fakePage(book, LINES)]), info))).toContain(
      'No syntax',
    )
  })
  test('50,000 characters on many pages', async () => {
    const line = '为贯彻落实项目支出绩效管理要求保障资金安全规范有效使用特制定本实施方案一二三四五'.slice(0, 40)
    const pages = Array.from({ length: 25 }, (_, index) =>
      fakePage(
        book,
        Array.from({ length: 50 }, () => line),
        {},
        index + 1,
      ),
    )
    const text = (await pdfJsText(await paint(pages))).join('')
    expect(withoutSpace(text)).toBe(line.repeat(1250))
  })
})

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}
