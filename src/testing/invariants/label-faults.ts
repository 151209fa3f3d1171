/** Merged labels and column heads stand again on every page that their rows reach, and page numbers are right. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { problem } from '../../diagnostics/make-problem.js'
import type { Cell, Page } from '../../layout/page.js'
import type { BoundGrid } from '../../template/bound-grid.js'
import { type ExpectedCell, expectedCells, standsAgain } from './filled-form.js'

/** `label-missing`: for every page, the labels and heads of the rows on it. */
export const labelFaults = (grid: BoundGrid, pages: readonly Page[]): readonly Diagnostic[] => {
  const labels = expectedCells(grid).filter((cell) => standsAgain(cell) && strip(cell.bound.text) !== '')
  const sections = sectionsOfRows(grid)
  return pages.flatMap((page) => {
    const rows = new Set(
      page.cells.flatMap((cell) => (cell.framed && cell.rowSpan === 1 && cell.row !== undefined ? [cell.row] : [])),
    )
    const present = new Set([...rows].map((row) => sections[row]))
    return labels
      .filter(
        (label) =>
          isDue(label, rows, present) &&
          !page.cells.some((cell, index) => isLabel(page, index, cell, label, grid.continuation)),
      )
      .map(({ bound }) => problem('label-missing', bound.path ?? '', { page: page.number, words: strip(bound.text) }))
  })
}

const strip = (text: string): string => text.replace(/\s/g, '')

const sectionsOfRows = (grid: BoundGrid): readonly number[] =>
  grid.sections.flatMap(({ rows }, section) => rows.map(() => section))

/** A head is due where any row of its section stands, another label where one of its own rows does. */
const isDue = (
  { head, section, firstRow, lastRow }: ExpectedCell,
  rows: ReadonlySet<number>,
  sections: ReadonlySet<number | undefined>,
): boolean => (head ? sections.has(section) : [...rows].some((row) => firstRow <= row && row <= lastRow))

const isLabel = (
  page: Page,
  index: number,
  cell: Cell,
  { bound, firstRow, lastRow }: ExpectedCell,
  continuation: string,
): boolean => {
  if (
    !cell.framed ||
    cell.column !== bound.column ||
    cell.row === undefined ||
    cell.row < firstRow ||
    cell.row > lastRow
  )
    return false
  const words = wordsOf(page, index)
  return words === strip(bound.text) || words === strip(bound.text + continuation)
}

const wordsOf = (page: Page, cell: number): string =>
  strip(page.runs.flatMap((run) => (run.cell === cell ? [run.text] : [])).join(''))

/** `page-number`: the foot of every page is the template's, with the page's own number and the count of pages. */
export const pageNumberFaults = (grid: BoundGrid, pages: readonly Page[]): readonly Diagnostic[] => {
  const { pageFoot } = grid
  if (!pageFoot) return []
  return pages.flatMap((page, index) => {
    const expected = pageFoot.text.replace('{page}', String(index + 1)).replace('{pages}', String(pages.length))
    const foot = page.cells.findIndex(({ role }) => role === 'pageFoot')
    const found = page.runs.flatMap((run) => (run.cell === foot ? [run.text] : [])).join('')
    return strip(found) === strip(expected) ? [] : [problem('page-number', '', { page: index + 1, found, expected })]
  })
}
