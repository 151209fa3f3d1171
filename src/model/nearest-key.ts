/** “Did you mean …?”: the known word nearest to an unknown one. */

/** No key is longer; a longer one is no slip of one. */
const LONGEST = 40

/**
 * The nearest of `known`, or undefined where none is near: the same letters in another case or with other separators,
 * or at most one slip in three letters (insertion, deletion, replacement).
 */
export const nearestKey = (unknown: string, known: readonly string[]): string | undefined => {
  if (unknown.length > LONGEST) return undefined
  const plain = plainKey(unknown)
  const ranked = known
    .map((key) => ({ key, slips: countSlips(plain, plainKey(key)) }))
    .filter(({ key, slips }) => slips <= Math.floor(Math.min(key.length, unknown.length) / 3))
    .sort((a, b) => a.slips - b.slips)
  return ranked[0]?.key
}

const plainKey = (key: string): string => key.toLowerCase().replace(/[-_\s]/g, '')

/** Levenshtein distance, row by row. */
const countSlips = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 0
}
