/** “Did you mean …?”: the known word nearest to an unknown one. */

/** No key is longer; a longer one is no slip of one. */
const LONGEST = 40

/**
 * The nearest of `known`, or undefined where none is near: the same letters in another case or with other separators,
 * or at most one slip in three letters (insertion, deletion, replacement, two letters exchanged).
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

/** Distance of Damerau and Levenshtein (optimal string alignment), row by row. */
const countSlips = (from: string, to: string): number => {
  let before: readonly number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const isExchange = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const exchanged = isExchange ? (before[j - 2] ?? 0) + 1 : replaced
      next.push(Math.min(replaced, exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}
