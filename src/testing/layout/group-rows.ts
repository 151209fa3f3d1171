/** Cells that moved together are told as rows, rows that moved together as one stretch: “rows 质量指标 to 时效指标 (7) moved 4.2 mm down”. */
import { cellName, rowName } from './cell-name.js'
import type { DescribedCell, DescribedPage, Hundredths } from './described-layout.js'
import type { LayoutChange } from './layout-change.js'
import type { MatchedCells, PlacedCell } from './match-cells.js'

interface Shift {
  readonly to: number
  readonly dx: Hundredths
  readonly dy: Hundredths
  readonly dw: Hundredths
  readonly dh: Hundredths
}

interface MovedRow {
  readonly page: DescribedPage
  readonly row: number
  readonly name: string
  readonly shift: Shift
}

export const groupRows = (pairs: MatchedCells['pairs']): readonly LayoutChange[] => {
  const shifts = new Map(pairs.map(({ before, after }) => [before.cell, shiftOf(before, after)]))
  const rows = movedRows(pairs, shifts)
  const whole = new Set(rows.map(rowKey))
  const alone = pairs.flatMap(({ before, after }) => {
    const inWholeRow = before.cell.row !== undefined && whole.has(rowKey({ page: before.page, row: before.cell.row }))
    return inWholeRow || standsOnRows(before, after) ? [] : tellCell(before, shifts.get(before.cell))
  })
  return [...tellRows(rows), ...alone]
}

const rowKey = ({ page, row }: { readonly page: DescribedPage; readonly row: number }): string =>
  `${page.number} ${row}`

const shiftOf = (before: PlacedCell, after: PlacedCell): Shift => ({
  to: after.page.number,
  dx: after.cell.x - before.cell.x,
  dy: after.cell.y - before.cell.y,
  dw: after.cell.width - before.cell.width,
  dh: after.cell.height - before.cell.height,
})

const sameShift = (a: Shift | undefined, b: Shift | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.to === b.to &&
  a.dx === b.dx &&
  a.dy === b.dy &&
  a.dh === b.dh &&
  a.dw === b.dw

/** Rows whose own cells, those that span no other row, all did the same. */
const movedRows = (pairs: MatchedCells['pairs'], shifts: ReadonlyMap<DescribedCell, Shift>): readonly MovedRow[] => {
  const rows = new Map<string, MovedRow | undefined>()
  for (const { before } of pairs) {
    const { page, cell } = before
    if (cell.row === undefined || cell.rowSpan !== 1) continue
    const key = rowKey({ page, row: cell.row })
    const shift = shifts.get(cell)
    if (!rows.has(key)) rows.set(key, shift && { page, row: cell.row, name: rowName(page, cell.row), shift })
    else if (!sameShift(rows.get(key)?.shift, shift)) rows.set(key, undefined)
  }
  return [...rows.values()]
    .filter((row) => row !== undefined)
    .sort((a, b) => a.page.number - b.page.number || a.row - b.row)
}

/** A merged cell that begins and ends with rows of its page went where they went. */
const standsOnRows = (before: PlacedCell, after: PlacedCell): boolean => {
  const { cell, page } = after
  if ((cell.rowSpan ?? 1) === 1 || cell.x !== before.cell.x || cell.width !== before.cell.width) return false
  const single = page.cells.filter((other) => other.framed && other.rowSpan === 1)
  return (
    single.some(({ y }) => near(y, cell.y)) && single.some(({ y, height }) => near(y + height, cell.y + cell.height))
  )
}

const near = (a: Hundredths, b: Hundredths): boolean => Math.abs(a - b) <= 2

const tellCell = ({ page, cell }: PlacedCell, shift: Shift | undefined): readonly LayoutChange[] => {
  if (!shift) return []
  const { to, dx, dy, dw, dh } = shift
  const name = cellName(cell)
  if (to !== page.number) return [{ kind: 'paged', page: page.number, to, cell: name }]
  return [
    ...(dx === 0 && dy === 0 ? [] : [{ kind: 'moved', page: page.number, cell: name, dx, dy } as const]),
    ...(dw === 0 && dh === 0 ? [] : [{ kind: 'resized', page: page.number, cell: name, dw, dh } as const]),
  ]
}

type Stretch = readonly [MovedRow, ...MovedRow[]]

const tellRows = (rows: readonly MovedRow[]): readonly LayoutChange[] => [
  ...joinSteps(stretches(rows, sameMove)).flatMap(tellMove),
  ...stretches(rows, sameGrowth).flatMap(tellGrowth),
]

/** Neighbouring rows that did the same. */
const stretches = (rows: readonly MovedRow[], same: (a: MovedRow, b: MovedRow) => boolean): readonly Stretch[] => {
  const found: [MovedRow, ...MovedRow[]][] = []
  for (const row of rows) {
    const stretch = found.at(-1)
    const last = stretch?.at(-1)
    if (stretch && last && last.page === row.page && same(last, row)) stretch.push(row)
    else found.push([row])
  }
  return found
}

/** Distances are rounded each by itself: a hundredth more or less is the same move. */
const sameMove = ({ shift: a }: MovedRow, { shift: b }: MovedRow): boolean =>
  a.to === b.to && near(a.dx, b.dx) && near(a.dy, b.dy) && (a.dy === 0) === (b.dy === 0)

const sameGrowth = ({ shift: a }: MovedRow, { shift: b }: MovedRow): boolean => a.dh === b.dh && a.to === b.to

/** Where every row grows, each moves a little further than the one before: that is one thing to say. */
const joinSteps = (found: readonly Stretch[]): readonly Stretch[] => {
  const joined: Stretch[] = []
  for (const stretch of found) {
    const before = joined.at(-1)
    if (before && isStep(before, stretch)) joined[joined.length - 1] = [...before, ...stretch]
    else joined.push(stretch)
  }
  return joined
}

const isStep = (before: Stretch, [row, ...rest]: Stretch): boolean => {
  const last = before.at(-1)
  if (
    !last ||
    rest.length > 0 ||
    last.page !== row.page ||
    last.shift.to !== row.shift.to ||
    last.shift.dx !== row.shift.dx
  )
    return false
  return (
    last.shift.to === last.page.number &&
    last.shift.dy * row.shift.dy > 0 &&
    (before.length === 1 || last.shift.dy !== before[0].shift.dy)
  )
}

const describeStretch = (rows: Stretch): { page: number; first: string; last: string; count: number } => ({
  page: rows[0].page.number,
  first: rows[0].name,
  last: rows.at(-1)?.name ?? rows[0].name,
  count: rows.length,
})

const tellMove = (rows: Stretch): readonly LayoutChange[] => {
  const { to, dx, dy } = rows[0].shift
  if (to !== rows[0].page.number) return [{ kind: 'rows-paged', to, ...describeStretch(rows) }]
  if (dx === 0 && dy === 0) return []
  const lastDy = rows.at(-1)?.shift.dy ?? dy
  return [{ kind: 'rows-moved', ...describeStretch(rows), dx, dy, ...(near(lastDy, dy) ? {} : { lastDy }) }]
}

const tellGrowth = (rows: Stretch): readonly LayoutChange[] => {
  const { dh, to } = rows[0].shift
  return dh === 0 || to !== rows[0].page.number ? [] : [{ kind: 'rows-resized', ...describeStretch(rows), dh }]
}
