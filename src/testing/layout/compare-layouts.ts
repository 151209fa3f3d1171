/** Two layouts → what changed on paper, as data, page by page. Empty where their snapshots are the same. */
import { cellName, rowName } from './cell-name.js'
import { compareCells } from './compare-cells.js'
import { compareLooseRules } from './compare-loose-rules.js'
import { compareMarks } from './compare-marks.js'
import { compareRules } from './compare-rules.js'
import type { DescribedLayout, DescribedPage } from './described-layout.js'
import { groupRows } from './group-rows.js'
import type { LayoutChange } from './layout-change.js'
import { writeSnapshot } from './layout-snapshot.js'
import { matchCells, type PlacedCell } from './match-cells.js'

export const compareLayouts = (before: DescribedLayout, after: DescribedLayout): readonly LayoutChange[] => {
  const matched = matchCells(before, after)
  const slack = before.slack || after.slack
  const rules = compareRules(matched, slack)
  const changes = [
    ...comparePaper(before, after),
    ...groupRows(matched.pairs),
    ...compareCells(matched.pairs, slack),
    ...tellMissing(matched.gone, 'gone'),
    ...tellMissing(matched.added, 'new'),
    ...rules.map(({ change }) => change),
    ...compareLooseRules(before, after, matched, rules),
    ...compareMarks(before, after),
  ].sort((a, b) => pageOf(a) - pageOf(b))
  return changes.length > 0 ? changes : firstDifference(before, after)
}

const pageOf = (change: LayoutChange): number => ('page' in change ? change.page : 0)

const comparePaper = (before: DescribedLayout, after: DescribedLayout): readonly LayoutChange[] => {
  const counts = { before: before.pages.length, after: after.pages.length }
  const papers = before.pages.flatMap((page, index): readonly LayoutChange[] => {
    const other = after.pages[index]
    if (!other || (page.width === other.width && page.height === other.height)) return []
    return [{ kind: 'paper', page: page.number, before: size(page), after: size(other) }]
  })
  return [...(counts.before === counts.after ? [] : [{ kind: 'page-count', ...counts } as const]), ...papers]
}

const size = ({ width, height }: { width: number; height: number }): string => `${width / 100} × ${height / 100} mm`

/** A row whose cells are all gone is told as one; so is a new one. */
const tellMissing = (cells: readonly PlacedCell[], which: 'gone' | 'new'): readonly LayoutChange[] => {
  const rows = new Set<string>()
  return cells.flatMap(({ page, cell }): readonly LayoutChange[] => {
    if (cell.row === undefined || !isWholeRow(cells, { page, cell }))
      return [{ kind: `cell-${which}`, page: page.number, cell: cellName(cell) }]
    const key = `${page.number} ${cell.row}`
    if (rows.has(key)) return []
    rows.add(key)
    return [{ kind: `row-${which}`, page: page.number, row: rowName(page, cell.row) }]
  })
}

const isWholeRow = (cells: readonly PlacedCell[], { page, cell }: PlacedCell): boolean => {
  const inRow = page.cells.filter((other) => other.row === cell.row && other.rowSpan === 1)
  return inRow.length > 1 && inRow.every((other) => cells.some((placed) => placed.cell === other))
}

/** Whatever no rule of comparison knows is still told: the texts of the snapshots differ in a line. */
const firstDifference = (before: DescribedLayout, after: DescribedLayout): readonly LayoutChange[] => {
  const [old, now] = [writeSnapshot(before).split('\n'), writeSnapshot(after).split('\n')]
  // Lines read from a PDF may be written in any order, which is nothing on paper.
  if (before.pages.some(isReadFromPdf)) return []
  const slack = before.slack || after.slack
  const at = old.findIndex((line, index) => !isSameLine(line, now[index] ?? '', slack))
  if (at < 0 && old.length === now.length) return []
  const page = old.slice(0, at + 1).filter((line) => line.startsWith('page ')).length
  return [{ kind: 'other', page, before: old[at]?.trim() ?? '', after: now[at]?.trim() ?? '' }]
}

const isReadFromPdf = ({ cells }: DescribedPage): boolean => cells.some(({ role }) => role === 'line')

const LENGTH = /-?\d+\.\d\d/g

const isSameLine = (a: string, b: string, slack: number): boolean => {
  if (a === b || slack === 0) return a === b
  const [old, now] = [a, b].map((line) => (line.match(LENGTH) ?? []).map((length) => Math.round(Number(length) * 100)))
  return (
    a.replace(LENGTH, '') === b.replace(LENGTH, '') &&
    (old ?? []).every((length, index) => Math.abs(length - (now?.[index] ?? 0)) <= slack)
  )
}
