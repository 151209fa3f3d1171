/** Says for every place between two clusters of a paragraph how bad a line break there is. */
import { isLineEndProhibited, isLineStartProhibited } from './kinsoku.js'
import { unbreakableSpans } from './unbreakable.js'

/**
 * How bad a break is, from none to unthinkable. A line breaker takes the last place of the lowest level that its line offers;
 * so every higher level is used only where no lower one is left, and a line always makes progress.
 */
export const BREAK = {
  /** A legal break. */
  free: 0,
  /** Leaves a single character on the paragraph's last line (孤字). */
  runt: 1,
  /** Inside a number with unit or a word, at its joint: before `/`, after `-`. */
  joint: 2,
  /** Inside a number with unit or a word, anywhere. */
  torn: 3,
  /** A forbidden mark would begin or end a line. */
  prohibited: 4,
  /** Before a space: it hangs at the line end instead. */
  never: 5,
} as const

const OPENS_JOINT = new Set('/([')
const CLOSES_JOINT = new Set('-,;)]&=?_')

/** Spaces that hang at the end of a line. */
export const isSpace = (cluster: string): boolean => cluster === ' ' || cluster === '\u3000' || cluster === '\u00A0'

/** ① ⑴ ㈠ and their like lead an item: they stay with its first word. */
const isItemNumber = (cluster: string): boolean => /^[\u2460-\u249B\u3220-\u3229\u3280-\u3289]$/.test(cluster)

/**
 * Break level after each cluster; the last entry, the paragraph's end, is free.
 * @param clusters cluster strings of one paragraph, without line ends
 */
export const breakLevels = (clusters: readonly string[]): Uint8Array => {
  const levels = new Uint8Array(clusters.length)
  markUnbreakable(levels, clusters)
  markRunt(levels, clusters)
  let visible = ''
  for (let i = 0; i + 1 < clusters.length; i++) {
    const after = clusters[i + 1] ?? ''
    // Spaces hang, so what ends the line is the last character before them.
    if (!isSpace(clusters[i] ?? '')) visible = clusters[i] ?? ''
    if (isSpace(after)) levels[i] = BREAK.never
    else if (isLineStartProhibited(after) || isLineEndProhibited(visible)) levels[i] = BREAK.prohibited
    else if (isItemNumber(visible) && levels[i] === BREAK.free) levels[i] = BREAK.joint
  }
  return levels
}

const markUnbreakable = (levels: Uint8Array, clusters: readonly string[]): void => {
  const spans = unbreakableSpans(clusters.join(''))
  let offset = 0
  let next = 0
  for (let i = 0; i + 1 < clusters.length; i++) {
    offset += clusters[i]?.length ?? 0
    while (next < spans.length && (spans[next]?.end ?? 0) <= offset) next++
    const span = spans[next]
    if (!span) return
    if (span.start < offset) levels[i] = jointLevel(clusters[i] ?? '', clusters[i + 1] ?? '')
  }
}

const jointLevel = (before: string, after: string): number =>
  OPENS_JOINT.has(after) || CLOSES_JOINT.has(before) ? BREAK.joint : BREAK.torn

/** Ties the last two characters of a paragraph, marks that cannot begin a line left uncounted. */
const markRunt = (levels: Uint8Array, clusters: readonly string[]): void => {
  let last = clusters.length - 1
  while (last > 0 && isLineStartProhibited(clusters[last] ?? '')) last--
  const place = last - 1
  if (place >= 0 && levels[place] === BREAK.free) levels[place] = BREAK.runt
}
