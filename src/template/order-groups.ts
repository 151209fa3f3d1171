/** The order in which groups are printed: standard groups in official order, others where the data put them. */
import { append } from '../lists/append.js'

/**
 * @param standard keys of the groups that are always printed, in official order
 * @param given keys of the groups of the data, in its order; may repeat
 * @returns keys of all groups, each once; groups that agree in their first key stand together
 */
export const orderGroups = (
  standard: readonly (readonly string[])[],
  given: readonly (readonly string[])[],
): readonly (readonly string[])[] => {
  const standardTails = tailsByKey(standard)
  const givenTails = tailsByKey(given)
  const outer = mergeOrder([...standardTails.keys()], given.map(firstKey))
  return outer.flatMap((key) => {
    const [fixed = [], others = []] = [standardTails.get(key), givenTails.get(key)]
    const depth = [...fixed, ...others][0]?.length ?? 0
    if (depth === 0) return [[key]]
    return orderGroups(fixed, others).map((tail) => [key, ...tail])
  })
}

const firstKey = (keys: readonly string[]): string => keys[0] ?? ''

const tailsByKey = (groups: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> => {
  const tails = new Map<string, (readonly string[])[]>()
  for (const keys of groups) append(tails, firstKey(keys), keys.slice(1))
  return tails
}

/** Standard keys keep their order; every other key follows the key that stands before it in the data, or begins. */
const mergeOrder = (standard: readonly string[], given: readonly string[]): readonly string[] => {
  const known = new Set(standard)
  const followers = new Map<string | undefined, string[]>()
  let previous: string | undefined
  for (const key of given) {
    if (!known.has(key)) {
      known.add(key)
      append(followers, previous, key)
    }
    previous = key
  }
  const merged: string[] = []
  // The next key to place is the last of the list, so that a key is followed by its followers at once.
  const waiting = [...standard.toReversed(), ...(followers.get(undefined) ?? []).toReversed()]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    merged.push(key)
    for (const follower of (followers.get(key) ?? []).toReversed()) waiting.push(follower)
  }
  return merged
}
