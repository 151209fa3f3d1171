import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutGrid } from '../../src/layout/layout-grid.js'
import type { Page } from '../../src/layout/page.js'
import { append } from '../../src/lists/append.js'
import { bindTemplate } from '../../src/template/bind-template.js'
import type { BoundGrid } from '../../src/template/bound-grid.js'
import { valueAt } from '../../src/template/field-path.js'
import type { Template } from '../../src/template/template.js'
import { normalise } from '../../src/text/normalise.js'
import { national2015 } from '../../templates/performance-target/national-2015.js'
import { yangquan2023 } from '../../templates/performance-target/yangquan-2023.js'
import { arbitraryForm } from '../support/arbitrary-form.js'
import { emBook, emFace } from '../support/em-face.js'
import { pageFaults } from '../support/page-faults.js'
import { readCells, textByPath } from '../support/page-text.js'

const book = emBook()
const variants = { yangquan2023, national2015 }

/** Every break offset: the paper's height in steps of a quarter of a line. */
const paper = fc.record({
  variant: fc.constantFrom('yangquan2023' as const, 'national2015' as const),
  height: fc.integer({ min: 75, max: 250 }),
})

const makeTemplate = ({ variant, height }: { variant: keyof typeof variants; height: number }): Template => {
  const base = variants[variant]
  return { ...base, paper: { ...base.paper, height } }
}

const layOut = (base: Template, form: unknown): readonly Page[] =>
  layoutGrid(bindTemplate({ template: base, form, labels: {} }).grid, book)

const forEveryForm = (check: (pages: readonly Page[], form: unknown, used: Template) => void): void =>
  fc.assert(
    fc.property(paper, arbitraryForm, (chosen, form) => {
      const used = makeTemplate(chosen)
      check(layOut(used, form), form, used)
    }),
    { numRuns: 150 },
  )

/** What is compared: white space at line ends hangs and is not printed. */
const visible = (text: string): string => normalise(text).replace(/[\s\u3000]/g, '')

/** One text for each cell: a path may name several, as the two labels of a group beside each other. */
const cellKey = ({ path, column }: { readonly path?: string; readonly column?: number }): string =>
  `${path} column ${column ?? ''}`

/** What must be on paper: the text of every cell and line of the grid that holds a field with words. */
const boundTexts = ({ heading, sections, signature }: BoundGrid): ReadonlyMap<string, string> => {
  const cells = sections.flatMap(({ rows, merges }) => [...rows.flatMap((row) => row.cells), ...merges])
  const all = [...heading, ...cells, ...(signature?.row.cells ?? [])]
  const named = all.filter(({ path, text }) => path !== undefined && visible(text) !== '')
  expect(new Set(named.map(cellKey)).size).toBe(named.length)
  return new Map(named.map((one) => [cellKey(one), visible(one.text)]))
}

/** What is on paper, over all page parts of each cell. */
const printedTexts = (pages: readonly Page[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  for (const cell of readCells(pages)) {
    const text = visible(cell.text)
    if (cell.path === undefined || cell.repeated || text === '') continue
    texts.set(cellKey(cell), (texts.get(cellKey(cell)) ?? '') + text)
  }
  return texts
}

/** Of each cell of the grid, `part/parts` as its page parts say it, page by page. */
const partsByCell = (pages: readonly Page[]): ReadonlyMap<string, readonly string[]> => {
  const byCell = new Map<string, string[]>()
  for (const { framed, role, row, column, part, parts } of pages.flatMap((page) => page.cells))
    if (framed) append(byCell, `${role} row ${row} column ${column}`, `${part}/${parts}`)
  return byCell
}

describe('for every form and every break offset', () => {
  it('lays out soundly: no text leaves its cell, no cells overlap, every cell is closed, nothing leaves the page', () => {
    forEveryForm((pages) => expect(pageFaults(pages)).toEqual([]))
  })

  it('prints every text once, whole and in order', () => {
    forEveryForm((pages, form, used) => {
      const { grid } = bindTemplate({ template: used, form, labels: {} })
      expect(printedTexts(pages)).toEqual(boundTexts(grid))
      for (const [path, text] of textByPath(pages)) {
        const value = valueAt(form, path)
        if (
          typeof value !== 'string' ||
          path.startsWith('funding') ||
          path === 'projectNature' ||
          /level[12]$/.test(path)
        )
          continue
        const prefix = path.startsWith('signature') ? /^[^：]+：/ : /^/
        expect(visible(text).replace(prefix, ''), path).toBe(visible(value))
      }
    })
  })

  it('prints every indicator', () => {
    forEveryForm((pages, form) => {
      const printed = textByPath(pages)
      const groups = valueAt(form, 'indicators') as { implementation: unknown[]; annual: unknown[] }[]
      groups.forEach((group, i) => {
        for (const side of ['implementation', 'annual'] as const)
          group[side].forEach((_, j) => {
            expect(printed.has(`indicators[${i}].${side}[${j}].name`)).toBe(true)
            expect(printed.has(`indicators[${i}].${side}[${j}].value`)).toBe(true)
          })
      })
    })
  })

  it('sets each label inside its own group, once on every page part, centred', () => {
    forEveryForm((pages, form) => {
      for (const page of pages) {
        const cells = readCells([page])
        for (const value of cells) {
          const [, index, side] =
            /^indicators\[(\d+)\]\.(implementation|annual)\[\d+\]\.name$/.exec(value.path ?? '') ?? []
          if (index === undefined) continue
          const group = (form as { indicators: { level1: string; level2: string }[] }).indicators[Number(index)]
          const beside = cells.filter(
            (one) => one.role === 'label' && one.y <= value.y && one.y + one.height >= value.y + value.height,
          )
          const columns = side === 'annual' ? [1, 2, 5] : [1, 2]
          const texts = columns.map((column) => beside.filter((one) => one.column === column).map((one) => one.text))
          const wanted = columns.map((column) => [visible((column === 1 ? group?.level1 : group?.level2) ?? '')])
          expect(texts).toEqual(wanted)
        }
        for (const [index, label] of page.cells.entries()) {
          if (label.role !== 'label') continue
          const runs = page.runs.filter((run) => run.cell === index)
          if (runs.length === 0) continue
          const top = Math.min(...runs.map((run) => run.baseline - 0.88 * run.size))
          const bottom = Math.max(...runs.map((run) => run.baseline + 0.12 * run.size))
          expect(Math.abs((top + bottom) / 2 - (label.y + label.height / 2))).toBeLessThan(2)
        }
      }
    })
  })

  it('keeps column heads above every part of the indicator table, and the signature line in company', () => {
    forEveryForm((pages) => {
      for (const page of pages) {
        const cells = readCells([page])
        const grid = cells.filter((one) => one.framed)
        const first = cells.find((one) => /^indicators\[/.test(one.path ?? '') && one.role === 'value')
        if (first)
          expect(cells.some((one) => one.role === 'head' && one.text === '三级指标' && one.y < first.y)).toBe(true)
        if (cells.some((one) => one.role === 'signature')) expect(grid.length).toBeGreaterThan(0)
      }
    })
  })

  it('adds tracks up exactly: the cells of each row fill the width of the grid', () => {
    forEveryForm((pages, _, used) => {
      const width = used.columns.reduce((sum, column) => sum + Math.round(column * 720), 0)
      for (const page of pages) {
        const framed = page.cells.filter((one) => one.framed)
        for (const y of new Set(framed.map((one) => one.y))) {
          const across = framed.filter((one) => one.y <= y && one.y + one.height > y)
          expect(across.reduce((sum, one) => sum + one.width, 0)).toBe(width)
        }
      }
    })
  })

  it('numbers the pages and the parts of each cell without a gap', () => {
    forEveryForm((pages) => {
      expect(pages.map((page) => page.number)).toEqual(pages.map((_, i) => i + 1))
      const feet = readCells(pages)
        .filter((one) => one.role === 'pageFoot')
        .map((one) => one.text)
      expect(feet).toEqual(pages.map((_, i) => `第 ${i + 1} 页 共 ${pages.length} 页`))
      for (const [cell, parts] of partsByCell(pages))
        expect(parts, cell).toEqual(parts.map((_, i) => `${i + 1}/${parts.length}`))
    })
  })
})

/** The same value with the keys of every object in reverse order. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  )
}

const deepFreeze = <V>(value: V): V => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}

describe('a template is data', () => {
  it('that comes back from JSON, or with its keys in another order, lays out the same pages', () => {
    fc.assert(
      fc.property(paper, arbitraryForm, (chosen, form) => {
        const used = makeTemplate(chosen)
        const pages = layOut(used, form)
        expect(layOut(JSON.parse(JSON.stringify(used)) as Template, form)).toEqual(pages)
        expect(layOut(shuffled(used) as Template, form)).toEqual(pages)
      }),
      { numRuns: 30 },
    )
  })

  it('that no stage changes, nor does any change the form or the grid', () => {
    fc.assert(
      fc.property(paper, arbitraryForm, (chosen, form) => {
        const used = makeTemplate(chosen)
        const { grid } = bindTemplate(deepFreeze({ template: used, form, labels: {} }))
        layoutGrid(deepFreeze(grid), book)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a face without squeezable marks', () => {
  it('lays out as soundly', () => {
    fc.assert(
      fc.property(paper, arbitraryForm, (chosen, form) => {
        const used = makeTemplate(chosen)
        const { grid } = bindTemplate({ template: used, form, labels: {} })
        expect(pageFaults(layoutGrid(grid, emBook(emFace('plain', { squeezes: false }))))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
