/** A bound grid with its text broken into lines: heights are known, pages are not. All lengths are raw units. */
import type { BoundCell, BoundGrid, BoundRow, BoundText } from '../template/bound-grid.js'
import type { Line } from '../text/break-lines.js'
import type { Length } from './length.js'

export interface MeasuredText {
  readonly bound: BoundText
  readonly lines: readonly Line[]
}

export interface MeasuredCell extends MeasuredText {
  readonly bound: BoundCell
  /** The whole text stands on every page part: labels and column heads. Otherwise each line is printed once. */
  readonly repeats: boolean
  /** The lines of a label that stands again, with the template's word for it, such as （续）; none of a merged value. */
  readonly continuedLines: readonly Line[]
}

/** A cell merged over rows; indices are rows of the whole grid. */
export interface MeasuredMerge {
  readonly cell: MeasuredCell
  readonly firstRow: number
  readonly lastRow: number
}

export interface MeasuredRow {
  /** Index of the section in the grid; -1 for the signature line. */
  readonly section: number
  readonly cells: readonly MeasuredCell[]
  readonly minHeight: Length
  readonly breakInside: BoundRow['breakInside']
  readonly tie: number
  /** Ruled. The signature line is not. */
  readonly framed: boolean
}

export interface MeasuredGrid {
  readonly bound: BoundGrid
  readonly heading: readonly MeasuredText[]
  /** All rows of all sections in order, heads included, the signature line last. */
  readonly rows: readonly MeasuredRow[]
  /** For each row the column heads of its section, which stand again above it on a further page; empty for heads themselves. */
  readonly headsOf: readonly (readonly number[])[]
  /** Inner merges before the outer ones that hold them. */
  readonly merges: readonly MeasuredMerge[]
  /** For each row the indices of the merges that reach it, ascending. */
  readonly mergesOf: readonly (readonly number[])[]
}

/** The lines a cell shows where its text stands again, or for the first time. */
export const linesOf = (cell: MeasuredCell, repeated: boolean): readonly Line[] =>
  repeated ? cell.continuedLines : cell.lines

/** Height a text takes with the insets above and below. */
export const textHeight = (text: MeasuredText, lineCount: number, insetY: Length): Length =>
  lineCount === 0 ? 0 : lineCount * text.bound.style.lineHeight + 2 * insetY
