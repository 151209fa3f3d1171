/** The parts of a Compact Font Format table that a subset needs (Adobe Technical Note 5176). Nothing is interpreted. */
import { FontFault } from './font-fault.js'
import { dataView } from './sfnt.js'

/** An INDEX: a list of byte strings (5176, section 5). */
export interface CffIndex {
  readonly count: number
  /** The whole INDEX as it stands in the file. */
  readonly bytes: Uint8Array
  item(index: number): Uint8Array
}

/** The entries of a DICT by operator (two-byte operators as 0x0c00 + second byte), operands as raw bytes. */
export type CffDict = ReadonlyMap<number, Uint8Array>

/** A Private DICT and its local subroutines. */
export interface CffPrivate {
  readonly dict: CffDict
  readonly subroutines: CffIndex | undefined
}

/** One font DICT of a CID-keyed font; a name-keyed font is read as if it had one. */
export interface CffFontDict {
  readonly matrix: Uint8Array | undefined
  readonly private: CffPrivate
}

export interface CffFont {
  readonly top: CffDict
  readonly charStrings: CffIndex
  readonly globalSubroutines: CffIndex
  readonly fontDicts: readonly CffFontDict[]
  /** Which font DICT a glyph belongs to. */
  fontDictOf(glyph: number): number
}

export const CFF = {
  charset: 15,
  charStrings: 17,
  private: 18,
  subroutines: 19,
  nominalWidth: 21,
  fontBox: 5,
  fontMatrix: 0x0c07,
  ros: 0x0c1e,
  cidCount: 0x0c22,
  fdArray: 0x0c24,
  fdSelect: 0x0c25,
} as const

export function readCff(bytes: Uint8Array): CffFont {
  try {
    return readTable(bytes)
  } catch (error) {
    // DataView refuses to read past the table's end: the file is cut short or lies about its lengths.
    if (error instanceof RangeError) throw new FontFault('damaged', 'CFF')
    throw error
  }
}

function readTable(bytes: Uint8Array): CffFont {
  const names = readIndex(bytes, dataView(bytes).getUint8(2))
  const tops = readIndex(bytes, endOf(bytes, names))
  const strings = readIndex(bytes, endOf(bytes, tops))
  const globalSubroutines = readIndex(bytes, endOf(bytes, strings))
  const top = readDict(tops.item(0))
  const charStrings = readIndex(bytes, offsetIn(top, CFF.charStrings))
  return {
    top,
    charStrings,
    globalSubroutines,
    ...(top.has(CFF.ros) ? cidKeyed(bytes, top) : nameKeyed(bytes, top)),
  }
}

type FontDicts = Pick<CffFont, 'fontDicts' | 'fontDictOf'>

/** The top DICT's matrix is written into the new top DICT, so the single font DICT has none. */
function nameKeyed(bytes: Uint8Array, top: CffDict): FontDicts {
  return {
    fontDicts: [{ matrix: undefined, private: readPrivate(bytes, top) }],
    fontDictOf: () => 0,
  }
}

function cidKeyed(bytes: Uint8Array, top: CffDict): FontDicts {
  const array = readIndex(bytes, offsetIn(top, CFF.fdArray))
  const fontDicts = Array.from({ length: array.count }, (_, index) => {
    const dict = readDict(array.item(index))
    return { matrix: dict.get(CFF.fontMatrix), private: readPrivate(bytes, dict) }
  })
  return { fontDicts, fontDictOf: readFdSelect(bytes, offsetIn(top, CFF.fdSelect)) }
}

/** FDSelect formats 0 and 3 (5176, section 19). */
function readFdSelect(bytes: Uint8Array, offset: number): (glyph: number) => number {
  const view = dataView(bytes)
  if (view.getUint8(offset) === 0) return (glyph) => view.getUint8(offset + 1 + glyph)
  const ranges = view.getUint16(offset + 1)
  return (glyph) => {
    let range = 0
    while (range + 1 < ranges && view.getUint16(offset + 3 + 3 * (range + 1)) <= glyph) range++
    return view.getUint8(offset + 5 + 3 * range)
  }
}

/** The local subroutines' offset counts from the start of the Private DICT itself. */
function readPrivate(bytes: Uint8Array, dict: CffDict): CffPrivate {
  const [size = 0, offset = 0] = integers(dict.get(CFF.private) ?? new Uint8Array())
  const found = readDict(bytes.subarray(offset, offset + size))
  const subroutines = found.get(CFF.subroutines)
  const [relative = 0] = subroutines === undefined ? [] : integers(subroutines)
  return {
    dict: found,
    subroutines: subroutines === undefined ? undefined : readIndex(bytes, offset + relative),
  }
}

function readIndex(bytes: Uint8Array, start: number): CffIndex {
  const view = dataView(bytes)
  const count = view.getUint16(start)
  if (count === 0) return { count, bytes: bytes.subarray(start, start + 2), item: noItem }
  const size = view.getUint8(start + 2)
  const data = start + 3 + (count + 1) * size - 1
  const offset = (index: number): number => data + uint(view, start + 3 + index * size, size)
  const end = offset(count)
  if (end > bytes.length) throw new FontFault('damaged', 'CFF')
  return {
    count,
    bytes: bytes.subarray(start, end),
    item(index) {
      if (index >= count) return noItem()
      return bytes.subarray(offset(index), offset(index + 1))
    },
  }
}

/** Operands before operators (5176, section 4). */
function readDict(bytes: Uint8Array): CffDict {
  const entries = new Map<number, Uint8Array>()
  let operands = 0
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0
    if (byte > 21) {
      at += operandLength(bytes, at)
      continue
    }
    const operator = byte === 12 ? 0x0c00 + (bytes[at + 1] ?? 0) : byte
    entries.set(operator, bytes.subarray(operands, at))
    at += byte === 12 ? 2 : 1
    operands = at
  }
  return entries
}

/** The whole numbers among raw operands. Real numbers (30 …) are never asked for here. */
export function integers(operands: Uint8Array): number[] {
  const view = dataView(operands)
  const values: number[] = []
  for (let at = 0; at < operands.length; at += operandLength(operands, at)) {
    const byte = operands[at] ?? 0
    const next = operands[at + 1] ?? 0
    if (byte === 28) values.push(view.getInt16(at + 1))
    else if (byte === 29) values.push(view.getInt32(at + 1))
    else if (byte < 247) values.push(byte - 139)
    else if (byte < 251) values.push((byte - 247) * 256 + next + 108)
    else values.push(-(byte - 251) * 256 - next - 108)
  }
  return values
}

function operandLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0
  if (byte === 28) return 3
  if (byte === 29) return 5
  if (byte === 30) return realLength(bytes, at)
  return byte >= 247 ? 2 : 1
}

/** A real number is packed two digits a byte and ends with the nibble f. */
function realLength(bytes: Uint8Array, at: number): number {
  let end = at + 1
  while (end < bytes.length && ((bytes[end] ?? 0) & 0x0f) !== 0x0f) end++
  return end + 1 - at
}

function offsetIn(dict: CffDict, operator: number): number {
  const [offset] = integers(dict.get(operator) ?? new Uint8Array())
  if (offset === undefined) throw new FontFault('damaged', 'CFF')
  return offset
}

const endOf = (bytes: Uint8Array, index: CffIndex): number =>
  index.bytes.byteOffset - bytes.byteOffset + index.bytes.length

function noItem(): never {
  throw new FontFault('damaged', 'CFF')
}

function uint(view: DataView, at: number, size: number): number {
  let value = 0
  for (let byte = 0; byte < size; byte++) value = value * 256 + view.getUint8(at + byte)
  return value
}
