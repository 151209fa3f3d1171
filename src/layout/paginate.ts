/**
 * Divides the rows of a measured grid into pages (CSS Fragmentation Level 3, 4: breaks, forced and avoided).
 * Every page takes at least one line of the form: a page that cannot is refused, so the paginator always ends.
 */
import { TIE } from '../template/bound-grid.js'
import { growForLabels } from './grow-for-labels.js'
import type { Length } from './length.js'
import { type MeasuredGrid, type MeasuredMerge, type MeasuredRow, textHeight } from './measured.js'
import {
  fittingSlice,
  forcedSlice,
  isBegun,
  noOffsets,
  type Offsets,
  offsetsAfter,
  type RowSlice,
  wholeSlice,
} from './slice-row.js'

/** Where the next page begins: a row, and what earlier pages have printed of it. */
interface Cursor {
  readonly row: number
  readonly offsets: Offsets
}

/** The rows of one page with their final heights. */
export interface PagePlan {
  readonly slices: readonly RowSlice[]
  readonly heights: readonly Length[]
}

export interface PageRooms {
  /** Height for rows on the first page, below the heading, and on every other. */
  readonly first: Length
  readonly other: Length
  /** Space above the signature line. */
  readonly beforeSignature: Length
}

/** A row that fits on no page even line by line: the paper is too small for the template. */
export interface Unplaceable {
  readonly unplaceableRow: number
}

export const paginate = (grid: MeasuredGrid, rooms: PageRooms): readonly PagePlan[] | Unplaceable => {
  const plans: PagePlan[] = []
  let cursor: Cursor | undefined = startAt(grid, 0)
  while (cursor) {
    const page: FilledPage | undefined = fillPage(grid, rooms, cursor, plans.length === 0 ? rooms.first : rooms.other)
    if (!page) {
      // The first page may be full of heading: the form then begins on the second.
      if (plans.length > 0 || rooms.first >= rooms.other) return { unplaceableRow: cursor.row }
      plans.push({ slices: [], heights: [] })
      continue
    }
    plans.push({ slices: page.slices, heights: growForLabels(grid, page.slices) })
    cursor = page.next
  }
  return plans
}

interface FilledPage {
  readonly slices: readonly RowSlice[]
  readonly next: Cursor | undefined
}

const startAt = (grid: MeasuredGrid, row: number): Cursor | undefined => {
  const measured = grid.rows[row]
  return measured && { row, offsets: noOffsets(measured) }
}

const fillPage = (grid: MeasuredGrid, rooms: PageRooms, cursor: Cursor, room: Length): FilledPage | undefined => {
  const insetY = grid.bound.inset.y
  const slices: RowSlice[] = repeatedHeads(grid, cursor)
  const heads = slices.length
  const atMost = createHeightBound(grid, rooms, slices)
  for (let row = cursor.row; row < grid.rows.length; row++) {
    const measured = grid.rows[row] as MeasuredRow
    const offsets = row === cursor.row ? cursor.offsets : noOffsets(measured)
    const slice = wholeSlice(measured, row, offsets, insetY)
    if (atMost(slice) <= room || pageHeight(grid, rooms, [...slices, slice]) <= room) slices.push(slice)
    else return breakPage(grid, rooms, { slices, heads, cursor, room }, { row, offsets, whole: slice })
  }
  return { slices, next: undefined }
}

/**
 * No page of these slices is higher than this: each label that reaches it makes it grow by its own height at most. Told row
 * by row, so that a page is measured exactly only when it is nearly full.
 */
const createHeightBound = (grid: MeasuredGrid, rooms: PageRooms, first: readonly RowSlice[]) => {
  const reached = new Set<number>()
  let bound = 0
  const add = (slice: RowSlice): Length => {
    bound += slice.height + (grid.rows[slice.row]?.framed === false ? rooms.beforeSignature : 0)
    for (const index of grid.mergesOf[slice.row] ?? []) {
      if (reached.has(index)) continue
      reached.add(index)
      bound += tallest(grid, grid.merges[index])
    }
    return bound
  }
  first.forEach(add)
  return add
}

const tallest = (grid: MeasuredGrid, merge: MeasuredMerge | undefined): Length =>
  merge === undefined
    ? 0
    : textHeight(merge.cell, Math.max(merge.cell.lines.length, merge.cell.continuedLines.length), grid.bound.inset.y)

const repeatedHeads = (grid: MeasuredGrid, cursor: Cursor): RowSlice[] =>
  (grid.headsOf[cursor.row] ?? []).map((head) => {
    const row = grid.rows[head] as MeasuredRow
    return wholeSlice(row, head, noOffsets(row), grid.bound.inset.y, true)
  })

const pageHeight = (grid: MeasuredGrid, rooms: PageRooms, slices: readonly RowSlice[], openRow?: number): Length => {
  const hasSignature =
    slices.some((slice) => grid.rows[slice.row]?.framed === false) || grid.rows[openRow ?? -1]?.framed === false
  const heights = growForLabels(grid, slices, openRow)
  return heights.reduce((sum, height) => sum + height, 0) + (hasSignature ? rooms.beforeSignature : 0)
}

interface OpenPage {
  readonly slices: readonly RowSlice[]
  /** How many of the slices are repeated column heads. */
  readonly heads: number
  readonly cursor: Cursor
  readonly room: Length
}

interface Overflow {
  readonly row: number
  readonly offsets: Offsets
  readonly whole: RowSlice
}

/** The row does not fit: it goes on over the page, or the page ends at the freest place before it, or the row is cut by force. */
const breakPage = (
  grid: MeasuredGrid,
  rooms: PageRooms,
  page: OpenPage,
  overflow: Overflow,
): FilledPage | undefined => {
  const goesOn = mayGoOn(grid, rooms, overflow) ? splitOverflow(grid, rooms, page, overflow, fittingSlice) : undefined
  if (goesOn) return goesOn
  for (const tie of [TIE.none, TIE.block]) {
    const before = rewind(grid, page, overflow.row, tie)
    if (before) return before
  }
  return (
    shorten(grid, page, overflow.row) ??
    rewind(grid, page, overflow.row, TIE.firm) ??
    splitOverflow(grid, rooms, page, overflow, fittingSlice) ??
    splitOverflow(grid, rooms, page, overflow, forcedSlice)
  )
}

/** Running text goes on over a page, an item where moved whole it would leave a hole; any other row only where no page holds it. */
const mayGoOn = (grid: MeasuredGrid, rooms: PageRooms, { row, offsets, whole }: Overflow): boolean => {
  const breakInside = grid.rows[row]?.breakInside
  if (breakInside === 'auto' || isBegun(offsets)) return true
  if (breakInside === 'avoid-unless-tall' && whole.height > rooms.other * LARGEST_HOLE) return true
  return pageHeight(grid, rooms, [...repeatedHeads(grid, { row, offsets }), whole]) > rooms.other
}

/** Share of a page that may stay empty at its foot so that a row need not be cut. */
const LARGEST_HOLE = 1 / 3

const splitOverflow = (
  grid: MeasuredGrid,
  rooms: PageRooms,
  page: OpenPage,
  { row, offsets }: Overflow,
  slice: typeof fittingSlice,
): FilledPage | undefined => {
  const room = page.room - pageHeight(grid, rooms, page.slices, row)
  const part = slice(grid.rows[row] as MeasuredRow, row, offsets, room, grid.bound.inset.y)
  if (!part || pageHeight(grid, rooms, [...page.slices, part]) > page.room) return undefined
  return { slices: [...page.slices, part], next: { row, offsets: offsetsAfter(grid.rows[row] as MeasuredRow, part) } }
}

/** Ends the page at its last place that is tied no firmer than `tie`; the rows behind it move on. */
const rewind = (grid: MeasuredGrid, page: OpenPage, overflowRow: number, tie: number): FilledPage | undefined => {
  for (let row = overflowRow; row > page.cursor.row; row--) {
    if ((grid.rows[row]?.tie ?? TIE.none) > tie) continue
    const slices = page.slices.slice(0, page.heads + row - page.cursor.row)
    return { slices, next: startAt(grid, row) }
  }
  return undefined
}

/** Moves the last lines of the last row on, so that what is tied to it (the signature line) does not stand alone. */
const shorten = (grid: MeasuredGrid, page: OpenPage, overflowRow: number): FilledPage | undefined => {
  const last = page.slices.at(-1)
  if (!last || last.row !== overflowRow - 1 || page.slices.length - 1 < page.heads) return undefined
  const row = grid.rows[last.row] as MeasuredRow
  const offsets = last.ranges.map((range, i) => (row.cells[i]?.repeats ? 0 : range.from))
  const part = fittingSlice(row, last.row, offsets, last.height - 1, grid.bound.inset.y)
  return (
    part && { slices: [...page.slices.slice(0, -1), part], next: { row: last.row, offsets: offsetsAfter(row, part) } }
  )
}
