/**
 * Data of a caller through a message to another thread and back to what it was. Structured cloning loses symbols, so it would
 * lose the source text of numbers (`NumberLiteral`), and it throws at functions, which the model refuses by name.
 */
import { isNumberLiteral, numberLiteral, numberSource } from '../input/number-literal.js'
import { copyPlainData } from '../model/plain-data.js'

/** A cloneable value. What cloning cannot carry stands in a `Map`: `copyPlainData` has left no other one. */
export type Carried = { readonly kind: 'carried'; readonly value: unknown }

type Parcel = Map<'number' | 'symbol' | 'function', string>

/** Undefined where there are more values than any form has. */
export const pack = (value: unknown): Carried | undefined => {
  const copy = copyPlainData(value)
  return copy === undefined ? undefined : { kind: 'carried', value: replaceLeaves(copy.value, packLeaf) }
}

export const unpack = ({ value }: Carried): unknown => replaceLeaves(value, unpackLeaf)

/** Changes the value in place: it is a copy already, and an array or a plain object all the way down. */
const replaceLeaves = (value: unknown, replace: (leaf: unknown) => unknown): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Map || isNumberLiteral(value))
    return replace(value)
  const members = value as Record<string, unknown>
  for (const key of Object.keys(members)) members[key] = replaceLeaves(members[key], replace)
  return members
}

const packLeaf = (leaf: unknown): unknown => {
  if (isNumberLiteral(leaf)) return parcel('number', leaf[numberSource])
  if (typeof leaf === 'symbol') return parcel('symbol', leaf.description ?? '')
  return typeof leaf === 'function' ? parcel('function', '') : leaf
}

const parcel = (kind: 'number' | 'symbol' | 'function', text: string): Parcel => new Map([[kind, text]])

const unpackLeaf = (leaf: unknown): unknown => {
  if (!(leaf instanceof Map)) return leaf
  const [[kind, text] = ['symbol', '']] = leaf as Parcel
  if (kind === 'number') return numberLiteral(text)
  return kind === 'symbol' ? Symbol(text) : () => undefined
}
