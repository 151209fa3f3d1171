/** JSON text of a form's data with numbers as they stood in the file: `JSON.stringify` would turn `1.10` into `{}`. */
import { formatPath } from '../diagnostics/field-path.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { isNumberLiteral, numberSource } from '../input/number-literal.js'
import { copyPlainData, isOpaque, mostValues, opaqueName } from '../model/plain-data.js'

/** @throws FormError `not-plain-data`, `too-many-values` */
export const exactJson = (value: unknown): string => {
  const copy = copyPlainData(value)
  if (copy === undefined) throw new FormError([problem('too-many-values', '', { limit: mostValues })])
  return write(copy.value, [])
}

const write = (value: unknown, path: readonly PropertyKey[]): string => {
  if (isNumberLiteral(value)) return value[numberSource]
  if (Array.isArray(value)) return `[${value.map((item, index) => write(item, [...path, index])).join(',')}]`
  if (typeof value === 'object' && value !== null) return writeObject(value, path)
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || Number.isFinite(value))
    return JSON.stringify(value)
  throw new FormError([problem('not-plain-data', formatPath(path), { found: nameOf(value) })])
}

/** A member that is undefined is a missing one, as everywhere in JavaScript. */
const writeObject = (value: object, path: readonly PropertyKey[]): string => {
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${write(member, [...path, key])}`).join(',')}}`
}

const nameOf = (value: unknown): string =>
  isOpaque(value) ? opaqueName(value) : typeof value === 'number' ? String(value) : typeof value
