/**
 * The one prefix code that all TrueType fonts are deflated in (RFC 1951, 3.2.7). Outlines of whatever characters are made
 * of the same bytes as often: a code made for each font anew saves 0.2 %, and takes a third of the time. The lengths were
 * counted by `scripts/fonts/outline-code.mjs`.
 */
import { LENGTHS } from './outline-code-lengths.js'

/** Codes by symbol, the first bit lowest, as they go into the stream, and how many bits each has. */
export interface PrefixCode {
  readonly codes: Uint16Array
  readonly lengths: Uint8Array
}

export interface OutlineCode {
  /** Bytes, the end of the block, match lengths. */
  readonly literals: PrefixCode
  readonly distances: PrefixCode
}

export const END_OF_BLOCK = 256
/** Symbol of the shortest match. */
export const FIRST_LENGTH = 257

export const SHORTEST_MATCH = 3
export const LONGEST_MATCH = 66
export const FARTHEST_MATCH = 32768

/** How values are written as a symbol and extra bits (RFC 1951, 3.2.5). */
export interface Steps {
  /** Least value of each symbol. */
  readonly base: Uint16Array
  readonly extra: Uint8Array
}

/** Four symbols share a width for lengths, two for distances; the widths double. */
export const lengthSteps: Steps = steps(SHORTEST_MATCH, LONGEST_MATCH, 4)
export const distanceSteps: Steps = steps(1, FARTHEST_MATCH, 2)

/** Symbol of a match length, from 0. */
export const lengthSymbols: Uint8Array = symbols(lengthSteps, LONGEST_MATCH, 1)
/** Symbol of a distance up to 256 at `distance - 1`, of a farther one at `256 + ((distance - 1) >> 7)`. */
export const distanceSymbols: Uint8Array = Uint8Array.from([
  ...symbols(distanceSteps, 256, 1).subarray(1),
  ...symbols(distanceSteps, FARTHEST_MATCH - 127, 128),
])

function steps(least: number, most: number, perWidth: number): Steps {
  const base: number[] = []
  const extra: number[] = []
  for (let value = least; value <= most; value += 1 << (extra.at(-1) ?? 0)) {
    base.push(value)
    extra.push(Math.max(0, Math.floor((base.length - 1) / perWidth) - 1))
  }
  return { base: Uint16Array.from(base), extra: Uint8Array.from(extra) }
}

/** Symbols of the values from `by` mod `by` on, every `by`. */
function symbols({ base }: Steps, most: number, by: number): Uint8Array {
  const found: number[] = []
  let symbol = 0
  for (let value = by === 1 ? 0 : 1; value <= most; value += by) {
    while ((base[symbol + 1] ?? Number.POSITIVE_INFINITY) <= value) symbol++
    found.push(symbol)
  }
  return Uint8Array.from(found)
}

/** Canonical codes from their lengths, a letter each: `a` is one bit (RFC 1951, 3.2.2). */
export function prefixCode(text: string): PrefixCode {
  const lengths = Uint8Array.from(text, (letter) => letter.charCodeAt(0) - 0x60)
  const codes = new Uint16Array(lengths.length)
  let code = 0
  for (let bits = 1; bits < 16; bits++, code <<= 1) {
    lengths.forEach((length, symbol) => {
      if (length === bits) codes[symbol] = reversed(code++, bits)
    })
  }
  return { codes, lengths }
}

/** Codes go into the stream from their highest bit on, everything else from its lowest. */
export function reversed(code: number, bits: number): number {
  let turned = 0
  for (let bit = 0; bit < bits; bit++) turned |= ((code >> bit) & 1) << (bits - 1 - bit)
  return turned
}

export const OUTLINE_CODE: OutlineCode = {
  literals: prefixCode(LENGTHS.literals),
  distances: prefixCode(LENGTHS.distances),
}
