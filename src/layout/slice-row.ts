/** A row may go on over pages: a slice is the part of a row that stands on one page, as a range of lines for each of its cells. */
import type { Length } from './length.js'
import { linesOf, type MeasuredCell, type MeasuredRow, textHeight } from './measured.js'

/** Half-open range of a cell's lines. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

export interface RowSlice {
  /** Index of the row in the grid. */
  readonly row: number
  /** A column head that stands again. */
  readonly repeated: boolean
  /** An earlier page has printed some of the row. */
  readonly begun: boolean
  /** For each cell of the row the lines that stand here. */
  readonly ranges: readonly LineRange[]
  /** Least height: of the row, of its tallest cell, of its repeated labels. Merged labels may stretch it. */
  readonly height: Length
}

/** For each cell of a row the lines already printed on earlier pages. */
export type Offsets = readonly number[]

/** A page part keeps at least this many lines of a cell on either side, where the cell has twice as many (CSS Fragmentation: orphans, widows). */
const LEAST_LINES = 2

export const noOffsets = (row: MeasuredRow): Offsets => row.cells.map(() => 0)

/** All that is left of a row. */
export const wholeSlice = (
  row: MeasuredRow,
  index: number,
  offsets: Offsets,
  insetY: Length,
  repeated = false,
): RowSlice => {
  const begun = isBegun(offsets)
  const ranges = row.cells.map((cell, i) => wholeRange(cell, offsets[i] ?? 0, begun))
  return makeSlice(row, index, ranges, insetY, { repeated, begun })
}

/**
 * As much of a row as fits into a height, two lines at least on either side of the break in each cell that has four or more.
 * @returns undefined where the row cannot go on here, or where nothing would be left for the next page
 */
export const fittingSlice = (
  row: MeasuredRow,
  index: number,
  offsets: Offsets,
  room: Length,
  insetY: Length,
): RowSlice | undefined =>
  sliceAt(row, index, offsets, insetY, (cell, from) => fittingEnd(cell, from, room - 2 * insetY))

/** The same with no care for the number of lines: for a page that offers no better break. At least one line of the row moves on. */
export const forcedSlice = (
  row: MeasuredRow,
  index: number,
  offsets: Offsets,
  room: Length,
  insetY: Length,
): RowSlice | undefined =>
  sliceAt(row, index, offsets, insetY, (cell, from) => forcedEnd(cell, from, room - 2 * insetY))

/** What is printed of a row when this slice is. */
export const offsetsAfter = (row: MeasuredRow, slice: RowSlice): Offsets =>
  slice.ranges.map((range, i) => (row.cells[i]?.repeats ? 0 : range.to))

export const isFinished = (row: MeasuredRow, offsets: Offsets): boolean =>
  row.cells.every((cell, i) => cell.repeats || (offsets[i] ?? 0) >= cell.lines.length)

/** Whether an earlier page has printed some of the row. */
export const isBegun = (offsets: Offsets): boolean => offsets.some((offset) => offset > 0)

const wholeRange = (cell: MeasuredCell, offset: number, begun: boolean): LineRange =>
  cell.repeats ? { from: 0, to: linesOf(cell, begun).length } : { from: offset, to: cell.lines.length }

const sliceAt = (
  row: MeasuredRow,
  index: number,
  offsets: Offsets,
  insetY: Length,
  endOf: (cell: MeasuredCell, from: number) => number | undefined,
): RowSlice | undefined => {
  const begun = isBegun(offsets)
  const ranges: LineRange[] = []
  for (const [i, cell] of row.cells.entries()) {
    const whole = wholeRange(cell, offsets[i] ?? 0, begun)
    const to = cell.repeats ? whole.to : endOf(cell, whole.from)
    if (to === undefined) return undefined
    ranges.push({ from: whole.from, to })
  }
  const progress = ranges.some((range, i) => !row.cells[i]?.repeats && range.to > range.from)
  const slice = makeSlice(row, index, ranges, insetY, { repeated: false, begun })
  return progress && !isFinished(row, offsetsAfter(row, slice)) ? slice : undefined
}

const fittingEnd = (cell: MeasuredCell, from: number, room: Length): number | undefined => {
  const fit = Math.floor(room / cell.bound.style.lineHeight)
  const left = cell.lines.length - from
  if (left <= fit) return cell.lines.length
  const taken = Math.min(fit, left - LEAST_LINES)
  return taken >= LEAST_LINES && cell.lines.length >= 2 * LEAST_LINES ? from + taken : undefined
}

const forcedEnd = (cell: MeasuredCell, from: number, room: Length): number => {
  const fit = Math.max(0, Math.floor(room / cell.bound.style.lineHeight))
  return Math.min(cell.lines.length, from + fit)
}

const makeSlice = (
  row: MeasuredRow,
  index: number,
  ranges: readonly LineRange[],
  insetY: Length,
  state: { readonly repeated: boolean; readonly begun: boolean },
): RowSlice => {
  // A blank row is as high as a line of its cells: someone will write in it.
  const heights = row.cells.map((cell, i) =>
    textHeight(cell, Math.max(1, (ranges[i]?.to ?? 0) - (ranges[i]?.from ?? 0)), insetY),
  )
  return { row: index, ...state, ranges, height: Math.max(row.minHeight, ...heights) }
}
