/**
 * Breaks text into lines: 避头尾 and 分离禁止 by break levels, 标点挤压 before the break test, because it moves the break
 * (GB/T 15834-2011 5.1; CLREQ 3.1.4–3.1.6, 5.1.10).
 */
import type { Length } from '../layout/length.js'
import { breakLevels, isSpace } from './break-levels.js'
import { type Cluster, type Measure, splitClusters } from './clusters.js'
import { BREAK } from './levels.js'

/** A cluster as it stands in its line: its width after 标点挤压, and the half it keeps where it gave one up. */
export interface SetCluster {
  readonly text: string
  readonly face: string
  readonly width: Length
  readonly half?: 'open' | 'close'
}

export interface Line {
  /** Everything of the line, hanging spaces at its end included: the lines of a paragraph, joined, are the paragraph. */
  readonly text: string
  /** What is printed: without the hanging spaces. */
  readonly clusters: readonly SetCluster[]
  readonly width: Length
  /** The paragraph ends here. */
  readonly last: boolean
}

/**
 * Lines of normalised text. Paragraphs end at LF; an empty paragraph is an empty line, an empty text has no lines.
 * A line is never wider than `width` unless a single cluster is.
 */
export const breakLines = (text: string, width: Length, measure: Measure): readonly Line[] => {
  if (text === '') return []
  return text.split('\n').flatMap((paragraph) => breakParagraph(splitClusters(paragraph).map(measure), width))
}

const breakParagraph = (clusters: readonly Cluster[], width: Length): readonly Line[] => {
  if (clusters.length === 0) return [{ text: '', clusters: [], width: 0, last: true }]
  const levels = breakLevels(clusters, width)
  const lines: Line[] = []
  for (let start = 0; start < clusters.length; ) {
    const end = lineEnd(clusters, levels, start, width)
    lines.push(setLine(clusters, start, end, width))
    start = end
  }
  return lines
}

/** End of the line that begins at `start`: the last fitting break of the lowest level the line offers, at least one cluster further. */
const lineEnd = (clusters: readonly Cluster[], levels: Uint8Array, start: number, width: Length): number => {
  const ends = new Array<number>(BREAK.never).fill(0)
  let before: Length = 0
  for (let i = start; i < clusters.length; i++) {
    const cluster = clusters[i] as Cluster
    // Spaces hang, so they always fit; anything else must fit with its blank half given up.
    if (!isSpace(cluster.text) && before + leastWidthAtEnd(clusters, start, i) > width) break
    const level = levels[i] ?? BREAK.free
    if (level < BREAK.never) ends[level] = i + 1
    before += widthBefore(clusters, start, i)
    if (i + 1 === clusters.length) return clusters.length
  }
  return ends.find((end) => end > start) ?? start + 1
}

/** Width of a cluster as the last of its line. */
const leastWidthAtEnd = (clusters: readonly Cluster[], start: number, i: number): Length => {
  const cluster = clusters[i] as Cluster
  if (givesUpLeft(clusters, start, i)) return halved(cluster)
  return cluster.blankHalf === 'right' ? halved(cluster) : cluster.width
}

/** Width of a cluster that has another behind it in its line. */
const widthBefore = (clusters: readonly Cluster[], start: number, i: number): Length => {
  const cluster = clusters[i] as Cluster
  return givesUpLeft(clusters, start, i) || givesUpRight(clusters, i) ? halved(cluster) : cluster.width
}

const halved = (cluster: Cluster): Length => Math.ceil(cluster.width / 2)

/** An opening mark after another opening mark of its line closes up to it. */
const givesUpLeft = (clusters: readonly Cluster[], start: number, i: number): boolean =>
  i > start && clusters[i]?.blankHalf === 'left' && clusters[i - 1]?.blankHalf === 'left'

/** A closing mark before any other mark closes up to it: two adjacent marks take 1.5 em. */
const givesUpRight = (clusters: readonly Cluster[], i: number): boolean =>
  clusters[i]?.blankHalf === 'right' && clusters[i + 1]?.blankHalf !== undefined

const setLine = (clusters: readonly Cluster[], start: number, end: number, width: Length): Line => {
  let printedEnd = end
  while (printedEnd > start && isSpace(clusters[printedEnd - 1]?.text ?? '')) printedEnd--
  const set: SetCluster[] = []
  for (let i = start; i < printedEnd; i++) set.push(setCluster(clusters, start, i, i + 1 === printedEnd))
  return {
    text: textOf(clusters, start, end),
    ...closeUpEnd(set, width, clusters[printedEnd - 1]),
    last: end === clusters.length,
  }
}

const setCluster = (clusters: readonly Cluster[], start: number, i: number, atEnd: boolean): SetCluster => {
  const cluster = clusters[i] as Cluster
  const { text, face } = cluster
  if (givesUpLeft(clusters, start, i)) return { text, face, width: halved(cluster), half: 'open' }
  if (!atEnd && givesUpRight(clusters, i)) return { text, face, width: halved(cluster), half: 'close' }
  return { text, face, width: cluster.width }
}

/** The mark at the line end gives up its blank half only where the line would be too long with it. */
const closeUpEnd = (
  set: readonly SetCluster[],
  width: Length,
  last: Cluster | undefined,
): { clusters: readonly SetCluster[]; width: Length } => {
  const natural = set.reduce((sum, cluster) => sum + cluster.width, 0)
  const end = set.at(-1)
  if (natural <= width || last?.blankHalf !== 'right' || !end || end.half) return { clusters: set, width: natural }
  const closed: SetCluster = { ...end, width: halved(last), half: 'close' }
  return { clusters: [...set.slice(0, -1), closed], width: natural - end.width + closed.width }
}

const textOf = (clusters: readonly Cluster[], start: number, end: number): string => {
  let text = ''
  for (let i = start; i < end; i++) text += clusters[i]?.text ?? ''
  return text
}
