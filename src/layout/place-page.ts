/** Sets the rows of one page on paper: boxes for the cells, and where in them the lines stand. */
import { withNames } from '../template/bound-grid.js'
import { mergesReaching, slicesOf, standsAgain } from './grow-for-labels.js'
import type { Length } from './length.js'
import { linesOf, type MeasuredCell, type MeasuredGrid, type MeasuredRow } from './measured.js'
import type { Cell } from './page.js'
import type { PagePlan } from './paginate.js'
import { type PlacedLines, placeLines } from './set-lines.js'
import type { LineRange } from './slice-row.js'

/** A cell with the lines it shows on this page. */
export interface PlacedCell {
  /** Names the cell of the grid, which its page parts share; absent where it has one part only. */
  readonly key: number | undefined
  readonly cell: Cell
  readonly text: PlacedLines
}

/** @param top upper edge of the page's first row */
export const placeRows = (
  grid: MeasuredGrid,
  plan: PagePlan,
  top: Length,
  beforeSignature: Length,
): readonly PlacedCell[] => {
  const sheet: Sheet = {
    grid,
    plan,
    tops: stackSlices(grid, plan, top, beforeSignature),
    edges: edgesOf(grid.bound.tracks, grid.bound.paper.margin.left),
    signatureEdges: edgesOf(grid.bound.signature?.tracks ?? [], grid.bound.paper.margin.left),
  }
  const placed: PlacedCell[] = []
  for (let index = 0; index < plan.slices.length; index++) placeSlice(placed, sheet, index)
  for (const merge of mergesReaching(grid, plan.slices)) placeMerge(placed, sheet, merge)
  return placed.sort(inReadingOrder)
}

/** What all cells of a page are placed by. */
interface Sheet {
  readonly grid: MeasuredGrid
  readonly plan: PagePlan
  /** Upper edges of the slices of the page. */
  readonly tops: readonly Length[]
  /** Left edges of the tracks, and the right edge of the last: of the grid, and of the signature line. */
  readonly edges: readonly Length[]
  readonly signatureEdges: readonly Length[]
}

const inReadingOrder = ({ cell: a }: PlacedCell, { cell: b }: PlacedCell): number => a.y - b.y || a.x - b.x

const stackSlices = (grid: MeasuredGrid, plan: PagePlan, top: Length, beforeSignature: Length): readonly Length[] => {
  let y = top
  return plan.slices.map((slice, index) => {
    const sliceTop = grid.rows[slice.row]?.framed ? y : y + beforeSignature
    y = sliceTop + (plan.heights[index] ?? 0)
    return sliceTop
  })
}

const edgesOf = (tracks: readonly Length[], left: Length): readonly Length[] => {
  const edges = [left]
  for (const track of tracks) edges.push((edges.at(-1) ?? 0) + track)
  return edges
}

const placeSlice = (placed: PlacedCell[], sheet: Sheet, index: number): void => {
  const slice = sheet.plan.slices[index] as PagePlan['slices'][number]
  const row = sheet.grid.rows[slice.row] as MeasuredRow
  const goesOn =
    slice.begun ||
    slice.ranges.some((range, i) => !row.cells[i]?.repeats && range.to < (row.cells[i]?.lines.length ?? 0))
  row.cells.forEach((cell, i) => {
    placed.push(
      placeCell(sheet, cell, {
        key: goesOn || cell.repeats ? slice.row * MOST_COLUMNS + i : undefined,
        y: sheet.tops[index] ?? 0,
        height: sheet.plan.heights[index] ?? 0,
        row: slice.row,
        rowSpan: 1,
        range: slice.ranges[i] ?? { from: 0, to: 0 },
        framed: row.framed,
        repeated: slice.repeated || (cell.repeats && slice.begun),
        goesOn,
      }),
    )
  })
}

/** A row has fewer cells than this: a key for each cell of each row, and negative ones for merged cells. */
const MOST_COLUMNS = 1000

const placeMerge = (placed: PlacedCell[], sheet: Sheet, index: number): void => {
  const { grid, plan, tops } = sheet
  const merge = grid.merges[index]
  const range = merge && slicesOf(merge, plan.slices)
  if (!range) return
  const y = tops[range.first] ?? 0
  const repeated = standsAgain(merge, plan.slices, range)
  placed.push(
    placeCell(sheet, merge.cell, {
      key: -1 - index,
      y,
      height: (tops[range.last] ?? 0) + (plan.heights[range.last] ?? 0) - y,
      row: merge.firstRow,
      rowSpan: merge.lastRow - merge.firstRow + 1,
      range: { from: 0, to: linesOf(merge.cell, repeated).length },
      framed: true,
      repeated,
      goesOn: false,
    }),
  )
}

interface Placement {
  /** As in `PlacedCell`. */
  readonly key: number | undefined
  readonly y: Length
  readonly height: Length
  readonly row: number
  readonly rowSpan: number
  readonly range: LineRange
  readonly framed: boolean
  readonly repeated: boolean
  /** The row began on an earlier page or goes on to a later one: its running text starts at the top. */
  readonly goesOn: boolean
}

const placeCell = (sheet: Sheet, measured: MeasuredCell, at: Placement): PlacedCell => {
  const { bound } = measured
  const edges = at.framed ? sheet.edges : sheet.signatureEdges
  const x = edges[bound.column] ?? 0
  const width = (edges[bound.column + bound.columnSpan] ?? 0) - x
  const box = { x, y: at.y, width, height: at.height }
  const lines = linesOf(measured, at.repeated).slice(at.range.from, at.range.to)
  const cell = {
    role: bound.role,
    x,
    y: at.y,
    width,
    height: at.height,
    framed: at.framed,
    row: at.row,
    rowSpan: at.rowSpan,
    column: bound.column,
    columnSpan: bound.columnSpan,
    part: 1,
    parts: 1,
    repeated: at.repeated,
  }
  return {
    key: at.key,
    cell: withNames(cell, bound),
    text: placeLines(lines, bound.style, box, sheet.grid.bound.inset, at.goesOn && !measured.repeats),
  }
}
