/** JSON text that does not depend on the order in which keys were written (after RFC 8785). */
export const canonicalJson = (value: unknown): string => JSON.stringify(sortKeys(value)) ?? 'null'

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(members.map(([key, member]) => [key, sortKeys(member)]))
}
