/**
 * Prefix codes for deflate (RFC 1951, 3.2) that are made once and for all. What a form's streams hold is known: the outlines
 * of whatever characters are made of the same bytes as often, and so are the operators of whatever page. A code counted
 * anew for each stream saves a few per mille and takes a third of the time.
 */
import { CODE_LENGTHS } from './code-lengths.js'

/** A code, packed for writing: bits in the order of the stream from bit 8 up, how many there are in the lowest byte. */
export interface DeflateCode {
  /** Bytes, and `END_OF_BLOCK`. */
  readonly literals: Int32Array
  /** By match length, the extra bits included. */
  readonly matches: Int32Array
  /** By symbol; the extra bits are `distanceSteps`'. */
  readonly distances: Int32Array
  /** Code lengths of all literals and match lengths, and of all distances, as a block declares them. */
  readonly literalLengths: Uint8Array
  readonly distanceLengths: Uint8Array
}

export const END_OF_BLOCK = 256
/** Symbol of the shortest match. */
export const FIRST_LENGTH = 257

const SHORTEST_MATCH = 3
export const LONGEST_MATCH = 66
export const FARTHEST_MATCH = 32768

/** How values are written as a symbol and extra bits (RFC 1951, 3.2.5). */
export interface Steps {
  /** Least value of each symbol. */
  readonly base: Uint16Array
  readonly extra: Uint8Array
}

/** Four symbols share a width for lengths, two for distances; the widths double. */
export const lengthSteps: Steps = makeSteps(SHORTEST_MATCH, LONGEST_MATCH, 4)
export const distanceSteps: Steps = makeSteps(1, FARTHEST_MATCH, 2)

/** Symbol of a distance up to 256 at `distance - 1`, of a farther one at `256 + ((distance - 1) >> 7)`. */
export const distanceSymbols: Uint8Array = Uint8Array.from({ length: 512 }, (_, at) =>
  symbolOf(distanceSteps, at < 256 ? at + 1 : ((at - 256) << 7) + 1),
)

function makeSteps(least: number, most: number, perWidth: number): Steps {
  const base: number[] = []
  const extra: number[] = []
  for (let value = least; value <= most; value += 1 << (extra.at(-1) ?? 0)) {
    base.push(value)
    extra.push(Math.max(0, Math.floor((base.length - 1) / perWidth) - 1))
  }
  return { base: Uint16Array.from(base), extra: Uint8Array.from(extra) }
}

function symbolOf({ base }: Steps, value: number): number {
  let symbol = 0
  while ((base[symbol + 1] ?? Number.POSITIVE_INFINITY) <= value) symbol++
  return symbol
}

/** @param lengths a letter for each symbol: `a` is one bit */
function makeCode(lengths: { readonly literals: string; readonly distances: string }): DeflateCode {
  const literalLengths = readLengths(lengths.literals)
  const distanceLengths = readLengths(lengths.distances)
  const symbols = packCode(literalLengths)
  return {
    literals: symbols.slice(0, FIRST_LENGTH),
    matches: Int32Array.from({ length: LONGEST_MATCH + 1 }, (_, length) => packMatch(symbols, length)),
    distances: packCode(distanceLengths),
    literalLengths,
    distanceLengths,
  }
}

const readLengths = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) - 0x60)

/** Canonical codes (RFC 1951, 3.2.2): those of one length follow each other, and the next length goes on behind them. */
function packCode(lengths: Uint8Array): Int32Array {
  const counts = new Uint16Array(16)
  for (const length of lengths) counts[length] = (counts[length] as number) + 1
  const next = new Uint16Array(16)
  for (let bits = 2; bits < 16; bits++) next[bits] = ((next[bits - 1] as number) + (counts[bits - 1] as number)) << 1
  return Int32Array.from(lengths, (bits) => {
    const code = next[bits] as number
    next[bits] = code + 1
    return (reversed(code, bits) << 8) | bits
  })
}

function packMatch(symbols: Int32Array, length: number): number {
  if (length < SHORTEST_MATCH) return 0
  const step = symbolOf(lengthSteps, length)
  const symbol = symbols[FIRST_LENGTH + step] ?? 0
  const width = symbol & 0xff
  const bits = (symbol >> 8) | ((length - (lengthSteps.base[step] ?? 0)) << width)
  return (bits << 8) | (width + (lengthSteps.extra[step] ?? 0))
}

/** Codes go into the stream from their highest bit on, everything else from its lowest. */
export function reversed(code: number, bits: number): number {
  let turned = 0
  for (let bit = 0; bit < bits; bit++) turned |= ((code >> bit) & 1) << (bits - 1 - bit)
  return turned
}

/** For TrueType fonts. */
export const FONT_CODE: DeflateCode = makeCode(CODE_LENGTHS.fonts)
/** For the operators of pages. */
export const PAGE_CODE: DeflateCode = makeCode(CODE_LENGTHS.pages)
/** For ToUnicode maps. */
export const MAP_CODE: DeflateCode = makeCode(CODE_LENGTHS.maps)
