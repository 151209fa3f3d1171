/** Says for every place between two clusters of a paragraph how bad a line break there is. */
import type { Length } from '../layout/length.js'
import type { Cluster } from './clusters.js'
import { jointLevel } from './joints.js'
import { isLineEndProhibited, isLineStartProhibited } from './kinsoku.js'
import { BREAK } from './levels.js'
import { unbreakableSpans } from './unbreakable.js'

/** Spaces that hang at the end of a line. */
export const isSpace = (cluster: string): boolean => cluster === ' ' || cluster === '\u3000' || cluster === '\u00A0'

/** ① ⑴ ㈠ and their like lead an item: they stay with its first word. */
const isItemNumber = (cluster: string): boolean => /^[\u2460-\u249B\u3220-\u3229\u3280-\u3289]$/.test(cluster)

/**
 * Break level after each cluster; the last entry, the paragraph's end, is free.
 * @param clusters one paragraph, without line ends
 * @param lineWidth what no line can hold is not held together
 */
export const breakLevels = (clusters: readonly Cluster[], lineWidth: Length): Uint8Array => {
  const levels = new Uint8Array(clusters.length)
  markUnbreakable(levels, clusters, lineWidth)
  markRunt(levels, clusters)
  let visible = ''
  for (let i = 0; i + 1 < clusters.length; i++) {
    const before = clusters[i]?.text ?? ''
    const after = clusters[i + 1]?.text ?? ''
    // Spaces hang, so what ends the line is the last character before them.
    if (!isSpace(before)) visible = before
    if (isSpace(after)) levels[i] = BREAK.never
    else if (isLineStartProhibited(after) || isLineEndProhibited(visible)) levels[i] = BREAK.prohibited
    else if (isItemNumber(visible) && levels[i] === BREAK.free) levels[i] = BREAK.joint
  }
  return levels
}

const markUnbreakable = (levels: Uint8Array, clusters: readonly Cluster[], lineWidth: Length): void => {
  const spans = unbreakableSpans(clusters.map((cluster) => cluster.text).join(''))
  let offset = 0
  let first = 0
  for (const { start, end } of spans) {
    while (offset < start) offset += clusters[first++]?.text.length ?? 0
    let last = first
    let width = 0
    for (; offset < end; offset += clusters[last++]?.text.length ?? 0) width += clusters[last]?.width ?? 0
    markSpan(levels, clusters, { first, last: last - 1, tooWide: width > lineWidth })
    first = last
  }
}

/** Where a unit fits on no line, it may begin on the current one: its joints are as good as any break. */
const markSpan = (
  levels: Uint8Array,
  clusters: readonly Cluster[],
  span: { readonly first: number; readonly last: number; readonly tooWide: boolean },
): void => {
  for (let i = span.first; i < span.last; i++) {
    const level = jointLevel(clusters[i]?.text ?? '', clusters[i + 1]?.text ?? '')
    levels[i] = span.tooWide && level === BREAK.joint ? BREAK.free : level
  }
}

/** Ties the last two characters of a paragraph, marks that cannot begin a line left uncounted. */
const markRunt = (levels: Uint8Array, clusters: readonly Cluster[]): void => {
  let last = clusters.length - 1
  while (last > 0 && isLineStartProhibited(clusters[last]?.text ?? '')) last--
  const place = last - 1
  if (place >= 0 && levels[place] === BREAK.free) levels[place] = BREAK.runt
}
