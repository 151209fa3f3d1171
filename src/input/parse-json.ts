/**
 * A strict JSON parser (RFC 8259) that keeps what forms need and JSON.parse throws away: the source text of numbers,
 * every duplicate key, and line and column of a fault. Own, because a parser with syntax trees takes 1 ms a form and
 * nine seconds and 1.7 GB for a hostile file of 10 MB, overflows the stack when nested, and lets raw control characters pass.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { formatPath } from '../diagnostics/field-path.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { type Expected, stringFault, syntaxFault, trailingComma } from './json-fault.js'
import { numberOf } from './number-literal.js'
import { locate, locateAll } from './text-position.js'

/** Far more than any form has; keeps recursion away from the end of the stack. */
const deepest = 64

/** Reading stops here: a file with more duplicate keys than this is not a form. */
const mostDuplicates = 1000

interface Duplicate {
  readonly key: string
  readonly path: string
  /** Offset of the first key of that name, and of the duplicate. */
  readonly first: number
  readonly at: number
}

/** Where the parser stands. It is made for one text and never leaves this file. */
interface Cursor {
  readonly text: string
  offset: number
  readonly path: PropertyKey[]
  readonly duplicates: Duplicate[]
}

/** Throws a FormError with the first fault of syntax, or with all duplicate keys. */
export const parseJson = (text: string): unknown => {
  const cursor: Cursor = { text, offset: 0, path: [], duplicates: [] }
  const value = readValue(cursor)
  if (skipBlanks(cursor) < text.length) stop(cursor, 'end')
  if (cursor.duplicates.length > 0) throw new FormError(describeDuplicates(cursor))
  return value
}

const stop = (cursor: Cursor, expected: Expected): never => {
  throw new FormError([syntaxFault(cursor.text, cursor.offset, expected, formatPath(cursor.path))])
}

const skipBlanks = (cursor: Cursor): number => {
  const { text } = cursor
  for (;;) {
    const code = text.charCodeAt(cursor.offset)
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return cursor.offset
    cursor.offset += 1
  }
}

const readValue = (cursor: Cursor): unknown => {
  skipBlanks(cursor)
  const first = cursor.text[cursor.offset]
  if (first === '"') return readString(cursor)
  if (first === '{') return readObject(cursor)
  if (first === '[') return readArray(cursor)
  return readScalar(cursor)
}

// A word or number must end where it ends: 012, 1.e5, nullx and 5万 are no JSON.
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.$+-])/y
const words = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

const readScalar = (cursor: Cursor): unknown => {
  scalar.lastIndex = cursor.offset
  const [source] = scalar.exec(cursor.text) ?? [stop(cursor, 'value')]
  cursor.offset += source.length
  return words.has(source) ? words.get(source) : numberOf(source)
}

/** Runs of plain characters, then escapes, up to the closing quote. Raw control characters are refused (RFC 8259, 7). */
const readString = (cursor: Cursor): string => {
  const { text } = cursor
  const start = cursor.offset + 1
  let at = start
  let escaped = false
  for (let code = text.charCodeAt(at); code !== 0x22; code = text.charCodeAt(at)) {
    if (!(code >= 0x20)) throw new FormError([stringFault(text, at, formatPath(cursor.path))])
    if (code === 0x5c) {
      escaped = true
      at += escapeLength(cursor, at)
    } else at += 1
  }
  cursor.offset = at + 1
  return escaped ? (JSON.parse(text.slice(start - 1, at + 1)) as string) : text.slice(start, at)
}

const escapes = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y

const escapeLength = (cursor: Cursor, at: number): number => {
  const { text } = cursor
  escapes.lastIndex = at
  const [escape] = escapes.exec(text) ?? []
  if (escape === undefined) throw new FormError([stringFault(text, at, formatPath(cursor.path))])
  return escape.length
}

const readArray = (cursor: Cursor): unknown[] => {
  const values: unknown[] = []
  readItems(cursor, ']', (index) => {
    cursor.path.push(index)
    values.push(readValue(cursor))
    cursor.path.pop()
  })
  return values
}

const readObject = (cursor: Cursor): Record<string, unknown> => {
  const members: Record<string, unknown> = {}
  const seen = new Map<string, number>()
  readItems(cursor, '}', () => {
    const at = skipBlanks(cursor)
    if (cursor.text[at] !== '"') stop(cursor, 'key')
    const key = readString(cursor)
    noteKey(cursor, seen, key, at)
    expectMark(cursor, ':')
    cursor.path.push(key)
    setMember(members, key, readValue(cursor))
    cursor.path.pop()
  })
  return members
}

/** Reads `item, item` between brackets; the bracket itself is at the cursor. */
const readItems = (cursor: Cursor, close: string, readItem: (index: number) => void): void => {
  if (cursor.path.length >= deepest) throw new FormError([tooDeep(cursor)])
  cursor.offset += 1
  if (cursor.text[skipBlanks(cursor)] !== close) {
    for (let index = 0; ; index += 1) {
      readItem(index)
      const comma = skipBlanks(cursor)
      if (cursor.text[comma] !== ',') break
      cursor.offset += 1
      if (cursor.text[skipBlanks(cursor)] === close)
        throw new FormError([trailingComma(cursor.text, comma, formatPath(cursor.path))])
    }
  }
  expectMark(cursor, close)
}

const expectMark = (cursor: Cursor, mark: string): void => {
  if (cursor.text[skipBlanks(cursor)] !== mark) stop(cursor, 'mark')
  cursor.offset += 1
}

/** Assigning to `__proto__` would replace the prototype; as an own key it is an unknown key like any other. */
const setMember = (members: Record<string, unknown>, key: string, value: unknown): void => {
  if (key !== '__proto__') members[key] = value
  else Object.defineProperty(members, key, { value, enumerable: true, configurable: true, writable: true })
}

const noteKey = (cursor: Cursor, seen: Map<string, number>, key: string, at: number): void => {
  const first = seen.get(key)
  if (first === undefined) {
    seen.set(key, at)
    return
  }
  cursor.duplicates.push({ key, path: formatPath([...cursor.path, key]), first, at })
  if (cursor.duplicates.length >= mostDuplicates) throw new FormError(describeDuplicates(cursor))
}

const describeDuplicates = ({ text, duplicates }: Cursor): Diagnostic[] => {
  const places = locateAll(
    text,
    duplicates.flatMap(({ first, at }) => [first, at]),
  )
  return duplicates.map(({ key, path, first, at }) => {
    const firstLine = places.get(first)?.line ?? 1
    return problem('json-duplicate-key', path, { key, firstLine, line: 1, column: 1, ...places.get(at) })
  })
}

const tooDeep = (cursor: Cursor): Diagnostic =>
  problem('json-too-deep', '', { limit: deepest, ...locate(cursor.text, cursor.offset) })
