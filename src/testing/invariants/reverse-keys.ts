/** The same data with its keys in another order: it must print the same. */

/** A deep copy with the keys of every object in the reverse order. Symbols (the source text of numbers) come along. */
export const reverseKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Reflect.ownKeys(value)
    .toReversed()
    .map((key) => [key, reverseKeys((value as Record<PropertyKey, unknown>)[key])] as const)
  return Object.fromEntries(entries as [string, unknown][])
}
