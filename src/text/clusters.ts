/** Cuts normalised text into clusters and gives each its face and advance: the font runs of a text, one character at a time. */
import type { FaceMetrics } from '../fonts/face.js'
import type { Length } from '../layout/length.js'

/** What cannot be torn: a code point with its variation selectors and combining marks. */
export interface Cluster {
  readonly text: string
  /** Face id. */
  readonly face: string
  readonly width: Length
  /** The half em without ink, which a full-width mark may give up (CLREQ 3.1.6). */
  readonly blankHalf: 'left' | 'right' | undefined
}

/** Measures text in one face chain and one size; remembers each character, for the same ones come again and again. */
export type Measure = (text: string) => Cluster

/**
 * Combining marks of the scripts these forms are written in, and variation selectors. A fixed list, not `\p{Mn}`,
 * which grows with the Unicode version of each Node.
 */
const ATTACHED =
  /^[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20F0\u302A-\u302F\u3099\u309A\uFE00-\uFE0F\uFE20-\uFE2F\u{E0100}-\u{E01EF}]$/u
const isVariationSelector = (codePoint: number): boolean =>
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)

/** Cuts text into cluster strings. */
export const splitClusters = (text: string): readonly string[] => {
  const clusters: string[] = []
  for (const character of text) {
    if (clusters.length > 0 && attaches(character)) clusters[clusters.length - 1] += character
    else clusters.push(character)
  }
  return clusters
}

/** Most characters are Latin or 汉字, where nothing attaches: they are told without the list. */
const attaches = (character: string): boolean =>
  character >= '\u0300' && !(character >= '\u3400' && character <= '\u9fff') && ATTACHED.test(character)

/** The characters of a cluster that need a glyph: variation selectors choose one, they have none of their own. */
export const visibleCodePoints = (cluster: string): readonly number[] =>
  Array.from(cluster, (character) => character.codePointAt(0) ?? 0).filter((code) => !isVariationSelector(code))

/** First face of the chain that has a glyph for every visible code point of the cluster. */
export const faceFor = (cluster: string, chain: readonly FaceMetrics[]): FaceMetrics | undefined => {
  // Nearly every cluster is one character of the basic plane, told without taking it apart.
  const unit = cluster.charCodeAt(0)
  if (cluster.length === 1 && !isVariationSelector(unit)) return chain.find((face) => face.advance(unit) !== undefined)
  const codePoints = visibleCodePoints(cluster)
  if (codePoints.length === 0) return undefined
  return chain.find((face) => codePoints.every((code) => face.advance(code) !== undefined))
}

/**
 * A measuring function for one face chain and type size. Characters without a glyph are refused before layout;
 * here they would be an error of ours, so they throw.
 */
export const createMeasure = (chain: readonly FaceMetrics[], size: Length): Measure => {
  const known = new Map<string, Cluster>()
  return (text) => {
    const seen = known.get(text)
    if (seen) return seen
    const cluster = measureCluster(text, chain, size)
    known.set(text, cluster)
    return cluster
  }
}

const measureCluster = (text: string, chain: readonly FaceMetrics[], size: Length): Cluster => {
  const face = faceFor(text, chain)
  if (!face) throw new Error(`no glyph for ${JSON.stringify(text)}`)
  const codePoints = visibleCodePoints(text)
  const units = codePoints.reduce((sum, code) => sum + (face.advance(code) ?? 0), 0)
  const blankHalf = codePoints.length === 1 ? face.blankHalf(codePoints[0] ?? 0) : undefined
  return { text, face: face.id, width: Math.round((units * size) / face.unitsPerEm), blankHalf }
}
