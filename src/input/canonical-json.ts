/** The one JSON text of a value (after RFC 8785): keys in the order of their code units, no white space, numbers as they were written. */
import { isNumberLiteral, numberSource } from './number-literal.js'

/** Takes plain data that a model has accepted, number literals of the JSON reader among it. Members that are undefined are left out. */
export const canonicalJson = (value: unknown): string => {
  if (isNumberLiteral(value)) return value[numberSource]
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members
    .sort(byCodeUnits)
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    .join(',')}}`
}

const byCodeUnits = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0
