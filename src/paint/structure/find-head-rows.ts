/** How far down the column heads of a grid reach. */
import type { GridCell } from './find-headers.js'

export interface HeadRow {
  readonly row: number
  readonly heads: readonly GridCell[]
  /** The first row below that its heads say nothing of. */
  readonly end: number
}

/** @param rows for each row all cells that reach into it */
export function findHeadRows(rows: readonly (readonly GridCell[])[]): readonly HeadRow[] {
  const headRows = rows.flatMap((cells, row) => {
    const heads = cells.filter(({ cell }) => cell.role === 'head' && cell.row === row)
    return heads.length === 0 ? [] : [{ row, heads }]
  })
  const byRow = new Map(headRows.map(({ row, heads }) => [row, heads]))
  return headRows.map(({ row, heads }) => ({ row, heads, end: endOfReach(rows, byRow, row, heads) }))
}

/** Heads end where a cell stands across the edge of one, and where other heads take their place. */
function endOfReach(
  rows: readonly (readonly GridCell[])[],
  headRows: ReadonlyMap<number, readonly GridCell[]>,
  row: number,
  heads: readonly GridCell[],
): number {
  for (let below = row + 1; below < rows.length; below++) {
    const others = headRows.get(below)
    if (rows[below]?.some((cell) => heads.some((head) => straddles(cell, head)))) return below
    if (others && !divides(others, heads)) return below
  }
  return rows.length
}

/** Heads below that cut these up stand under them: 二级指标, 三级指标 and 指标值 under 年度目标. */
function divides(others: readonly GridCell[], heads: readonly GridCell[]): boolean {
  const above = heads.filter((head) => others.some((other) => overlaps(other, head)))
  const below = others.filter((other) => heads.some((head) => overlaps(other, head)))
  return below.length > above.length
}

const straddles = (cell: GridCell, head: GridCell): boolean =>
  overlaps(cell, head) && (first(cell) < first(head) || end(cell) > end(head))

const overlaps = (a: GridCell, b: GridCell): boolean => first(a) < end(b) && first(b) < end(a)

const first = ({ cell }: GridCell): number => cell.column
const end = ({ cell: { column, columnSpan = 1 } }: GridCell): number => column + columnSpan
