/**
 * Which cells head which (ISO 32000-1, 14.8.5.7, Headers), from where they stand, as the eye finds them: column heads
 * above, row labels to the left. A template does not say it, and any grid has it.
 */
import type { Cell } from '../../layout/page.js'
import type { LogicalCell } from './collect-cells.js'
import { findHeadRows, type HeadRow } from './find-head-rows.js'

/** A cell of the grid: it has a place there. */
export interface GridCell extends LogicalCell {
  readonly cell: Cell & { readonly row: number; readonly column: number }
}

export interface Grid {
  /** For each row all cells that reach into it, from left to right. */
  readonly rows: readonly (readonly GridCell[])[]
  readonly headRows: readonly HeadRow[]
}

/** The headers of each cell, from the outermost in: column heads, then row labels. */
export function findHeaders(cells: readonly GridCell[]): ReadonlyMap<GridCell, readonly GridCell[]> {
  const rows = coveredRows(cells)
  const grid = { rows, headRows: findHeadRows(rows) }
  return new Map(cells.map((cell) => [cell, cell.cell.role === 'head' ? [] : headersOf(grid, cell)]))
}

function coveredRows(cells: readonly GridCell[]): GridCell[][] {
  const rows: GridCell[][] = []
  for (const cell of cells) {
    const { row, rowSpan = 1 } = cell.cell
    for (let at = row; at < row + rowSpan; at++) {
      while (rows.length <= at) rows.push([])
      rows[at]?.push(cell)
    }
  }
  for (const row of rows) row.sort((a, b) => a.cell.column - b.cell.column)
  return rows
}

/**
 * A label takes the nearest column head only: 一级指标 is common to both sides, though it stands in the columns of the
 * first.
 */
function headersOf(grid: Grid, cell: GridCell): readonly GridCell[] {
  const heads = columnHeads(grid, cell)
  if (heads.length === 0) return cell.cell.role === 'label' ? spanningLabels(grid, cell) : labelsOfPair(grid, cell)
  return [...(cell.cell.role === 'label' ? heads.slice(-1) : heads), ...labelsUnderHeads(grid, cell)]
}

/** All heads that the cell stands under, the uppermost first: the side (实施期目标), then the column (指标值). */
function columnHeads({ headRows }: Grid, { cell }: GridCell): readonly GridCell[] {
  return headRows
    .filter(({ row, end }) => cell.row > row && cell.row < end)
    .flatMap(({ heads }) => heads.filter((head) => contains(head.cell, cell)))
}

const contains = (outer: GridCell['cell'], inner: GridCell['cell']): boolean =>
  outer.column <= inner.column && endOf(outer) >= endOf(inner)

const endOf = ({ column, columnSpan = 1 }: GridCell['cell']): number => column + columnSpan

/**
 * Under column heads: every label to the left, and the name of the item that the cell is part of. Where two stand under
 * heads of the same words, as 二级指标 does on either side, the nearer one is meant.
 */
function labelsUnderHeads(grid: Grid, cell: GridCell): readonly GridCell[] {
  const found: GridCell[] = []
  const words = new Set([headWords(grid, cell)])
  for (const left of toTheLeft(grid, cell)) {
    const head = headWords(grid, left)
    if (!(left.cell.role === 'label' || namesItem(grid, left, cell)) || (head !== '' && words.has(head))) continue
    words.add(head)
    found.push(left)
  }
  return found.reverse()
}

const headWords = (grid: Grid, cell: GridCell): string => columnHeads(grid, cell).at(-1)?.text ?? ''

/** The cells left of this one in its first row, the nearest first. */
const toTheLeft = ({ rows }: Grid, { cell }: GridCell): readonly GridCell[] =>
  (rows[cell.row] ?? []).filter((other) => other.cell.column < cell.column).reverse()

/** The first cell of a list's item, such as the name of an indicator, names the item's other cells in the row. */
function namesItem({ rows }: Grid, left: GridCell, cell: GridCell): boolean {
  const item = itemOf(cell)
  return item !== '' && (rows[cell.cell.row] ?? []).find((other) => itemOf(other) === item) === left
}

/** `indicators[3].annual[0].value` → `indicators[3].annual[0]`; empty for what is in no list, and for labels. */
const itemOf = ({ cell: { path = '', role } }: GridCell): string =>
  role === 'label' ? '' : path.slice(0, path.lastIndexOf(']') + 1)

/**
 * Without column heads a value has the labels that stand right before it, and those further left that span more rows
 * than it does: 项目资金 is said of all amounts, 主管部门 not of the 实施单位 that follows in its row.
 */
function labelsOfPair(grid: Grid, cell: GridCell): readonly GridCell[] {
  const left = toTheLeft(grid, cell)
  const before = left.findIndex(({ cell: { role } }) => role !== 'label')
  const own = before === -1 ? left : left.slice(0, before)
  const spanning = left.slice(own.length).filter((label) => label.cell.role === 'label' && spansMore(label, cell))
  const labels = [...own, ...spanning].reverse()
  const side = own[0] && sideLabel(grid, own[0])
  return side === undefined ? labels : [...labels.slice(0, -1), side, ...labels.slice(-1)]
}

const spanningLabels = (grid: Grid, cell: GridCell): readonly GridCell[] =>
  toTheLeft(grid, cell)
    .filter((label) => label.cell.role === 'label' && spansMore(label, cell))
    .reverse()

const spansMore = (label: GridCell, { cell: { rowSpan = 1 } }: GridCell): boolean => (label.cell.rowSpan ?? 1) > rowSpan

/**
 * Where a row has the same words twice, as 省级财政资金 of the period and of the year, the first row of the block tells
 * the sides apart: the label that stands there in the same column, 年度资金总额.
 */
function sideLabel({ rows }: Grid, label: GridCell): GridCell | undefined {
  const { row, column } = label.cell
  const twice = rows[row]?.some((other) => other !== label && other.cell.role === 'label' && other.text === label.text)
  const block = rows[row]?.find(
    (other) => other.cell.role === 'label' && other.cell.column < column && spansMore(other, label),
  )
  if (!twice || block === undefined || block.cell.row === row) return undefined
  return rows[block.cell.row]?.find((top) => top.cell.role === 'label' && top.cell.column === column)
}
