/**
 * Breaks text into lines: 避头尾 and 分离禁止 by break levels, 标点挤压 before the break test, because it moves the break
 * (GB/T 15834-2011 5.1; CLREQ 3.1.4–3.1.6, 5.1.10).
 */
import type { Length } from '../layout/length.js'
import { flatMap } from '../lists/flat-map.js'
import { breakLevels } from './break-levels.js'
import type { Cluster, Measure } from './clusters.js'
import { BREAK } from './levels.js'
import { TRAIT } from './traits.js'

/** A cluster as it stands in its line: its width after 标点挤压, and the half it keeps where it gave one up. */
export interface SetCluster {
  readonly text: string
  readonly face: string
  readonly width: Length
  readonly half?: 'open' | 'close'
  /** Bits of `TRAIT`. */
  readonly traits: number
}

export interface Line {
  /** Everything of the line, hanging spaces at its end included: the lines of a paragraph, joined, are the paragraph. */
  readonly text: string
  /** The same without the hanging spaces: what is printed. */
  readonly printed: string
  /** What is printed, cluster by cluster. */
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
  if (!text.includes('\n')) return breakParagraph(text, width, measure)
  return flatMap(text.split('\n'), (paragraph) => breakParagraph(paragraph, width, measure))
}

const breakParagraph = (paragraph: string, width: Length, measure: Measure): readonly Line[] => {
  const clusters = measure(paragraph)
  if (clusters.length === 0) return [{ text: '', printed: '', clusters: [], width: 0, last: true }]
  // Most cells hold one line: where it breaks need not be asked.
  if (fittingEnd(clusters, 0, width) === clusters.length)
    return [setLine(paragraph, { clusters, start: 0, end: clusters.length, width })]
  const levels = breakLevels(paragraph, clusters, width)
  const lines: Line[] = []
  let rest = paragraph
  for (let start = 0; start < clusters.length; ) {
    const end = lineEnd(clusters, levels, start, width)
    const line = setLine(rest, { clusters, start, end, width })
    lines.push(line)
    rest = rest.slice(line.text.length)
    start = end
  }
  return lines
}

/** End of the line that begins at `start`: the last fitting break of the lowest level the line offers, at least one cluster further. */
const lineEnd = (clusters: readonly Cluster[], levels: Uint8Array, start: number, width: Length): number => {
  const most = fittingEnd(clusters, start, width)
  if (most === clusters.length) return most
  let found = 0
  let lowest: number = BREAK.never
  for (let end = most; end > start && lowest > BREAK.free; end--) {
    const level = levels[end - 1] ?? BREAK.free
    if (level < lowest) [found, lowest] = [end, level]
  }
  return found > start ? found : start + 1
}

/** End of all that fits into a line from `start` on. */
const fittingEnd = (clusters: readonly Cluster[], start: number, width: Length): number => {
  let before: Length = 0
  for (let i = start; i < clusters.length; i++) {
    const cluster = clusters[i] as Cluster
    // Spaces hang, so they always fit; anything else must fit with its blank half given up.
    if (before + cluster.width > width && !(cluster.traits & TRAIT.space)) {
      if (before + leastWidthAtEnd(clusters, start, i) > width) return i
    }
    before += widthBefore(clusters, start, i)
  }
  return clusters.length
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
  if (cluster.blankHalf === undefined) return cluster.width
  return givesUpLeft(clusters, start, i) || givesUpRight(clusters, i) ? halved(cluster) : cluster.width
}

const halved = (cluster: Cluster): Length => Math.ceil(cluster.width / 2)

/** An opening mark after another opening mark of its line closes up to it. */
const givesUpLeft = (clusters: readonly Cluster[], start: number, i: number): boolean =>
  i > start && clusters[i]?.blankHalf === 'left' && clusters[i - 1]?.blankHalf === 'left'

/** A closing mark before any other mark closes up to it: two adjacent marks take 1.5 em. So does an apostrophe to its word. */
const givesUpRight = (clusters: readonly Cluster[], i: number): boolean =>
  clusters[i]?.blankHalf === 'right' && (clusters[i + 1]?.blankHalf !== undefined || isApostrophe(clusters, i))

/** ’ within a Latin word, where a full em would tear it in two (CLREQ 3.2.2: western text in its own spacing). */
const isApostrophe = (clusters: readonly Cluster[], i: number): boolean =>
  clusters[i]?.text === '’' && isOf(LATIN_OR_DIGIT, clusters[i - 1]) && isOf(LATIN, clusters[i + 1])

const isOf = (letters: RegExp, cluster: Cluster | undefined): boolean =>
  cluster !== undefined && letters.test(cluster.text)

const LATIN = /^[A-Za-z\u00C0-\u024F]/
const LATIN_OR_DIGIT = /^[0-9A-Za-z\u00C0-\u024F]/

/** @param rest the paragraph from the line's beginning on */
const setLine = (
  rest: string,
  { clusters, start, end, width }: { clusters: readonly Cluster[]; start: number; end: number; width: Length },
): Line => {
  let printedEnd = end
  while (printedEnd > start && (clusters[printedEnd - 1] as Cluster).traits & TRAIT.space) printedEnd--
  const set = setClusters(clusters, start, printedEnd)
  let units = 0
  let natural = 0
  for (const cluster of set) {
    units += cluster.text.length
    natural += cluster.width
  }
  const printed = rest.slice(0, units)
  for (let i = printedEnd; i < end; i++) units += (clusters[i] as Cluster).text.length
  const text = rest.slice(0, units)
  const closed = closeUpEnd(set, natural, width, clusters[printedEnd - 1])
  return { text, printed, clusters: closed.clusters, width: closed.width, last: end === clusters.length }
}

/** Most lines are set as they were measured: then they are the same list, or a part of it. */
const setClusters = (clusters: readonly Cluster[], start: number, end: number): readonly SetCluster[] => {
  let changed = start
  while (changed < end && setCluster(clusters, start, changed, changed + 1 === end) === clusters[changed]) changed++
  if (changed === end) return start === 0 && end === clusters.length ? clusters : clusters.slice(start, end)
  const set: SetCluster[] = clusters.slice(start, changed)
  for (let i = changed; i < end; i++) set.push(setCluster(clusters, start, i, i + 1 === end))
  return set
}

/** Nearly every cluster is set as it was measured: then it is the same value. */
const setCluster = (clusters: readonly Cluster[], start: number, i: number, atEnd: boolean): SetCluster => {
  const cluster = clusters[i] as Cluster
  if (cluster.blankHalf === undefined) return cluster
  const { text, face, traits } = cluster
  if (givesUpLeft(clusters, start, i)) return { text, face, width: halved(cluster), half: 'open', traits }
  if (atEnd || !givesUpRight(clusters, i)) return cluster
  // A spread line is not spread within a word.
  const inWord = isApostrophe(clusters, i) ? TRAIT.solid : 0
  return { text, face, width: halved(cluster), half: 'close', traits: traits | inWord }
}

/** The mark at the line end gives up its blank half only where the line would be too long with it. */
const closeUpEnd = (
  set: readonly SetCluster[],
  natural: Length,
  width: Length,
  last: Cluster | undefined,
): { clusters: readonly SetCluster[]; width: Length } => {
  const end = set.at(-1)
  if (natural <= width || last?.blankHalf !== 'right' || !end || end.half) return { clusters: set, width: natural }
  const { text, face, traits } = end
  const closed: SetCluster = { text, face, width: halved(last), half: 'close', traits }
  return { clusters: [...set.slice(0, -1), closed], width: natural - end.width + closed.width }
}
