/** A name-keyed or CID-keyed CFF table of a few squares, built in memory (Adobe Technical Note 5176). */
import { bytes, join, tinyFont } from './tiny-font.js'

const number = (value: number): number[] => [
  29,
  (value >> 24) & 255,
  (value >> 16) & 255,
  (value >> 8) & 255,
  value & 255,
]

export function index(items: readonly (readonly number[])[]): number[] {
  if (items.length === 0) return [0, 0]
  let offset = 1
  const offsets = [0, ...items.map((item) => item.length)].map((length) => (offset += length))
  return [items.length >> 8, items.length & 255, 2, ...offsets.flatMap((end) => [end >> 8, end & 255]), ...items.flat()]
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0))

/** 28 is a 16-bit operand of a charstring. */
const operand = (value: number): number[] => [28, (value >> 8) & 255, value & 255]

/** A square drawn through local subroutine 0 and global subroutine 0, whose biased numbers are −107. */
export const squareCharString = (left: number): number[] => [
  ...operand(left),
  ...operand(0),
  21,
  ...operand(-107),
  10,
  ...operand(-107),
  29,
  14,
]

const CHAR_STRINGS = [[14], squareCharString(100), squareCharString(600)]
/** Right 300 and up 500; left 300. */
const LOCAL = [[...operand(300), 6, ...operand(500), 7, 11], [11]]
const GLOBAL = [[...operand(-300), 6, 11], [11]]

export function tinyCff({ cidKeyed = false } = {}): Uint8Array {
  const head = [1, 0, 4, 2, ...index([ascii('TinyCff')])]
  const strings = index(cidKeyed ? [ascii('Adobe'), ascii('Identity')] : [])
  const top = (charStrings: number, privateAt: number, fdArray: number, fdSelect: number): number[] => [
    ...(cidKeyed ? [...number(391), ...number(392), ...number(0), 12, 30] : []),
    ...number(0),
    ...number(-120),
    ...number(1000),
    ...number(880),
    5,
    ...number(charStrings),
    17,
    ...(cidKeyed
      ? [...number(fdArray), 12, 36, ...number(fdSelect), 12, 37]
      : [...number(PRIVATE.length), ...number(privateAt), 18]),
  ]
  const start = [...head, ...index([top(0, 0, 0, 0)]), ...strings, ...index(GLOBAL)].length
  const charStrings = index(CHAR_STRINGS)
  const privateAt = start + charStrings.length
  const local = index(LOCAL)
  const fdSelect = privateAt + PRIVATE.length + local.length
  const select = [3, 0, 1, 0, 0, 0, 0, CHAR_STRINGS.length]
  const fdArray = fdSelect + select.length
  const dicts = index([[...number(PRIVATE.length), ...number(privateAt), 18]])
  return Uint8Array.from([
    ...head,
    ...index([top(start, privateAt, fdArray, fdSelect)]),
    ...strings,
    ...index(GLOBAL),
    ...charStrings,
    ...PRIVATE,
    ...local,
    ...(cidKeyed ? [...select, ...dicts] : []),
  ])
}

/** defaultWidthX 1000, nominalWidthX 0, local subroutines right behind. */
const PRIVATE = [...number(1000), 20, ...number(0), 21, ...number(18), 19]

/** The same glyphs and characters as `tinyFont`, in an OpenType font with CFF outlines. */
export function tinyOtf(options: { cidKeyed?: boolean } = {}): Uint8Array {
  const font = tinyFont({ tables: { glyf: undefined, loca: undefined, 'CFF ': tinyCff(options) } })
  return join([bytes(0x4f54, 0x544f), font.subarray(4)])
}
