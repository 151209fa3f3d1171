/** Sets the rows of one page on paper: boxes for the cells, baselines for the lines, runs for the text. */
import type { BoundText } from '../template/bound-grid.js'
import type { Line, SetCluster } from '../text/break-lines.js'
import { mergesReaching, slicesOf, standsAgain } from './grow-for-labels.js'
import type { Length } from './length.js'
import { linesOf, type MeasuredCell, type MeasuredGrid, type MeasuredMerge, type MeasuredRow } from './measured.js'
import type { Cell, TextRun } from './page.js'
import type { PagePlan } from './paginate.js'
import type { LineRange } from './slice-row.js'

/** Above the baseline an em box has this share of its em, whatever the font's own metrics are (typography: .88 and .12). */
const ASCENT = 0.88

/** A cell with the lines it shows on this page. */
export interface PlacedCell {
  /** Names the cell of the grid; its page parts share it. */
  readonly key: string
  readonly cell: Cell
  readonly runs: readonly Omit<TextRun, 'cell'>[]
}

/** Top edges of the slices of a page. */
export type Tops = readonly Length[]

/** @param top upper edge of the page's first row */
export const placeRows = (
  grid: MeasuredGrid,
  plan: PagePlan,
  top: Length,
  beforeSignature: Length,
): readonly PlacedCell[] => {
  const tops = stackSlices(grid, plan, top, beforeSignature)
  const merged = mergesReaching(grid, plan.slices).flatMap((merge) => placeMerge(grid, plan, tops, merge))
  const plain = plan.slices.flatMap((slice, index) =>
    placeSlice(grid, plan, tops, index, grid.rows[slice.row] as MeasuredRow),
  )
  return [...plain, ...merged].sort(inReadingOrder)
}

const inReadingOrder = ({ cell: a }: PlacedCell, { cell: b }: PlacedCell): number => a.y - b.y || a.x - b.x

const stackSlices = (grid: MeasuredGrid, plan: PagePlan, top: Length, beforeSignature: Length): Tops => {
  let y = top
  return plan.slices.map((slice, index) => {
    const sliceTop = grid.rows[slice.row]?.framed ? y : y + beforeSignature
    y = sliceTop + (plan.heights[index] ?? 0)
    return sliceTop
  })
}

const placeSlice = (
  grid: MeasuredGrid,
  plan: PagePlan,
  tops: Tops,
  index: number,
  row: MeasuredRow,
): readonly PlacedCell[] => {
  const slice = plan.slices[index] as PagePlan['slices'][number]
  const stops = slice.ranges.some((range, i) => !row.cells[i]?.repeats && range.to < (row.cells[i]?.lines.length ?? 0))
  return row.cells.map((cell, i) =>
    placeCell(grid, cell, {
      key: `${slice.row}/${i}`,
      box: { ...columnsOf(grid, cell, row.framed), y: tops[index] ?? 0, height: plan.heights[index] ?? 0 },
      rows: { row: slice.row, rowSpan: 1 },
      range: slice.ranges[i] ?? { from: 0, to: 0 },
      framed: row.framed,
      repeated: slice.repeated || (cell.repeats && slice.begun),
      goesOn: stops || slice.begun,
    }),
  )
}

const placeMerge = (grid: MeasuredGrid, plan: PagePlan, tops: Tops, merge: MeasuredMerge): readonly PlacedCell[] => {
  const range = slicesOf(merge, plan.slices)
  if (!range) return []
  const y = tops[range.first] ?? 0
  const repeated = standsAgain(merge, plan.slices, range)
  return [
    placeCell(grid, merge.cell, {
      key: `merge ${merge.firstRow}–${merge.lastRow} column ${merge.cell.bound.column}`,
      box: {
        ...columnsOf(grid, merge.cell, true),
        y,
        height: (tops[range.last] ?? 0) + (plan.heights[range.last] ?? 0) - y,
      },
      rows: { row: merge.firstRow, rowSpan: merge.lastRow - merge.firstRow + 1 },
      range: { from: 0, to: linesOf(merge.cell, repeated).length },
      framed: true,
      repeated,
      goesOn: false,
    }),
  ]
}

const columnsOf = (grid: MeasuredGrid, cell: MeasuredCell, framed: boolean): { x: Length; width: Length } => {
  const tracks = framed ? grid.bound.tracks : (grid.bound.signature?.tracks ?? [])
  const { column, columnSpan } = cell.bound
  const sum = (from: number, to: number): Length => tracks.slice(from, to).reduce((total, track) => total + track, 0)
  return { x: grid.bound.paper.margin.left + sum(0, column), width: sum(column, column + columnSpan) }
}

interface Placement {
  /** Names the cell of the grid that this is a page part of. */
  readonly key: string
  readonly box: { readonly x: Length; readonly y: Length; readonly width: Length; readonly height: Length }
  readonly rows: { readonly row: number; readonly rowSpan: number }
  readonly range: LineRange
  readonly framed: boolean
  readonly repeated: boolean
  /** The row began on an earlier page or goes on to a later one: its running text starts at the top. */
  readonly goesOn: boolean
}

const placeCell = (grid: MeasuredGrid, measured: MeasuredCell, at: Placement): PlacedCell => {
  const { bound } = measured
  const lines = linesOf(measured, at.repeated).slice(at.range.from, at.range.to)
  return {
    key: at.key,
    cell: {
      role: bound.role,
      ...at.box,
      framed: at.framed,
      ...at.rows,
      column: bound.column,
      columnSpan: bound.columnSpan,
      ...describe(bound),
      part: 1,
      parts: 1,
      repeated: at.repeated,
    },
    runs: placeLines(lines, bound, at.box, grid.bound.inset, at.goesOn && !measured.repeats),
  }
}

export const describe = (bound: BoundText): { path?: string; label?: string } => ({
  ...(bound.path === undefined ? {} : { path: bound.path }),
  ...(bound.label === undefined ? {} : { label: bound.label }),
})

/** Sets lines into a box, by the em box and not by font metrics, so that text stands equally with every font. */
export const placeLines = (
  lines: readonly Line[],
  bound: BoundText,
  box: Placement['box'],
  inset: { readonly x: Length; readonly y: Length },
  atTop = false,
): readonly Omit<TextRun, 'cell'>[] => {
  const { size, lineHeight, verticalAlign } = bound.style
  const free = box.height - lines.length * lineHeight
  const top = box.y + (atTop || verticalAlign === 'top' ? inset.y : Math.floor(free / 2))
  const ascent = Math.round((lineHeight - size) / 2 + ASCENT * size)
  const room = { x: box.x + inset.x, width: box.width - 2 * inset.x }
  return lines.flatMap((line, index) => setRuns(line, index, bound, room, top + index * lineHeight + ascent))
}

const setRuns = (
  line: Line,
  index: number,
  { style }: BoundText,
  room: { readonly x: Length; readonly width: Length },
  baseline: Length,
): readonly Omit<TextRun, 'cell'>[] => {
  const spacing = style.justify && !line.last ? spreadLine(line, room.width, style.size) : 0
  const groups = groupClusters(line.clusters, spacing > 0)
  const widths = groups.map((clusters) => groupWidth(clusters, spacing))
  const width = widths.reduce((sum, one) => sum + one, 0) + spacing * Math.max(0, groups.length - 1)
  let x = room.x + alignOffset(style.align, room.width - width)
  return groups.map((clusters, i) => {
    const run = makeRun(clusters, { line: index, size: style.size, x, baseline, width: widths[i] ?? 0, spacing })
    x += run.width + spacing
    return run
  })
}

/** Latin words and numbers are set solid; a line is spread between all its other characters (CLREQ 3.2.3). */
const isSolid = (cluster: SetCluster | undefined): boolean => /^[!-~\u00C0-\u024F]$/.test(cluster?.text ?? '')

const groupWidth = (clusters: readonly SetCluster[], spacing: Length): Length =>
  clusters.reduce((sum, cluster) => sum + cluster.width, 0) +
  (isSolid(clusters[0]) ? 0 : spacing * (clusters.length - 1))

const makeRun = (
  clusters: readonly SetCluster[],
  at: { line: number; size: Length; x: Length; baseline: Length; width: Length; spacing: Length },
): Omit<TextRun, 'cell'> => {
  const { face, half } = clusters[0] as SetCluster
  const spread = at.spacing > 0 && clusters.length > 1 && !isSolid(clusters[0])
  return {
    line: at.line,
    text: clusters.map((cluster) => cluster.text).join(''),
    face,
    size: at.size,
    x: at.x,
    baseline: at.baseline,
    width: at.width,
    ...(half === undefined ? {} : { half }),
    ...(spread ? { letterSpacing: at.spacing } : {}),
  }
}

/** A line is spread to both edges by at most this share of an em a gap; a wider gap would look like a hole. */
const WIDEST_GAP = 0.12

/** The space to add at each place of a line that may be spread; 0 where the line stays as it is. */
const spreadLine = (line: Line, width: Length, size: Length): Length => {
  const gaps = line.clusters.slice(1).filter((cluster, i) => !(isSolid(line.clusters[i]) && isSolid(cluster))).length
  if (gaps < 1) return 0
  const gap = Math.floor((width - line.width) / gaps)
  return gap > 0 && gap <= size * WIDEST_GAP ? gap : 0
}

const alignOffset = (align: 'left' | 'center' | 'right', free: Length): Length =>
  align === 'left' ? 0 : align === 'right' ? free : Math.floor(free / 2)

/** Neighbours of one face make one run; a mark set to half an em is a run of its own, and in a spread line so is a Latin word. */
const groupClusters = (clusters: readonly SetCluster[], spread: boolean): readonly (readonly SetCluster[])[] => {
  const groups: SetCluster[][] = []
  for (const cluster of clusters) {
    const group = groups.at(-1)
    const before = group?.[0]
    const alike = before?.face === cluster.face && before.half === undefined && cluster.half === undefined
    if (group && alike && (!spread || isSolid(before) === isSolid(cluster))) group.push(cluster)
    else groups.push([cluster])
  }
  return groups
}
