/** Deflate (RFC 1951) in a zlib stream (RFC 1950), in codes that are given: see `src/kernel/deflate.ts`. */
import { roomFor } from './memory'

/** Symbols of a code: bytes, end of block and lengths of matches; then distances (RFC 1951, 3.2.5). */
const LITERALS: i32 = 277
const DISTANCES: i32 = 30
const SYMBOLS: i32 = LITERALS + DISTANCES
const CODES: i32 = 3
const END_OF_BLOCK: i32 = 256
const FIRST_LENGTH: i32 = 257

const SHORTEST_MATCH: i32 = 3
const LONGEST_MATCH: i32 = 66
const FARTHEST_MATCH: i32 = 32768
/** Four bytes are looked up: what is shorter seldom pays. */
const LOOKED_UP: i32 = 4
/** A table of 32 KB stays in the processor's nearest memory. */
const TABLE_BITS: u32 = 13
/** Spreads four bytes over the table (Knuth, The Art of Computer Programming 3, 6.4: 2^32 over the golden ratio). */
const GOLDEN: u32 = 0x9e3779b1

/** How many bits each symbol of each code takes; as letters before `makeCode`, of which `a` is one bit. */
const lengths: usize = memory.data(CODES * SYMBOLS)
/** The symbols themselves, packed: how many bits in the lowest byte, above them the bits in the order of the stream. */
const packed: usize = memory.data(4 * CODES * SYMBOLS, 4)
/** Where each four bytes stood last, counted from 1; 0 is nowhere. */
const places: usize = memory.data(4 << TABLE_BITS, 4)
/** Order in which the lengths of the code of code lengths are written (RFC 1951, 3.2.7). */
const lengthOrder: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15])
const LONGEST_CODE: i32 = 15
const byLength: usize = memory.data(4 * (LONGEST_CODE + 1), 4)

/**
 * The stream that is being written: where it goes on, and the bits that wait, fewer than 32 between two calls. It goes on at
 * any byte, which the writing says (an alignment of 1): as JavaScript, words are else taken to begin at multiples of four.
 */
let out: usize = 0
let bits: u64 = 0
let count: u64 = 0

/** Where the letters of a code are to be written; `makeCode` is to be called then, once. */
export function lettersOf(code: i32): usize {
  return lengths + code * SYMBOLS
}

export function makeCode(code: i32): void {
  const from = lettersOf(code)
  for (let symbol = 0; symbol < SYMBOLS; symbol++) store<u8>(from + symbol, load<u8>(from + symbol) - 0x60)
  packSymbols(from, packed + 4 * code * SYMBOLS, LITERALS)
  packSymbols(from + LITERALS, packed + 4 * (code * SYMBOLS + LITERALS), DISTANCES)
}

/** Canonical codes (RFC 1951, 3.2.2): those of one length follow each other, and the next length goes on behind them. */
function packSymbols(from: usize, to: usize, symbols: i32): void {
  memory.fill(byLength, 0, 4 * (LONGEST_CODE + 1))
  for (let symbol = 0; symbol < symbols; symbol++) {
    const counter = byLength + 4 * load<u8>(from + symbol)
    store<i32>(counter, load<i32>(counter) + 1)
  }
  let next: i32 = 0
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const counter = byLength + 4 * length
    const many = load<i32>(counter)
    store<i32>(counter, next)
    next = (next + many) << 1
  }
  for (let symbol = 0; symbol < symbols; symbol++) {
    const length: i32 = load<u8>(from + symbol)
    const counter = byLength + 4 * length
    const code = load<i32>(counter)
    store<i32>(counter, code + 1)
    store<u32>(to + 4 * symbol, (reversed(code, length) << 8) | length)
  }
}

/** Codes go into the stream from their highest bit on, everything else from its lowest. */
function reversed(code: u32, length: i32): u32 {
  let turned: u32 = 0
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit)
  return turned
}

/** Where the stream of bytes begins. No byte takes more than fifteen bits, and matches are shorter than what they stand for. */
export function streamOf(bytes: usize, length: i32): usize {
  return (bytes + length + 7) & ~7
}

/** Deflates the bytes that were written to `roomFor(length)`. @returns where the stream ends, which begins at `streamOf` */
export function deflate(code: i32, length: i32): usize {
  const bytes = roomFor(length)
  const symbols = packed + 4 * code * SYMBOLS
  out = streamOf(bytes, length)
  bits = 0
  count = 0
  // A window of 32 KB and no dictionary; the second byte makes both together a multiple of 31 (RFC 1950, 2.2).
  putBits(0x78, 8)
  putBits(0x9c, 8)
  putHead(code)
  memory.fill(places, 0, 4 << TABLE_BITS)
  putSymbols(symbols, bytes, length)
  const last = load<u32>(symbols + 4 * END_OF_BLOCK)
  putBits(last >> 8, last & 0xff)
  putBits(0, -(<u32>count) & 7)
  for (; count > 0; count -= 8, bits >>= 8) store<u8>(out++, <u8>bits)
  store<u32>(out, bswap<u32>(adler32(bytes, length)), 0, 1)
  return out + 4
}

/** The last block and its only one. Code lengths are written in four bits each: few of them are alike. */
function putHead(code: i32): void {
  const from = lettersOf(code)
  putBits(0b101, 3)
  putBits(LITERALS - FIRST_LENGTH, 5)
  putBits(DISTANCES - 1, 5)
  putBits(19 - 4, 4)
  for (let at = 0; at < 19; at++) putBits(load<u8>(lengthOrder + at) < 16 ? 4 : 0, 3)
  for (let symbol = 0; symbol < SYMBOLS; symbol++) putBits(reversed(load<u8>(from + symbol), 4), 4)
}

function putBits(value: u32, length: u32): void {
  bits |= (<u64>value) << count
  count += length
  if (count < 32) return
  store<u32>(out, <u32>bits, 0, 1)
  out += 4
  bits >>= 32
  count -= 32
}

/**
 * Greedy matching: of the places where the same four bytes stood, the last one is taken. Bits are kept in local variables:
 * most of the time is spent here.
 */
function putSymbols(symbols: usize, bytes: usize, length: i32): void {
  let to = out
  let waiting = bits
  let many = count
  const lastLookUp = length - LOOKED_UP
  let at = 0
  while (at < length) {
    let matched = 0
    let place = -1
    if (at <= lastLookUp) {
      const slot = slotOf(bytes + at)
      place = load<i32>(slot) - 1
      store<i32>(slot, at + 1)
      if (place >= 0 && at - place <= FARTHEST_MATCH && wordAt(bytes + place) === wordAt(bytes + at))
        matched = matchLength(bytes + place, bytes + at, min(LONGEST_MATCH, length - at))
    }
    if (matched === 0) {
      const literal = load<u32>(symbols + 4 * <usize>load<u8>(bytes + at))
      waiting |= (<u64>(literal >> 8)) << many
      many += literal & 0xff
      at++
    } else {
      // Four symbols share a width of extra bits, the first eight have none; the widths double (RFC 1951, 3.2.5).
      const over: u32 = matched - SHORTEST_MATCH
      const lengthExtra: u32 = over < 8 ? 0 : 29 - clz(over)
      const lengthStep = over < 8 ? over : 4 * (lengthExtra + 1) + ((over >> lengthExtra) & 3)
      const run = load<u32>(symbols + 4 * (FIRST_LENGTH + lengthStep))
      waiting |= (<u64>(run >> 8)) << many
      many += run & 0xff
      waiting |= (<u64>(over & ((1 << lengthExtra) - 1))) << many
      many += lengthExtra
      // Two symbols share a width, the first four have none.
      const back: u32 = at - place - 1
      const distanceExtra: u32 = back < 4 ? 0 : 30 - clz(back)
      const distanceStep = back < 4 ? back : 2 * (distanceExtra + 1) + ((back >> distanceExtra) & 1)
      const far = load<u32>(symbols + 4 * (LITERALS + distanceStep))
      waiting |= (<u64>(far >> 8)) << many
      many += far & 0xff
      waiting |= (<u64>(back & ((1 << distanceExtra) - 1))) << many
      many += distanceExtra
      const next = at + matched
      for (at++; at < next; at++) if (at <= lastLookUp) store<i32>(slotOf(bytes + at), at + 1)
    }
    // Whole bytes go out: fewer than eight bits are left, to which a match adds no more than 46. At the first byte, before
    // which up to 31 bits may wait, nothing can match yet.
    store<u64>(to, waiting, 0, 1)
    to += <usize>(many >> 3)
    waiting >>= many & ~7
    many &= 7
  }
  out = to
  bits = waiting
  count = many
}

function slotOf(at: usize): usize {
  return places + 4 * <usize>((wordAt(at) * GOLDEN) >> (32 - TABLE_BITS))
}

function wordAt(at: usize): u32 {
  return load<u32>(at, 0, 1)
}

/** Four bytes are known to be the same. */
function matchLength(place: usize, at: usize, most: i32): i32 {
  let length = LOOKED_UP
  while (length < most && load<u8>(place + length) === load<u8>(at + length)) length++
  return length
}

/** RFC 1950, 9: as many bytes can be added up before the sums outgrow 32 bits. */
const RUN: usize = 5552
const MODULUS: u32 = 65521

function adler32(start: usize, length: usize): u32 {
  let low: u32 = 1
  let high: u32 = 0
  const last = start + length
  for (let from = start; from < last; from += RUN) {
    const end = min(from + RUN, last)
    for (let at = from; at < end; at++) {
      low += load<u8>(at)
      high += low
    }
    low %= MODULUS
    high %= MODULUS
  }
  return (high << 16) | low
}
