/** Reads PDF objects from bytes (ISO 32000-1, 7.2 and 7.3). Whatever the bytes, it ends: with a value or a FormError `pdf-broken`. */
import { broken } from './pdf-fault.js'
import type { PdfValue } from './value.js'

export interface Parsed {
  readonly value: PdfValue
  /** Behind the value. */
  readonly end: number
}

/** No form nests so deep, and no object of a form has so many values. */
const DEEPEST = 64
const MOST_VALUES = 200_000
/** Of strings, in bytes of the file: a signature value is a hundredth of this. Names are shorter (annex C, table C.1: 127). */
const LONGEST_STRING = 2_000_000
const LONGEST_NAME = 1000

interface Cursor {
  readonly bytes: Uint8Array
  at: number
  values: number
}

/** The value that begins at `start`, or after the white space there. */
export function parseValue(bytes: Uint8Array, start: number): Parsed {
  const cursor = { bytes, at: start, values: 0 }
  const value = readValue(cursor, 0)
  return { value, end: cursor.at }
}

/** Behind white space and comments. */
export function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start
  for (;;) {
    const byte = bytes[at]
    if (byte === undefined || !(SPACE[byte] || byte === PERCENT)) return at
    if (byte === PERCENT) while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++
    else at++
  }
}

/** Whether the letters stand at this place. */
export function standsAt(bytes: Uint8Array, at: number, letters: string): boolean {
  for (let letter = 0; letter < letters.length; letter++) {
    if (bytes[at + letter] !== letters.charCodeAt(letter)) return false
  }
  return true
}

const [LF, CR, PERCENT, SLASH, LESS, GREATER, HASH] = [0x0a, 0x0d, 0x25, 0x2f, 0x3c, 0x3e, 0x23]
const [OPEN, CLOSE, BRACKET, BRACKET_END, BACKSLASH] = [0x28, 0x29, 0x5b, 0x5d, 0x5c]
const SPACE = marked('\0\t\n\f\r ')
const DELIMITER = marked('()<>[]{}/%')

function marked(letters: string): readonly boolean[] {
  return Array.from({ length: 256 }, (_, byte) => letters.includes(String.fromCharCode(byte)))
}

function readValue(cursor: Cursor, depth: number): PdfValue {
  cursor.at = skipSpace(cursor.bytes, cursor.at)
  if (depth > DEEPEST) throw broken('对象嵌套过深', cursor.at)
  if (++cursor.values > MOST_VALUES) throw broken('对象过大', cursor.at)
  const byte = cursor.bytes[cursor.at]
  if (byte === SLASH) return { kind: 'name', name: readName(cursor) }
  if (byte === OPEN) return readLiteral(cursor)
  if (byte === BRACKET) return readArray(cursor, depth)
  if (byte === LESS) return cursor.bytes[cursor.at + 1] === LESS ? readDictionary(cursor, depth) : readHex(cursor)
  return readAtom(cursor)
}

function readArray(cursor: Cursor, depth: number): PdfValue {
  const items: PdfValue[] = []
  cursor.at++
  while (!closes(cursor, BRACKET_END)) items.push(readValue(cursor, depth + 1))
  cursor.at++
  return { kind: 'array', items }
}

function readDictionary(cursor: Cursor, depth: number): PdfValue {
  const entries = new Map<string, PdfValue>()
  cursor.at += 2
  while (!closes(cursor, GREATER)) {
    if (cursor.bytes[cursor.at] !== SLASH) throw broken('字典的键应以“/”开头', cursor.at)
    const key = readName(cursor)
    // Readers differ in which of two equal keys they take, so such a file can show different things to different people.
    if (entries.has(key)) throw broken('字典中有重复的键', cursor.at)
    entries.set(key, readValue(cursor, depth + 1))
  }
  if (cursor.bytes[cursor.at + 1] !== GREATER) throw broken('字典没有结束', cursor.at)
  cursor.at += 2
  return { kind: 'dictionary', entries }
}

function closes(cursor: Cursor, mark: number): boolean {
  cursor.at = skipSpace(cursor.bytes, cursor.at)
  if (cursor.at >= cursor.bytes.length) throw broken('对象没有结束', cursor.at)
  return cursor.bytes[cursor.at] === mark
}

function readName(cursor: Cursor): string {
  let text = ''
  cursor.at++
  for (let byte = regular(cursor); byte !== undefined; byte = regular(cursor)) {
    const escaped = byte === HASH ? hexPair(cursor.bytes, cursor.at + 1) : undefined
    text += String.fromCharCode(escaped ?? byte)
    cursor.at += escaped === undefined ? 1 : 3
    if (text.length > LONGEST_NAME) throw broken('名称过长', cursor.at)
  }
  return text
}

/** The byte at the cursor if it belongs to a name, number or keyword. */
function regular({ bytes, at }: Cursor): number | undefined {
  const byte = bytes[at]
  return byte === undefined || SPACE[byte] || DELIMITER[byte] ? undefined : byte
}

const ATOM = /^(true|false|null|[+-]?(\d+\.?\d*|\.\d+))$/
const LONGEST_ATOM = 40

/** A keyword or number; `n g R` is a reference. */
function readAtom(cursor: Cursor): PdfValue {
  const start = cursor.at
  const text = readWord(cursor)
  if (!ATOM.test(text)) throw broken('此处不是PDF对象', start)
  const generation = /^\d{1,10}$/.test(text) ? referenceTail(cursor) : undefined
  return generation === undefined ? { kind: 'atom', text } : { kind: 'reference', number: Number(text), generation }
}

function readWord(cursor: Cursor): string {
  let text = ''
  for (let byte = regular(cursor); byte !== undefined && text.length < LONGEST_ATOM; byte = regular(cursor)) {
    text += String.fromCharCode(byte)
    cursor.at++
  }
  return text
}

/** The generation where ` g R` follows; the cursor then stands behind it, else where it stood. */
function referenceTail(cursor: Cursor): number | undefined {
  const ahead = { ...cursor, at: skipSpace(cursor.bytes, cursor.at) }
  const generation = readWord(ahead)
  ahead.at = skipSpace(ahead.bytes, ahead.at)
  if (!/^\d{1,5}$/.test(generation) || readWord(ahead) !== 'R') return undefined
  cursor.at = ahead.at
  return Number(generation)
}

function readHex(cursor: Cursor): PdfValue {
  const start = cursor.at++
  const digits: number[] = []
  for (let byte = cursor.bytes[cursor.at]; byte !== GREATER; byte = cursor.bytes[++cursor.at]) {
    if (byte === undefined || cursor.at - start > LONGEST_STRING) throw broken('字符串没有结束', start)
    const digit = hexDigit(byte)
    if (digit !== undefined) digits.push(digit)
    else if (!SPACE[byte]) throw broken('十六进制字符串中有别的字符', cursor.at)
  }
  cursor.at++
  const codes = Array.from(
    { length: Math.ceil(digits.length / 2) },
    (_, pair) => 16 * (digits[2 * pair] ?? 0) + (digits[2 * pair + 1] ?? 0),
  )
  return { kind: 'string', bytes: fromCodes(codes), at: [start, cursor.at] }
}

const ESCAPES: Readonly<Record<string, number>> = { n: LF, r: CR, t: 9, b: 8, f: 12 }

function readLiteral(cursor: Cursor): PdfValue {
  const start = cursor.at++
  const codes: number[] = []
  for (let depth = 1; depth > 0; ) {
    const byte = cursor.bytes[cursor.at++]
    if (byte === undefined || cursor.at - start > LONGEST_STRING) throw broken('字符串没有结束', start)
    if (byte === BACKSLASH) readEscape(cursor, codes)
    else {
      if (byte === OPEN) depth++
      if (byte === CLOSE) depth--
      if (depth > 0) codes.push(byte)
    }
  }
  return { kind: 'string', bytes: fromCodes(codes), at: [start, cursor.at] }
}

/** Behind a backslash: a letter, up to three octal digits, or a line end, which stands for nothing (7.3.4.2). */
function readEscape(cursor: Cursor, codes: number[]): void {
  const octal = /^[0-7]{1,3}/.exec(fromCodes([...cursor.bytes.subarray(cursor.at, cursor.at + 3)]))?.[0]
  if (octal !== undefined) {
    cursor.at += octal.length
    codes.push(Number.parseInt(octal, 8) & 0xff)
    return
  }
  const byte = cursor.bytes[cursor.at++] ?? 0
  if (byte === CR && cursor.bytes[cursor.at] === LF) cursor.at++
  if (byte !== CR && byte !== LF) codes.push(ESCAPES[String.fromCharCode(byte)] ?? byte)
}

function hexPair(bytes: Uint8Array, at: number): number | undefined {
  const [high, low] = [hexDigit(bytes[at] ?? 0), hexDigit(bytes[at + 1] ?? 0)]
  return high === undefined || low === undefined ? undefined : 16 * high + low
}

function hexDigit(byte: number): number | undefined {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined
}

/** In pieces: a call takes only so many arguments. */
function fromCodes(codes: readonly number[]): string {
  let text = ''
  for (let start = 0; start < codes.length; start += 4096)
    text += String.fromCharCode(...codes.slice(start, start + 4096))
  return text
}
