import { describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { layoutGrid } from '../../src/layout/layout-grid.js'
import { mm } from '../../src/layout/length.js'
import { TIE } from '../../src/template/bound-grid.js'
import { emBook, emFace } from '../support/em-face.js'
import { pageFaults } from '../support/page-faults.js'
import { readCells } from '../support/page-text.js'
import { cell, grid, LINE, label, merge, row, SIZE, section, style } from '../support/tiny-template.js'

const book = emBook()
const lay = (...args: Parameters<typeof grid>) => {
  const pages = layoutGrid(grid(...args), book)
  expect(pageFaults(pages)).toEqual([])
  return pages
}
const textsOn = (pages: ReturnType<typeof lay>, page: number) =>
  readCells(pages)
    .filter((one) => one.page === page && one.text !== '')
    .map((one) => one.text)

describe('rows', () => {
  it('are as high as the tallest of all their cells', () => {
    const pages = lay([2, 2], 20, [section([row([cell(0, '甲'), cell(1, '一二三四五六')])])])
    expect(pages[0]?.cells.map((one) => one.height)).toEqual([3 * LINE, 3 * LINE])
  })

  it('centre text by the em box: .88 of it stands above the baseline', () => {
    const [page] = lay([4], 20, [section([row([cell(0, '甲')], { minHeight: 3 * LINE })])])
    const top = (3 * LINE - SIZE) / 2
    expect(page?.runs[0]?.baseline).toBe(top + Math.round(0.88 * SIZE))
  })

  it('have no height limit: a tall cell goes on over pages, at least two lines on either side', () => {
    const pages = lay([1], 5, [
      section([row([cell(0, '一')]), row([cell(0, '二三四五六七')], { breakInside: 'auto' })]),
    ])
    expect(readCells(pages).map((one) => one.text)).toEqual(['一', '二三四五', '六七'])
  })

  it('with fewer than four lines go to the next page whole', () => {
    const pages = lay([1], 4, [
      section([row([cell(0, '一')]), row([cell(0, '二')]), row([cell(0, '三四五')], { breakInside: 'auto' })]),
    ])
    expect(pages.map((page) => page.runs.map((run) => run.text).join(''))).toEqual(['一二', '三四五'])
  })

  it('that need not go on are kept whole on the next page', () => {
    const pages = lay([1], 6, [section([row([cell(0, '一')]), row([cell(0, '二三四五六七')])])])
    expect(pages.map((page) => page.runs.map((run) => run.text).join(''))).toEqual(['一', '二三四五六七'])
  })

  it('of items go on where moved whole they would leave more than a third of the page empty', () => {
    const items = (...texts: readonly string[]) =>
      lay([1], 6, [section(texts.map((text) => row([cell(0, text)], { breakInside: 'avoid-unless-tall' })))])
    const wordsOf = (pages: ReturnType<typeof lay>) => pages.map((page) => page.runs.map((run) => run.text).join(''))
    expect(wordsOf(items('一', '二三四五六七'))).toEqual(['一二三四五', '六七'])
    expect(wordsOf(items('一', '二', '三', '四', '五', '六七'))).toEqual(['一二三四五', '六七'])
  })

  it('taller than a page go on all the same, beginning where they stand', () => {
    const pages = lay([1], 4, [section([row([cell(0, '一')]), row([cell(0, '二三四五六七八九')])])])
    expect(pages.map((page) => page.runs.map((run) => run.text).join(''))).toEqual([
      '一二三四',
      '五六七八九'.slice(0, 3),
      '八九',
    ])
  })
})

describe('kept together', () => {
  const block = [0, 1, 2].map((i) => row([cell(0, String(i + 1))], { tie: i === 0 ? TIE.none : TIE.block }))

  it('a block goes to the next page whole', () => {
    const pages = lay([1], 4, [section([row([cell(0, '甲')]), row([cell(0, '乙')])]), section(block)])
    expect(pages.map((page) => page.runs.length)).toEqual([2, 3])
  })

  it('a block yields where it is taller than a page', () => {
    const pages = lay([1], 2, [section(block)])
    expect(pages.map((page) => page.runs.length)).toEqual([2, 1])
  })

  it('the signature line is never alone on a page', () => {
    const signature = { tracks: [SIZE], before: 0, row: row([cell(0, '签', { role: 'signature' })], { tie: TIE.firm }) }
    const rows = ['一', '二', '三', '四'].map((text) => row([cell(0, text)]))
    const pages = lay([1], 4, [section(rows)], { signature })
    expect(pages.map((page) => page.runs.map((run) => run.text).join(''))).toEqual(['一二三', '四签'])
  })

  it('a tall last row gives its last lines to the signature line', () => {
    const signature = { tracks: [SIZE], before: 0, row: row([cell(0, '签', { role: 'signature' })], { tie: TIE.firm }) }
    const pages = lay([1], 6, [section([row([cell(0, '一二三四五六')], { breakInside: 'auto' })])], { signature })
    expect(pages.map((page) => page.runs.map((run) => run.text).join(''))).toEqual(['一二三四', '五六签'])
  })

  it('column heads stay with their first row and stand again on every page', () => {
    const rows = [
      row([cell(0, '头', { role: 'head' })]),
      ...['一', '二', '三'].map((text, i) => row([cell(0, text)], { tie: i === 0 ? TIE.firm : TIE.none })),
    ]
    const pages = lay([1], 3, [section([row([cell(0, '甲')]), row([cell(0, '乙')])]), section(rows, { headRows: 1 })])
    expect(pages.map((page) => page.runs.map((run) => run.text).join(''))).toEqual(['甲乙', '头一二', '头三'])
    expect(
      readCells(pages)
        .filter((one) => one.text === '头')
        .map((one) => one.repeated),
    ).toEqual([false, true])
  })
})

describe('merged labels', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => row([cell(1, String(i % 10))]))

  it('stand on every page part of their group, centred in it', () => {
    const pages = lay([1, 1], 4, [section(rows(6), { merges: [merge(0, 5, label(0, '标'))] })])
    const labels = readCells(pages).filter((one) => one.role === 'label')
    expect(labels.map(({ text, height, part, parts, repeated }) => ({ text, height, part, parts, repeated }))).toEqual([
      { text: '标', height: 4 * LINE, part: 1, parts: 2, repeated: false },
      { text: '标', height: 2 * LINE, part: 2, parts: 2, repeated: true },
    ])
  })

  it('taller than their part make it grow', () => {
    const pages = lay([1, 1], 9, [section(rows(2), { merges: [merge(0, 1, label(0, '一二三四五'))] })])
    expect(pages[0]?.cells.filter((one) => one.column === 1).reduce((sum, one) => sum + one.height, 0)).toBe(5 * LINE)
  })

  it('carry the word for a continuation where the template has one', () => {
    const pages = lay([3, 1], 2, [section(rows(3), { merges: [merge(0, 2, label(0, '标'))] })], { continuation: '续' })
    expect(
      readCells(pages)
        .filter((one) => one.role === 'label')
        .map((one) => one.text),
    ).toEqual(['标', '标续'])
  })

  it('taller than a page go on like any text, once', () => {
    const name = '一二三四五六七八九十'
    const pages = lay([1, 1], 4, [
      section(rows(3), { merges: [merge(0, 2, label(0, name, { path: 'name', sources: ['name'] }))] }),
    ])
    expect(
      readCells(pages)
        .filter((one) => one.column === 0)
        .map((one) => one.text)
        .join(''),
    ).toBe(name)
    expect(
      readCells(pages)
        .filter((one) => one.column === 1)
        .map((one) => one.text)
        .join(''),
    ).toBe('012')
  })

  it('beside one tall row stand again on every page', () => {
    const tall = row([label(0, '标'), cell(1, '一二三四五六七')], { breakInside: 'auto' })
    const pages = lay([1, 1], 4, [section([tall])])
    expect(textsOn(pages, 1)).toEqual(['标', '一二三四'])
    expect(textsOn(pages, 2)).toEqual(['标', '五六七'])
  })
})

describe('a value merged over rows', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => row([cell(1, String(i % 10))]))
  const partsOf = (pages: ReturnType<typeof lay>) =>
    readCells(pages)
      .filter((one) => one.column === 0)
      .map(({ text, height, rowSpan, page }) => ({ text, height, rowSpan, page }))

  it('is one cell with no rule through it, as high as its rows', () => {
    const pages = lay([2, 1], 9, [section(rows(3), { merges: [merge(0, 2, cell(0, '一二三'))] })])
    expect(partsOf(pages)).toEqual([{ text: '一二三', height: 3 * LINE, rowSpan: 3, page: 1 }])
  })

  it('makes its rows grow where it is taller than they are together', () => {
    const pages = lay([1, 1], 9, [section(rows(2), { merges: [merge(0, 1, cell(0, '一二三四五'))] })])
    expect(partsOf(pages)).toEqual([{ text: '一二三四五', height: 5 * LINE, rowSpan: 2, page: 1 }])
  })

  it('stands on the first page that its rows reach, once, and leaves the others blank', () => {
    const pages = lay([2, 1], 4, [section(rows(6), { merges: [merge(0, 5, cell(0, '一二三'))] })])
    expect(partsOf(pages)).toEqual([
      { text: '一二三', height: 4 * LINE, rowSpan: 6, page: 1 },
      { text: '', height: 2 * LINE, rowSpan: 6, page: 2 },
    ])
  })
})

describe('rules', () => {
  it('close the frame at the page foot and open it again at the page head, a little heavier', () => {
    const pages = lay([1, 1], 2, [section([0, 1, 2].map(() => row([cell(0, '甲'), cell(1, '乙')])))])
    for (const page of pages) {
      const heavy = page.rules.filter((rule) => rule.width === Math.max(...page.rules.map((one) => one.width)))
      expect(heavy).toHaveLength(4)
    }
  })

  it('are one stroke each, however many cells they bound', () => {
    const [page] = lay([1, 1, 1], 9, [section([0, 1].map(() => row([0, 1, 2].map((column) => cell(column, '甲')))))])
    expect(page?.rules).toHaveLength(3 + 4)
  })
})

describe('text', () => {
  it('is spread to both edges where asked, the last line of a paragraph not', () => {
    const justified = cell(0, '甲乙12丙丁12戊己', { style: style({ justify: true }) })
    const [page] = lay([4.25], 9, [section([row([justified])])])
    const first = page?.runs.filter((run) => run.line === 0) ?? []
    const end = first.at(-1)
    expect(first.map((run) => run.text)).toEqual(['甲乙', '12', '丙'])
    expect((end?.x ?? 0) + (end?.width ?? 0)).toBeGreaterThan(4.24 * SIZE)
    // Words and numbers are set solid.
    expect(first.map((run) => run.letterSpacing === undefined)).toEqual([false, true, true])
    expect(page?.runs.filter((run) => run.line > 0).every((run) => run.letterSpacing === undefined)).toBe(true)
  })

  it('of two faces in one Latin word fills the line and no more', () => {
    const faces = [emFace('first', { lacks: 'é' }), emFace('second')]
    const justified = cell(0, '甲乙caféterié丙丁戊己庚', { style: style({ justify: true }) })
    const pages = layoutGrid(grid([7.7], 9, [section([row([justified])])]), { ...emBook(), chain: () => faces })
    expect(pageFaults(pages)).toEqual([])
    const first = pages[0]?.runs.filter((run) => run.line === 0) ?? []
    expect(first.map((run) => run.text)).toEqual(['甲乙', 'caf', 'é', 'teri', 'é', '丙'])
    const gaps = first.slice(1).map((run, i) => run.x - (first[i]?.x ?? 0) - (first[i]?.width ?? 0))
    expect(gaps.slice(1, 4)).toEqual([0, 0, 0])
    expect(gaps[0]).toBeGreaterThan(0)
  })

  it('is never spread inside —— and ……', () => {
    const justified = cell(0, '甲乙——丙丁……戊己庚辛', { style: style({ justify: true }) })
    const [page] = lay([8.3], 9, [section([row([justified])])])
    const first = page?.runs.filter((run) => run.line === 0) ?? []
    expect(first.map((run) => run.text)).toEqual(['甲乙', '——', '丙丁', '……'])
    const solid = first.filter(({ text }) => text === '——' || text === '……')
    for (const run of solid) expect(run).toMatchObject({ width: 2 * SIZE })
    for (const run of solid) expect(run.letterSpacing).toBeUndefined()
  })

  it('is refused where the paper is too small for one line', () => {
    expect(() => layoutGrid(grid([1], 0.5, [section([row([cell(0, '甲')])])]), book)).toThrow('纸面太小')
  })
})

describe('the page head', () => {
  const headOf = (name: string): string | undefined => {
    const pageHead = { text: `表　${name}`, style: style(), sources: [], derived: [] }
    const rows = ['一', '二', '三'].map((text) => row([cell(0, text)]))
    return readCells(
      lay([8], 2, [section(rows)], {
        pageHead,
        paper: { width: 8 * SIZE, height: 10 * LINE, margin: { top: 4 * LINE, right: 0, bottom: 4 * LINE, left: 0 } },
      }),
    ).find((one) => one.role === 'pageHead')?.text
  }

  it('repeats a name that fits', () => expect(headOf('甲乙丙丁')).toBe('表　甲乙丙丁'))
  it('cuts a long one to one line with ……', () => expect(headOf('甲乙丙丁戊己庚辛')).toBe('表　甲乙丙丁……'))
  it('cuts wherever it must, also where no line may break', () => expect(headOf('——————————')).toBe('表　————……'))
  it('never leaves its box, whatever marks the cut sets free', () =>
    expect(headOf('）。，，。））……）。，，。））')?.endsWith('……')).toBe(true))
  it('cuts no name at a line end', () => expect(headOf('甲\r乙\u2028丙')).toBe('表　甲 乙 丙'))
})

describe('the page foot', () => {
  it('says the number of the page and of all pages wherever its words ask for them', () => {
    const text = '{page}/{pages} {page}/{pages}'
    const pageFoot = { text, style: style(), sources: [], derived: [] }
    const paper = { width: 20 * SIZE, height: 6 * LINE, margin: { top: LINE, right: 0, bottom: 3 * LINE, left: 0 } }
    const rows = ['一', '二', '三'].map((words) => row([cell(0, words)]))
    const feet = readCells(lay([20], 2, [section(rows)], { pageFoot, paper })).filter((one) => one.role === 'pageFoot')
    expect(feet.map((one) => one.text)).toEqual(['1/2 1/2', '2/2 2/2'])
  })

  const words = (text: string) => ({ text, style: style({ align: 'center' }), sources: [], derived: [] })
  const footed = (foot: string, proof: string, bottom: number) => {
    const paper = { width: 20 * SIZE, height: 2 * LINE + bottom, margin: { top: 0, right: 0, bottom, left: 0 } }
    const copy = { proof: { text: words(proof), code: 'ABCDE', qr: 3 * SIZE }, places: [], pictures: {} }
    return lay([20], 2, [section([row([cell(0, '一')])])], { pageFoot: words(foot), paper, copy })
  }

  it('of more lines than one stands above the verification code, and neither runs into the QR code', () => {
    const [page] = footed('页脚'.repeat(12), '证'.repeat(15), mm(2) + 4 * LINE)
    const feet = page?.cells.filter(({ role }) => role === 'pageFoot') ?? []
    expect(feet.map(({ height }) => height)).toEqual([2 * LINE, 2 * LINE])
    expect(feet[1]?.y).toBe((feet[0]?.y ?? 0) + 2 * LINE)
    const qr = page?.marks?.find(({ kind }) => kind === 'qr')
    const ends = page?.runs
      .filter(({ cell: at }) => page.cells[at]?.role === 'pageFoot')
      .map(({ x, width }) => x + width)
    expect(Math.max(...(ends ?? []))).toBeLessThan(qr?.x ?? 0)
  })

  it('that fits beside the QR code is as wide as the grid', () => {
    const [page] = footed('页脚', '证'.repeat(9), mm(2) + 2 * LINE)
    expect(page?.cells.filter(({ role }) => role === 'pageFoot').map(({ width }) => width)).toEqual([
      20 * SIZE,
      20 * SIZE,
    ])
  })

  it('that would leave the paper is refused', () => {
    expect(() => footed('页脚'.repeat(12), '证', mm(2) + 2 * LINE)).toThrow('下页边放不下页脚和验证码的文字')
  })
})

describe('a heading', () => {
  const headed = (text: string, sources: readonly string[] = []) => {
    const line = { role: 'title', text, style: style(), sources, derived: [], after: 3 * LINE } as const
    return { ...grid([1], 4, [section([row([cell(0, '表')])])]), heading: [line] }
  }
  const refusal = (...args: Parameters<typeof headed>) => {
    try {
      layoutGrid(headed(...args), book)
      return undefined
    } catch (error) {
      return error instanceof FormError ? [error.kind, ...error.diagnostics.map(({ code }) => code)] : error
    }
  }

  it('that fills the first page stands there whole, and the form begins on the second', () => {
    const pages = layoutGrid(headed('一\n二\n三\n四'), book)
    expect(pages.map((page) => page.runs.map(({ text }) => text).join(''))).toEqual(['一二三四', '表'])
  })

  it('that is higher than the first page is refused: words below the paper would be lost', () => {
    expect(refusal('一\n二\n三\n四\n五')).toEqual(['usage', 'heading-unplaceable'])
  })

  it('is a fault of the form where it is too high by what the form says', () => {
    expect(refusal('一\n二\n三\n四\n五', ['name'])).toEqual(['data', 'heading-unplaceable'])
  })
})
