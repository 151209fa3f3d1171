/** The order in which groups are printed: standard groups in official order, others where the data put them. */

/**
 * @param standard keys of the groups that are always printed, in official order
 * @param given keys of the groups of the data, in its order; may repeat
 * @returns keys of all groups, each once; groups that agree in their first key stand together
 */
export const orderGroups = (
  standard: readonly (readonly string[])[],
  given: readonly (readonly string[])[],
): readonly (readonly string[])[] => {
  const outer = mergeOrder(standard.map(firstKey), given.map(firstKey))
  return outer.flatMap((key) => {
    const standardTails = tailsOf(standard, key)
    const givenTails = tailsOf(given, key)
    const depth = [...standardTails, ...givenTails][0]?.length ?? 0
    if (depth === 0) return [[key]]
    return orderGroups(standardTails, givenTails).map((tail) => [key, ...tail])
  })
}

const firstKey = (keys: readonly string[]): string => keys[0] ?? ''

const tailsOf = (groups: readonly (readonly string[])[], key: string): readonly (readonly string[])[] =>
  groups.filter((keys) => firstKey(keys) === key).map((keys) => keys.slice(1))

/** Standard keys keep their order; every other key follows the key that stands before it in the data, or begins. */
const mergeOrder = (standard: readonly string[], given: readonly string[]): readonly string[] => {
  const merged = [...new Set(standard)]
  let previous: string | undefined
  for (const key of given) {
    if (!merged.includes(key)) merged.splice(previous === undefined ? 0 : merged.indexOf(previous) + 1, 0, key)
    previous = key
  }
  return merged
}
