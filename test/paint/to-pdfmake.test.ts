import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pdfmake from 'pdfmake'
import type { TCreatedPdf } from 'pdfmake/interfaces.js'
import { afterAll, expect, test } from 'vitest'
import { openFontBook } from '../../src/fonts/font-book.js'
import { layoutForm, toPdfmake } from '../../src/index.js'
import { mm, pt } from '../../src/layout/length.js'
import type { Page } from '../../src/layout/page.js'
import { paintPages } from '../../src/paint/paint-pages.js'
import { fontFiles, shippedFonts } from '../../src/platform/fonts-folder.js'
import { performanceTarget } from '../../templates/index.js'
import { sample } from '../book/make-book.js'
import { fakePage } from './fake-pages.js'

const book = openFontBook({ shipped: shippedFonts() })
const folder = mkdtempSync(join(tmpdir(), 'to-pdfmake-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined
if (!hasPoppler) console.warn('pdftoppm (poppler-utils) is missing: the two ways of painting were NOT compared')

// At 12 pt half an em is a whole number of quarter pixels at 150 dpi. poppler draws glyphs at quarter pixels, so
// at other sizes a mark that is moved inside the font and one that is moved on the page differ by a grey level.
const pages: readonly Page[] = [
  fakePage(
    book,
    [
      [{ text: '项目支出绩效目标表', role: 'songBold' }],
      '　　首行缩进，1,234.56万元 ≥90% GB/T 1.1—2020',
      [{ text: '说' }, { text: '“', half: 'open' }, { text: '你好' }, { text: '。', half: 'close' }, { text: '”完' }],
      [{ text: '两端对齐的文本', letterSpacing: pt(0.3) }],
      [{ text: '中文黑体', role: 'hei' }],
      // Far down the paper, where an ordinary line would open a page.
      ...Array.from({ length: 41 }, (_, line) => `第${line}行，fi ffl Té`),
    ],
    { size: pt(12) },
  ),
  fakePage(book, ['第二页', '完 '], { size: pt(16) }, 2),
]

/** The definition printed by pdfmake itself. */
async function printedByPdfmake(): Promise<Uint8Array> {
  const { constructor } = pdfmake as unknown as { constructor: new () => typeof pdfmake }
  const own = new constructor()
  own.setFonts(Object.fromEntries(Object.entries(fontFiles()).map(([id, file]) => [id, { normal: file }])))
  own.setUrlAccessPolicy(() => false)
  own.setLocalAccessPolicy(() => true)
  const created: TCreatedPdf = own.createPdf(toPdfmake(pages))
  return created.getBuffer()
}

const pixels = (name: string, pdf: Uint8Array): Buffer[] => {
  writeFileSync(join(folder, `${name}.pdf`), pdf)
  execFileSync('pdftoppm', ['-r', '150', join(folder, `${name}.pdf`), join(folder, name)])
  return [1, 2].map((page) => readFileSync(join(folder, `${name}-${page}.ppm`)))
}

test('the definition has one canvas a page and one node a run', () => {
  const content = toPdfmake(pages).content as unknown[]
  expect(content).toHaveLength(2 + pages.reduce((sum, page) => sum + page.runs.length, 0))
})

test('a halved opening mark is moved left by half an em', () => {
  const [, node] = toPdfmake([fakePage(book, [[{ text: '“', half: 'open' }]])]).content as {
    absolutePosition: { x: number }
  }[]
  expect(node?.absolutePosition.x).toBeCloseTo(mm(14) / 254 - 4.5, 2)
})

test.each([
  ['draft', 'watermark'],
  ['final', 'qr'],
] as const)('pages of a %s copy are refused: their %s would not be printed', async (copy, mark) => {
  const { pages } = await layoutForm(performanceTarget, sample('01-heating-allowance'), { copy })
  const facts = expect.objectContaining({ found: mark, reason: 'marked-pages' })
  const diagnostics = [expect.objectContaining({ code: 'option-invalid', facts })]
  expect(() => toPdfmake(pages)).toThrow(expect.objectContaining({ kind: 'usage', diagnostics }))
})

test.skipIf(!hasPoppler)('pdfmake prints the same pixels', async () => {
  const ours = pixels('ours', await paintPages(pages, book, { title: 't', language: 'zh-CN', creator: 'test' }))
  const theirs = pixels('theirs', await printedByPdfmake())
  const differing = ours.map((page, index) =>
    page.reduce((sum, byte, at) => sum + (byte === theirs[index]?.[at] ? 0 : 1), 0),
  )
  expect(differing).toEqual([0, 0])
})
