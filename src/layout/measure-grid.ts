/** Breaks every text of a bound grid into lines at the width of its cell. */
import type { FaceMetrics, FontBook } from '../fonts/face.js'
import { flatMap } from '../lists/flat-map.js'
import type { BoundCell, BoundGrid, BoundMerge, BoundRow, BoundText, TextStyle } from '../template/bound-grid.js'
import { breakLines, type Line } from '../text/break-lines.js'
import { createMeasure, type Measure } from '../text/clusters.js'
import { normalise } from '../text/normalise.js'
import { SPACES } from '../text/spaces.js'
import type { Length } from './length.js'
import {
  type MeasuredCell,
  type MeasuredGrid,
  type MeasuredMerge,
  type MeasuredRow,
  type MeasuredText,
  textHeight,
} from './measured.js'

/** Breaks a text at a width, in the faces and size of its style. */
export type BreakText = (text: string, style: TextStyle, width: Length) => readonly Line[]

export const measureGrid = (grid: BoundGrid, book: FontBook): MeasuredGrid => {
  const breakText = createBreakText(book)
  const { tracks, inset, continuation } = grid
  const context: MeasureContext = { tracks, insetX: inset.x, continuation, breakText }
  const rows = [...measureSections(grid, context), ...measureSignature(grid, context)]
  const merges = measureMerges(grid, context)
  const width = tracks.reduce((sum, track) => sum + track, 0)
  const heading = grid.heading.map((line) => measureText(line, width, breakText))
  const resolved = resolveOverTall(grid, rows, merges)
  return {
    bound: grid,
    heading,
    rows: resolved.rows,
    headsOf: findHeads(grid, rows.length),
    merges: resolved.merges,
    mergesOf: indexMerges(resolved.merges, rows.length),
  }
}

/** An indent would push centred words off their centre. */
const withoutIndents = (text: string): string => (INDENT.test(text) ? text.replace(INDENTS, '') : text)

const INDENT = new RegExp(`^[${SPACES}]`, 'm')
const INDENTS = new RegExp(`^[${SPACES}]+`, 'gm')

/**
 * One measure for each chain of faces and size. It remembers what it has measured for as long as the chain lives: advances
 * are the font's, not the form's, and the same characters come again in the next form.
 */
const measures = new WeakMap<readonly FaceMetrics[], Map<Length, Measure>>()

const measureOf = (chain: readonly FaceMetrics[], size: Length): Measure => {
  const bySize = measures.get(chain) ?? new Map<Length, Measure>()
  measures.set(chain, bySize)
  const measure = bySize.get(size) ?? createMeasure(chain, size)
  bySize.set(size, measure)
  return measure
}

export const createBreakText =
  (book: FontBook): BreakText =>
  (text, style, width) => {
    if (text === '') return []
    const measure = measureOf(book.chain(style.role), style.size)
    return breakLines(style.align === 'center' ? withoutIndents(normalise(text)) : normalise(text), width, measure)
  }

const measureText = (bound: BoundText, width: Length, breakText: BreakText): MeasuredText => ({
  bound,
  lines: breakText(bound.text, bound.style, width),
})

const trackWidth = (tracks: readonly Length[], { column, columnSpan }: BoundCell): Length => {
  let width = 0
  for (let track = column; track < column + columnSpan; track++) width += tracks[track] ?? 0
  return width
}

/** What a section's cells are measured in. */
interface MeasureContext {
  readonly tracks: readonly Length[]
  readonly insetX: Length
  readonly continuation: string
  readonly breakText: BreakText
}

const measureCell = (bound: BoundCell, { tracks, insetX, continuation, breakText }: MeasureContext): MeasuredCell => {
  const width = trackWidth(tracks, bound) - 2 * insetX
  const lines = breakText(bound.text, bound.style, width)
  const continued = bound.role === 'label' && bound.text !== '' && continuation !== ''
  return {
    bound,
    lines,
    repeats: bound.role === 'label' || bound.role === 'head',
    continuedLines: continued ? breakText(bound.text + continuation, bound.style, width) : lines,
  }
}

const measureSections = (grid: BoundGrid, context: MeasureContext): readonly MeasuredRow[] =>
  flatMap(grid.sections, (section, index) =>
    section.rows.map((row) => measureRow(row, { section: index, framed: true }, context)),
  )

const measureSignature = (grid: BoundGrid, context: MeasureContext): readonly MeasuredRow[] => {
  if (!grid.signature) return []
  const { row, tracks } = grid.signature
  const { insetX, continuation, breakText } = context
  return [measureRow(row, { section: -1, framed: false }, { tracks, insetX, continuation, breakText })]
}

const measureRow = (
  row: BoundRow,
  { section, framed }: { readonly section: number; readonly framed: boolean },
  context: MeasureContext,
): MeasuredRow => ({
  section,
  framed,
  cells: row.cells.map((cell) => measureCell(cell, context)),
  minHeight: row.minHeight,
  breakInside: row.breakInside,
  tie: row.tie,
})

const measureMerges = (grid: BoundGrid, context: MeasureContext): readonly MeasuredMerge[] => {
  const merges: MeasuredMerge[] = []
  let firstOfSection = 0
  for (const section of grid.sections) {
    for (const merge of section.merges) merges.push(measureMerge(merge, firstOfSection, context))
    firstOfSection += section.rows.length
  }
  return merges.sort((a, b) => a.lastRow - a.firstRow - (b.lastRow - b.firstRow))
}

/** A merged value is one cell like a merged label, but may not stand twice: its further page parts are blank. */
const measureMerge = (merge: BoundMerge, offset: number, context: MeasureContext): MeasuredMerge => {
  const cell = measureCell(merge, context)
  return {
    cell: cell.repeats ? cell : { ...cell, continuedLines: [] },
    firstRow: offset + merge.firstRow,
    lastRow: offset + merge.lastRow,
  }
}

const findHeads = (grid: BoundGrid, rowCount: number): readonly (readonly number[])[] => {
  const heads: (readonly number[])[] = []
  for (const section of grid.sections) {
    const own = Array.from({ length: section.headRows }, (_, index) => heads.length + index)
    section.rows.forEach((_, index) => heads.push(index < section.headRows ? [] : own))
  }
  while (heads.length < rowCount) heads.push([])
  return heads
}

/**
 * A label that is taller than a page cannot stand whole on each of them, nor a merged value on one: they become an ordinary
 * cell of their first row, which grows and goes on over pages; the rows below keep a blank cell.
 */
const resolveOverTall = (
  grid: BoundGrid,
  rows: readonly MeasuredRow[],
  merges: readonly MeasuredMerge[],
): Pick<MeasuredGrid, 'rows' | 'merges'> => {
  const limit = tallestRepeat(grid)
  const tall = (cell: MeasuredCell): boolean =>
    textHeight(cell, Math.max(cell.lines.length, cell.continuedLines.length), grid.inset.y) > limit
  const loose = merges.filter(({ cell }) => tall(cell))
  const resolved = rows.map((row, index) => {
    const own = loose.filter((merge) => merge.firstRow === index).map(({ cell }) => once(cell))
    // Most rows stay as they are.
    if (own.length === 0 && !row.cells.some((cell) => cell.repeats && tall(cell))) return row
    const cells = row.cells.map((cell) => (cell.repeats && tall(cell) ? once(cell) : cell))
    const { section, framed, minHeight, breakInside, tie } = row
    const sorted = [...cells, ...own].sort((a, b) => a.bound.column - b.bound.column)
    return { section, framed, cells: sorted, minHeight, breakInside, tie }
  })
  if (loose.length === 0) return { rows: resolved, merges }
  return { rows: resolved, merges: merges.flatMap((merge) => (loose.includes(merge) ? blankBelow(merge) : [merge])) }
}

/** Printed once, however many pages it goes over. */
const once = ({ bound, lines, continuedLines }: MeasuredCell): MeasuredCell => ({
  bound,
  lines,
  repeats: false,
  continuedLines,
})

const indexMerges = (merges: readonly MeasuredMerge[], rowCount: number): readonly (readonly number[])[] => {
  const mergesOf: number[][] = Array.from({ length: rowCount }, () => [])
  merges.forEach(({ firstRow, lastRow }, index) => {
    for (let row = firstRow; row <= lastRow; row++) mergesOf[row]?.push(index)
  })
  return mergesOf
}

const blankBelow = ({ cell, firstRow, lastRow }: MeasuredMerge): readonly MeasuredMerge[] =>
  firstRow === lastRow
    ? []
    : [
        {
          cell: { bound: { ...cell.bound, role: 'blank', text: '' }, lines: [], repeats: true, continuedLines: [] },
          firstRow: firstRow + 1,
          lastRow,
        },
      ]

/** Three quarters of the type area: the column heads above the label and a few rows beside it still fit on the page. */
const tallestRepeat = ({ paper }: BoundGrid): Length =>
  Math.floor(((paper.height - paper.margin.top - paper.margin.bottom) * 3) / 4)
