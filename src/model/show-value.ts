/** Shows any value in a message, briefly and without running any code of its owner. */
import { isNumberLiteral, numberSource } from '../input/number-literal.js'
import { opaqueName } from './plain-data.js'

/** `"2023"`, `12.50`, `true`, `null`, `[…]`, `{…}`, or what kind of thing it is. */
export const showValue = (value: unknown): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'symbol') return opaqueName(value)
  if (typeof value === 'function') return 'function'
  if (typeof value === 'bigint') return `${value}n`
  if (isNumberLiteral(value)) return value[numberSource]
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  return String(value)
}
