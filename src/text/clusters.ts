/** Cuts normalised text into clusters and gives each its face and advance: the font runs of a text, one character at a time. */
import type { FaceMetrics } from '../fonts/face.js'
import { remembering } from '../fonts/remembering.js'
import type { Length } from '../layout/length.js'
import { unitAt } from '../lists/unit-at.js'
import { traitsOf } from './traits.js'

/** What cannot be torn: a code point with its variation selectors and combining marks. */
export interface Cluster {
  readonly text: string
  /** Face id. */
  readonly face: string
  readonly width: Length
  /** The half em without ink, which a full-width mark may give up (CLREQ 3.1.6). */
  readonly blankHalf: 'left' | 'right' | undefined
  /** Bits of `TRAIT`. */
  readonly traits: number
}

/**
 * Cuts a paragraph into measured clusters, in one face chain and one size. Remembers each character, for the same ones come
 * again and again: in one form, and in the next.
 */
export type Measure = (paragraph: string) => readonly Cluster[]

/**
 * Combining marks of the scripts these forms are written in, and variation selectors, as pairs of first and last. A fixed
 * list, not `\p{Mn}`, which grows with the Unicode version of each Node.
 */
const ATTACHED = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20f0],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xe0100, 0xe01ef],
] as const

/** Half of a character outside the basic plane, or a mark that attaches: a text without any has a cluster in each UTF-16 unit. */
const COMPOUND = new RegExp(`[\\ud800-\\udfff${ATTACHED.map(rangeOfUnits).join('')}]`)

/** For a class of a regular expression; empty outside the basic plane, where every character has a surrogate. */
function rangeOfUnits([first, last]: readonly [number, number]): string {
  return last > 0xffff ? '' : `\\u${first.toString(16).padStart(4, '0')}-\\u${last.toString(16).padStart(4, '0')}`
}

/** Whether a code point chooses the shape of the character before it and has none of its own (Unicode 23.4). */
export const isVariationSelector = (codePoint: number): boolean =>
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)

/** Whether a code point belongs to the character before it. Most are Latin or 汉字, which never do: they are told without the list. */
export const attaches = (code: number): boolean =>
  code >= 0x0300 &&
  !(code >= 0x3400 && code <= 0x9fff) &&
  ATTACHED.some(([first, last]) => code >= first && code <= last)

/** Whether anything in the text attaches to what stands before it: else its clusters are its characters. */
export const hasAttached = (text: string): boolean => {
  const { length } = text
  for (let at = 0; at < length; at++) if (attaches(codeAt(text, at))) return true
  return false
}

/** Where the cluster that begins at `at` ends. */
const clusterEnd = (text: string, at: number): number => {
  let end = at + lengthAt(text, at)
  while (end < text.length && attaches(codeAt(text, end))) end += lengthAt(text, end)
  return end
}

/** Code point, told without looking for a second half where there can be none. */
const codeAt = (text: string, at: number): number => {
  const unit = unitAt(text, at)
  return unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(at) ?? unit) : unit
}

const lengthAt = (text: string, at: number): number => (codeAt(text, at) > 0xffff ? 2 : 1)

/** Cuts text into cluster strings. */
export const splitClusters = (text: string): readonly string[] => {
  const clusters: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at)
    clusters.push(text.slice(at, end))
    at = end
  }
  return clusters
}

/** The characters of a cluster that need a glyph: variation selectors choose one, they have none of their own. */
export const visibleCodePoints = (cluster: string): readonly number[] =>
  Array.from(cluster, (character) => character.codePointAt(0) ?? 0).filter((code) => !isVariationSelector(code))

/** First face of the chain that has a glyph for every visible code point of the cluster. */
export const faceFor = (cluster: string, chain: readonly FaceMetrics[]): FaceMetrics | undefined =>
  faceOf(visibleCodePoints(cluster), chain)

/** The same, of the code points themselves. */
export const faceOf = (codePoints: readonly number[], chain: readonly FaceMetrics[]): FaceMetrics | undefined =>
  codePoints.length === 0
    ? undefined
    : chain.find((face) => codePoints.every((code) => face.advance(code) !== undefined))

/**
 * A measuring function for one face chain and type size. Characters without a glyph are refused before layout;
 * here they would be an error of ours, so they throw.
 */
export const createMeasure = (chain: readonly FaceMetrics[], size: Length): Measure => {
  const measure = (text: string, codePoints: readonly number[]): Cluster =>
    measureCluster(text, codePoints, faceOf(codePoints, chain), size)
  const measureCharacter = remembering((code) => {
    const text = String.fromCodePoint(code)
    return measure(text, isVariationSelector(code) ? [] : [code])
  })
  /** Clusters of several characters are too many to remember and too few to matter. */
  const measureAt = (text: string, at: number, end: number): Cluster => {
    const code = codeAt(text, at)
    if (end - at === (code > 0xffff ? 2 : 1)) return measureCharacter(code)
    const cluster = text.slice(at, end)
    return measure(cluster, visibleCodePoints(cluster))
  }
  return (paragraph) => {
    const clusters: Cluster[] = []
    const { length } = paragraph
    if (!COMPOUND.test(paragraph)) {
      for (let at = 0; at < length; at++) clusters.push(measureCharacter(unitAt(paragraph, at)))
      return clusters
    }
    for (let at = 0; at < length; ) {
      const end = clusterEnd(paragraph, at)
      clusters.push(measureAt(paragraph, at, end))
      at = end
    }
    return clusters
  }
}

const measureCluster = (
  text: string,
  codePoints: readonly number[],
  face: FaceMetrics | undefined,
  size: Length,
): Cluster => {
  if (!face) throw new Error(`no glyph for ${JSON.stringify(text)}`)
  const units = codePoints.reduce((sum, code) => sum + (face.advance(code) ?? 0), 0)
  const blankHalf = codePoints.length === 1 ? face.blankHalf(codePoints[0] ?? 0) : undefined
  return { text, face: face.id, width: Math.round((units * size) / face.unitsPerEm), blankHalf, traits: traitsOf(text) }
}
