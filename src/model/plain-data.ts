/**
 * A fresh, plain copy of what a caller hands in. Callers of the library are not files: they may pass class instances,
 * getters, proxies or cycles. Those are replaced by a marker the model then refuses by name; nothing of the caller's is changed.
 */
import { isNumberLiteral } from '../input/number-literal.js'

/** A form of 500 indicators has about 5,000 values. */
export const mostValues = 200_000

/** As deep as the JSON reader goes. */
const deepest = 64

/** Marks a value that is no plain data; its description says what it was. */
type Opaque = symbol

const opaquePrefix = 'jixiao-forms.opaque:'
const opaque = (name: string): Opaque => Symbol(opaquePrefix + name)

export const isOpaque = (value: unknown): value is Opaque =>
  typeof value === 'symbol' && (value.description ?? '').startsWith(opaquePrefix)

/** What stood where the marker is, such as `Date`. */
export const opaqueName = (value: symbol): string => {
  const name = value.description ?? 'symbol'
  return name.startsWith(opaquePrefix) ? name.slice(opaquePrefix.length) : 'symbol'
}

interface Walk {
  count: number
  readonly ancestors: object[]
}

/** The copy, or undefined where there are more than `mostValues` values. Objects have no prototype, so every key is their own. */
export const copyPlainData = (value: unknown): { readonly value: unknown } | undefined => {
  const walk: Walk = { count: 0, ancestors: [] }
  const copy = copyValue(value, walk)
  return walk.count > mostValues ? undefined : { value: copy }
}

const copyValue = (value: unknown, walk: Walk): unknown => {
  walk.count += 1
  if (typeof value !== 'object' || value === null) return value
  if (walk.count > mostValues) return opaque('unread')
  if (walk.ancestors.includes(value)) return opaque('a cycle (循环引用)')
  if (walk.ancestors.length >= deepest) return opaque('too deep (嵌套过深)')
  walk.ancestors.push(value)
  try {
    return copyObject(value, walk)
  } catch {
    // A proxy or an exotic object refused to be looked at.
    return opaque('unreadable object (无法读取的对象)')
  } finally {
    walk.ancestors.pop()
  }
}

const copyObject = (value: object, walk: Walk): unknown => {
  if (isNumberLiteral(value)) return value
  if (Array.isArray(value)) return copyArray(value, walk)
  const prototype = Object.getPrototypeOf(value) as object | null
  // Plain objects of another realm (a worker, a vm context) have a prototype of their own whose prototype is null.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return opaque(classNameOf(prototype))
  if (Object.prototype.toString.call(value) !== '[object Object]') return opaque('special object (特殊对象)')
  const copy = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(value)) copy[key] = copyProperty(value, key, walk)
  return copy
}

const copyArray = (value: readonly unknown[], walk: Walk): unknown => {
  if (value.length > mostValues) {
    walk.count += value.length
    return opaque('unread')
  }
  const { length } = value
  const copy: unknown[] = []
  for (let index = 0; index < length; index++) copy.push(copyProperty(value, String(index), walk))
  return copy
}

/** Getters are not run: they may throw, or give another answer the next time. */
const copyProperty = (owner: object, key: string, walk: Walk): unknown => {
  const property = Object.getOwnPropertyDescriptor(owner, key)
  if (property === undefined) return copyValue(undefined, walk)
  if (property.get !== undefined || property.set !== undefined) return opaque('getter')
  return copyValue(property.value, walk)
}

const classNameOf = (prototype: object): string => {
  const maker: unknown = Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value
  return typeof maker === 'function' && typeof maker.name === 'string' && maker.name !== ''
    ? maker.name
    : 'class instance'
}
