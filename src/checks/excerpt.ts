/** Shows where in a text something stands, so that a person finds it. */

/** A message names this many places and leaves the rest out. */
const mostShown = 5

/** The found thing, and again with up to four characters on either side: `〈 …险局〈关于…`. */
export const excerptAt = (text: string, start: number, length: number): string => {
  const head = Array.from(text.slice(Math.max(0, start - 12), start))
    .slice(-4)
    .join('')
  const tail = Array.from(text.slice(start + length, start + length + 12))
    .slice(0, 4)
    .join('')
  const found = text.slice(start, start + length)
  return `${found} …${head}${found}${tail}…`.replace(/\s+/g, ' ')
}

/** Distinct entries, the first few of them. */
export const shortList = (entries: readonly string[]): readonly string[] => {
  const distinct = [...new Set(entries)]
  return distinct.length <= mostShown ? distinct : [...distinct.slice(0, mostShown), '……']
}
