/** Finds the characters that no face of a chain has, before anything is measured: a missing glyph is silent everywhere else. */
import type { FaceMetrics, FontBook } from '../fonts/face.js'
import { faceFor, splitClusters } from './clusters.js'
import { normalise } from './normalise.js'

/** Distinct clusters of a text without a glyph, in order of appearance. */
export const missingCharacters = (text: string, chain: readonly FaceMetrics[]): readonly string[] =>
  distinctClusters(text).filter((cluster) => faceFor(cluster, chain) === undefined)

/** Distinct clusters of a text whose variation selector has no glyph of its own: they print as the plain character. */
export const plainVariations = (text: string, chain: readonly FaceMetrics[], book: FontBook): readonly string[] =>
  distinctClusters(text).filter((cluster) => {
    const [base = 0, selector] = Array.from(cluster, (character) => character.codePointAt(0) ?? 0)
    const face = faceFor(cluster, chain)
    return selector !== undefined && isIdeographicSelector(selector) && face !== undefined && !book.hasVariation(face.id, base, selector)
  })

/** Selectors of ideographic variants (UTS #37). The others, such as U+FE0F, only ask for a style that text has anyway. */
const isIdeographicSelector = (codePoint: number): boolean => codePoint >= 0xe0100 && codePoint <= 0xe01ef

const distinctClusters = (text: string): readonly string[] => [
  ...new Set(splitClusters(normalise(text)).filter((cluster) => cluster !== '\n')),
]

/** A character with its code points, for messages: `𠮷 U+20BB7`. */
export const nameCharacter = (cluster: string): string => {
  const codes = Array.from(cluster, (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
  return `${cluster} ${codes.join(' ')}`
}
