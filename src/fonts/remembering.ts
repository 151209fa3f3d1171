/** What has been found for a character is kept for the next form, for the same characters come again and again. */

/** More than the 6,763 汉字 of GB/T 2312, which nearly all texts keep to. */
const MOST = 8192

/**
 * The same function, asked once for each key while it remembers. When it has met too many it forgets them all: a process that
 * prints a province's forms has no more in memory than one that prints a department's.
 */
export const remembering = <V>(find: (key: number) => V): ((key: number) => V) => {
  const known = new Map<number, V>()
  return (key) => {
    const seen = known.get(key)
    if (seen !== undefined || known.has(key)) return seen as V
    const found = find(key)
    if (known.size === MOST) known.clear()
    known.set(key, found)
    return found
  }
}
