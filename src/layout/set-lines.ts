/** Sets lines into a box: runs of text on their baselines, by the em box and not by font metrics, so that text stands equally with every font. */
import type { TextStyle } from '../template/bound-grid.js'
import type { Line, SetCluster } from '../text/break-lines.js'
import { TRAIT } from '../text/traits.js'
import type { Length } from './length.js'
import type { TextRun } from './page.js'

/** Above the baseline an em box has this share of its em, whatever the font's own metrics are (typography: .88 and .12). */
const ASCENT = 0.88

/** Lines and where they are to stand. */
export interface PlacedLines {
  readonly lines: readonly Line[]
  readonly style: TextStyle
  /** Left edge and width of what the lines may fill. */
  readonly x: Length
  readonly width: Length
  /** Upper edge of the first line. */
  readonly top: Length
}

/** Lines within a box, in its middle or at its top. */
export const placeLines = (
  lines: readonly Line[],
  style: TextStyle,
  box: { readonly x: Length; readonly y: Length; readonly width: Length; readonly height: Length },
  inset: { readonly x: Length; readonly y: Length },
  atTop = false,
): PlacedLines => {
  const free = box.height - lines.length * style.lineHeight
  const above = atTop || style.verticalAlign === 'top' ? inset.y : Math.floor(free / 2)
  return { lines, style, x: box.x + inset.x, width: box.width - 2 * inset.x, top: box.y + above }
}

/** @param cell index of the cell in its page */
export const setLines = (placed: PlacedLines, cell: number): readonly TextRun[] => {
  const { lines, style, top } = placed
  const ascent = Math.round((style.lineHeight - style.size) / 2 + ASCENT * style.size)
  const runs: TextRun[] = []
  lines.forEach((line, index) => {
    setLine(runs, line, placed, { cell, line: index, baseline: top + index * style.lineHeight + ascent })
  })
  return runs
}

interface LinePlace {
  readonly cell: number
  readonly line: number
  readonly baseline: Length
}

const setLine = (runs: TextRun[], line: Line, { style, x, width }: PlacedLines, place: LinePlace): void => {
  const spacing = style.justify && !line.last ? spreadLine(line, width, style.size) : 0
  if (spacing === 0 && isOneRun(line.clusters)) {
    const left = x + alignOffset(style.align, width - line.width)
    const [first] = line.clusters
    if (first) runs.push(plainRun(line.printed, first.face, style.size, place, left, line.width))
    return
  }
  const groups = groupClusters(line.clusters, spacing > 0)
  const widths = groups.map((clusters) => groupWidth(clusters, spacing))
  const spaces = groups.map((clusters, index) => (hasGap(groups[index - 1]?.at(-1), clusters[0]) ? spacing : 0))
  let left = x + alignOffset(style.align, width - sumOf(widths) - sumOf(spaces))
  groups.forEach((clusters, index) => {
    const own = widths[index] ?? 0
    left += spaces[index] ?? 0
    runs.push(makeRun(clusters, style.size, place, { x: left, width: own, spacing }))
    left += own
  })
}

const sumOf = (lengths: readonly Length[]): Length => lengths.reduce((sum, one) => sum + one, 0)

/** Most lines are: one face, no mark set to half an em. */
const isOneRun = (clusters: readonly SetCluster[]): boolean => {
  const face = clusters[0]?.face
  for (const cluster of clusters) if (cluster.face !== face || cluster.half !== undefined) return false
  return true
}

const plainRun = (
  text: string,
  face: string,
  size: Length,
  { cell, line, baseline }: LinePlace,
  x: Length,
  width: Length,
): TextRun => ({ cell, line, text, face, size, x, baseline, width })

type WritableRun = { -readonly [Key in keyof TextRun]: TextRun[Key] }

const makeRun = (
  clusters: readonly SetCluster[],
  size: Length,
  place: LinePlace,
  { x, width, spacing }: { readonly x: Length; readonly width: Length; readonly spacing: Length },
): TextRun => {
  const [first] = clusters
  const run: WritableRun = plainRun(textOf(clusters), first?.face ?? '', size, place, x, width)
  // Written into the new run: a spread into another object with one key more takes twenty times as long.
  if (first?.half !== undefined) run.half = first.half
  else if (spacing > 0 && clusters.length > 1 && !isSolid(first)) run.letterSpacing = spacing
  return run
}

const textOf = (clusters: readonly SetCluster[]): string => {
  let text = ''
  for (const cluster of clusters) text += cluster.text
  return text
}

const isSolid = (cluster: SetCluster | undefined): boolean =>
  cluster !== undefined && (cluster.traits & TRAIT.solid) !== 0

const groupWidth = (clusters: readonly SetCluster[], spacing: Length): Length =>
  clusters.reduce((sum, cluster) => sum + cluster.width, 0) +
  (isSolid(clusters[0]) ? 0 : spacing * (clusters.length - 1))

/** A line is spread to both edges by at most this share of an em a gap; a wider gap would look like a hole. */
const WIDEST_GAP = 0.12

/** The space to add at each place of a line that may be spread; 0 where the line stays as it is. */
const spreadLine = (line: Line, width: Length, size: Length): Length => {
  const gaps = countGaps(line.clusters)
  if (gaps < 1) return 0
  const gap = Math.floor((width - line.width) / gaps)
  return gap > 0 && gap <= size * WIDEST_GAP ? gap : 0
}

const countGaps = (clusters: readonly SetCluster[]): number => {
  let gaps = 0
  for (let i = 1; i < clusters.length; i++) if (hasGap(clusters[i - 1], clusters[i])) gaps++
  return gaps
}

/** Whether a line may be spread here: not at its begin, and not inside a Latin word, of however many faces it is. */
const hasGap = (before: SetCluster | undefined, after: SetCluster | undefined): boolean =>
  before !== undefined && !(isSolid(before) && isSolid(after))

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
