/** Finds the characters that no face of a chain has, before anything is measured: a missing glyph is silent everywhere else. */
import type { FaceMetrics, FontBook } from '../fonts/face.js'
import { unitAt } from '../lists/unit-at.js'
import { attaches, faceFor, faceOf, splitClusters } from './clusters.js'
import { normalise } from './normalise.js'

/** What a chain of faces cannot print of a text, each cluster once, in order of appearance. */
export interface GlyphFaults {
  /** Clusters without a glyph. */
  readonly missing: readonly string[]
  /** Clusters whose variation selector has no glyph of its own: they print as the plain character. */
  readonly plain: readonly string[]
}

export type GlyphFinder = (text: string) => GlyphFaults

const NO_FAULTS: GlyphFaults = { missing: [], plain: [] }

/**
 * Finds the faults of texts in one chain. It remembers every character that is sound, for the same ones come again and
 * again: a text of nothing else, as nearly all are, is told by a look at each of its UTF-16 units.
 */
export const createGlyphFinder = (chain: readonly FaceMetrics[], book: FontBook): GlyphFinder => {
  const sound = new Uint8Array(0x10000)
  sound[LINE_FEED] = 1
  /** Whether nothing can be wrong with a UTF-16 unit, whatever stands beside it. */
  const isSound = (unit: number): boolean => {
    if (sound[unit] === 1) return true
    // A mark that attaches to the character before it is sound or not only together with it.
    if (isSurrogate(unit) || attaches(unit) || faceOf([unit], chain) === undefined) return false
    sound[unit] = 1
    return true
  }
  return (text) => {
    if (everyUnit(text, isSound)) return NO_FAULTS
    const distinct = [...new Set(splitClusters(normalise(text)))].filter((cluster) => cluster !== '\n')
    const judged = distinct.map((cluster) => ({ cluster, judgement: judgeCluster(cluster, chain, book) }))
    const only = (wanted: 'missing' | 'plain') =>
      judged.filter(({ judgement }) => judgement === wanted).map(({ cluster }) => cluster)
    return { missing: only('missing'), plain: only('plain') }
  }
}

const LINE_FEED = 0x0a

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

const everyUnit = (text: string, holds: (unit: number) => boolean): boolean => {
  const { length } = text
  for (let at = 0; at < length; at++) if (!holds(unitAt(text, at))) return false
  return true
}

const judgeCluster = (
  cluster: string,
  chain: readonly FaceMetrics[],
  book: FontBook,
): 'sound' | 'missing' | 'plain' => {
  const face = faceFor(cluster, chain)
  if (face === undefined) return 'missing'
  const [base = 0, selector] = Array.from(cluster, (character) => character.codePointAt(0) ?? 0)
  const varies = selector !== undefined && isIdeographicSelector(selector)
  return varies && !book.hasVariation(face.id, base, selector) ? 'plain' : 'sound'
}

/** Selectors of ideographic variants (UTS #37). The others, such as U+FE0F, only ask for a style that text has anyway. */
const isIdeographicSelector = (codePoint: number): boolean => codePoint >= 0xe0100 && codePoint <= 0xe01ef

/** A character with its code points, for messages: `𠮷 U+20BB7`. */
export const nameCharacter = (cluster: string): string => {
  const codes = Array.from(
    cluster,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return `${cluster} ${codes.join(' ')}`
}
