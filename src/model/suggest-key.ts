/** What an unknown key was probably meant for: a key of this place, or one that belongs somewhere else. */
import { nearestKey } from './nearest-key.js'

export interface KeySuggestion {
  /** The key of this place that was meant. */
  readonly key?: string
  /** Path patterns of the places that the key belongs to, where it is none of this one. */
  readonly places?: readonly string[]
}

type Labels = Readonly<Record<string, string>>

/** A message names this many places. */
const MOST_PLACES = 3

/**
 * A finder for the keys of one form. It knows them by the path patterns of its labels, and by the words printed on it:
 * 指标值 among the annual indicators is `value`, whose label is 年度指标值.
 * @returns for a key and the pattern of the place it stands at, such as `indicators[].annual[]`
 */
export const createKeyFinder = (labels: Labels): ((place: string, key: string) => KeySuggestion) => {
  // An item of a list has a label and no key.
  const patterns = Object.keys(labels).filter((pattern) => !pattern.endsWith('[]'))
  // The same slip is often made in every item of a list.
  const known = new Map<string, KeySuggestion>()
  return (place, key) => {
    const asked = `${place} ${key}`
    const found = known.get(asked) ?? suggest(labels, patterns, place, key)
    known.set(asked, found)
    return found
  }
}

const suggest = (labels: Labels, patterns: readonly string[], place: string, key: string): KeySuggestion => {
  const here = patterns.filter((pattern) => parentOf(pattern) === place)
  const [labelled, ...others] = byWords(labels, here, key)
  if (labelled !== undefined && others.length === 0) return { key: nameOf(labelled) }
  const near = nearestKey(key, here.map(nameOf))
  if (near !== undefined) return { key: near }
  const named = patterns.filter((pattern) => nameOf(pattern) === key)
  const places = named.length > 0 ? named : elsewhere(labels, patterns, key)
  return places.length === 0 ? {} : { places: places.slice(0, MOST_PLACES) }
}

const elsewhere = (labels: Labels, patterns: readonly string[], key: string): readonly string[] => {
  const labelled = byWords(labels, patterns, key)
  if (labelled.length > 0) return labelled
  const near = nearestKey(key, patterns.map(nameOf))
  return patterns.filter((pattern) => nameOf(pattern) === near)
}

/** `indicators[].annual[]` of `indicators[].annual[].name`; the form itself is the empty pattern. */
const parentOf = (pattern: string): string => pattern.slice(0, Math.max(pattern.lastIndexOf('.'), 0))

/** `name` of `indicators[].annual[].name`. */
const nameOf = (pattern: string): string => pattern.slice(pattern.lastIndexOf('.') + 1)

/** The patterns whose label is the words, else ends or begins with them; the side, 年度 or 实施期, is not printed in every cell. */
const byWords = (labels: Labels, patterns: readonly string[], key: string): readonly string[] => {
  const words = printedWords(key)
  if (words.length < 2) return []
  const labelOf = (pattern: string): string => labels[pattern] ?? ''
  const ranks = [
    patterns.filter((pattern) => labelOf(pattern) === words),
    patterns.filter((pattern) => labelOf(pattern).endsWith(words)),
    patterns.filter((pattern) => labelOf(pattern).startsWith(words)),
  ]
  return ranks.find((rank) => rank.length > 0) ?? []
}

/** 其中：中央财政资金 and 年度资金总额： stand on paper with marks that are no part of a label. */
const printedWords = (key: string): string => key.replace(/^其中[：:]?|[\s：:]|[（(]万?元[）)]$/g, '')
