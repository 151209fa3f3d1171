/** Finds the characters that no face of a chain has, before anything is measured: a missing glyph is silent everywhere else. */
import type { FaceMetrics, FontBook } from '../fonts/face.js'
import { faceFor, splitClusters } from './clusters.js'
import { normalise } from './normalise.js'

/** What a chain of faces cannot print of a text, each cluster once, in order of appearance. */
export interface GlyphFaults {
  /** Clusters without a glyph. */
  readonly missing: readonly string[]
  /** Clusters whose variation selector has no glyph of its own: they print as the plain character. */
  readonly plain: readonly string[]
}

/** Finds the faults of texts in one chain; remembers each cluster, for the same ones come again and again. */
export const createGlyphFinder = (chain: readonly FaceMetrics[], book: FontBook): ((text: string) => GlyphFaults) => {
  const known = new Map<string, 'sound' | 'missing' | 'plain'>([['\n', 'sound']])
  const judge = (cluster: string): 'sound' | 'missing' | 'plain' => {
    const seen = known.get(cluster) ?? judgeCluster(cluster, chain, book)
    known.set(cluster, seen)
    return seen
  }
  return (text) => {
    const faulty = splitClusters(normalise(text)).filter((cluster) => judge(cluster) !== 'sound')
    const distinct = [...new Set(faulty)]
    return {
      missing: distinct.filter((cluster) => judge(cluster) === 'missing'),
      plain: distinct.filter((cluster) => judge(cluster) === 'plain'),
    }
  }
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
