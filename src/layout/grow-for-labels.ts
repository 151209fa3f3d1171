/** A merged label that is taller than its page part makes the part grow: nothing overlaps. */
import type { Length } from './length.js'
import { linesOf, type MeasuredGrid, type MeasuredMerge, textHeight } from './measured.js'
import type { RowSlice } from './slice-row.js'

/** First and last slice of a page that a merged cell reaches, both included. */
export interface SliceRange {
  readonly first: number
  readonly last: number
}

/**
 * The slices of a page that a merge reaches. Column heads that stand again count where the merge holds them.
 * @returns undefined where it reaches none
 */
export const slicesOf = (merge: MeasuredMerge, slices: readonly RowSlice[]): SliceRange | undefined => {
  let first = -1
  let last = -1
  for (let i = 0; i < slices.length; i++) {
    const { row } = slices[i] as RowSlice
    if (row < merge.firstRow || row > merge.lastRow) continue
    if (first < 0) first = i
    last = i
  }
  return first < 0 ? undefined : { first, last }
}

/** Whether an earlier page has printed the label of these slices already. */
export const standsAgain = (
  merge: MeasuredMerge,
  slices: readonly RowSlice[],
  { first, last }: SliceRange,
): boolean => {
  for (let i = first; i <= last; i++) {
    const slice = slices[i] as RowSlice
    if (!slice.repeated) return slice.row > merge.firstRow || slice.begun
  }
  return true
}

/**
 * Heights of the slices of a page, each merged label given the height its text needs; inner labels first.
 * @param openRow a row that is still to be added: labels that reach it too are left out, for it will make room for them
 */
export const growForLabels = (
  grid: MeasuredGrid,
  slices: readonly RowSlice[],
  openRow = Number.POSITIVE_INFINITY,
): readonly Length[] => {
  const heights = slices.map((slice) => slice.height)
  for (const index of mergesReaching(grid, slices)) {
    const merge = grid.merges[index] as MeasuredMerge
    if (merge.lastRow >= openRow) continue
    const range = slicesOf(merge, slices)
    if (!range) continue
    const lines = linesOf(merge.cell, standsAgain(merge, slices, range))
    growRange(heights, range, textHeight(merge.cell, lines.length, grid.bound.inset.y))
  }
  return heights
}

/** Indices of the merges that reach any of these slices, ascending, which is inner ones first. */
export const mergesReaching = (grid: MeasuredGrid, slices: readonly RowSlice[]): readonly number[] => {
  const indices = new Set<number>()
  for (const { row } of slices) for (const index of grid.mergesOf[row] ?? []) indices.add(index)
  return [...indices].sort((a, b) => a - b)
}

/** Spreads what is missing evenly over the rows, the odd units over the first of them. */
const growRange = (heights: Length[], { first, last }: SliceRange, need: Length): void => {
  const count = last - first + 1
  let missing = need
  for (let i = first; i <= last; i++) missing -= heights[i] ?? 0
  if (missing <= 0) return
  for (let i = 0; i < count; i++) {
    heights[first + i] = (heights[first + i] ?? 0) + Math.floor(missing / count) + (i < missing % count ? 1 : 0)
  }
}
