/** Says for every place between two clusters of a paragraph how bad a line break there is. */
import type { Length } from '../layout/length.js'
import type { Cluster } from './clusters.js'
import { jointLevel } from './joints.js'
import { BREAK } from './levels.js'
import { TRAIT } from './traits.js'
import { unbreakableSpans } from './unbreakable.js'

/**
 * Break level after each cluster; the last entry, the paragraph's end, is free.
 * @param paragraph the text of the clusters, without line ends
 * @param lineWidth what no line can hold is not held together
 */
export const breakLevels = (paragraph: string, clusters: readonly Cluster[], lineWidth: Length): Uint8Array => {
  const levels = new Uint8Array(clusters.length)
  markUnbreakable(levels, paragraph, clusters, lineWidth)
  markRunt(levels, clusters)
  let visible = 0
  for (let i = 0; i + 1 < clusters.length; i++) {
    const before = (clusters[i] as Cluster).traits
    const after = (clusters[i + 1] as Cluster).traits
    // Spaces hang, so what ends the line is the last character before them.
    if (!(before & TRAIT.space)) visible = before
    if (after & TRAIT.space) levels[i] = BREAK.never
    else if (after & TRAIT.lineStartProhibited || visible & TRAIT.lineEndProhibited) levels[i] = BREAK.prohibited
    else if (visible & TRAIT.itemNumber && levels[i] === BREAK.free) levels[i] = BREAK.joint
  }
  if (paragraph.includes(STRAIGHT_QUOTE)) holdStraightQuotes(levels, clusters)
  return levels
}

const STRAIGHT_QUOTE = '"'

/**
 * A straight quotation mark opens or closes by its place: the first of a pair ends no line, the second begins none, as “ and ”
 * (CLREQ 3.1.4). One behind a digit, while none is open, is of inches.
 */
const holdStraightQuotes = (levels: Uint8Array, clusters: readonly Cluster[]): void => {
  let open = -1
  for (const [place, { text }] of clusters.entries()) {
    if (text !== STRAIGHT_QUOTE) continue
    if (open === -1) {
      if (!/^[0-9]$/.test(clusters[place - 1]?.text ?? '')) open = place
      continue
    }
    forbid(levels, open)
    forbid(levels, place - 1)
    open = -1
  }
}

const forbid = (levels: Uint8Array, place: number): void => {
  levels[place] = Math.max(levels[place] ?? BREAK.free, BREAK.prohibited)
}

const markUnbreakable = (
  levels: Uint8Array,
  paragraph: string,
  clusters: readonly Cluster[],
  lineWidth: Length,
): void => {
  let offset = 0
  let first = 0
  for (const { start, end } of unbreakableSpans(paragraph)) {
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

/** Ties the last two characters of a paragraph, of a word too; marks that cannot begin a line and spaces, which hang, are none. */
const markRunt = (levels: Uint8Array, clusters: readonly Cluster[]): void => {
  let last = clusters.length - 1
  while (last > 0 && (clusters[last] as Cluster).traits & UNCOUNTED) last--
  const place = last - 1
  const level = levels[place]
  if (level !== undefined) levels[place] = RUNTS.get(level) ?? level
}

const RUNTS: ReadonlyMap<number, number> = new Map([
  [BREAK.free, BREAK.runt],
  [BREAK.joint, BREAK.jointRunt],
  [BREAK.torn, BREAK.tornRunt],
])

const UNCOUNTED = TRAIT.lineStartProhibited | TRAIT.space
