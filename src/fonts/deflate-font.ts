/**
 * Deflates a TrueType font (RFC 1950, RFC 1951). A general compressor counts each font, makes a code for it and looks long
 * for matches; a form's font is three quarters of the work of finishing it. This one has its code already and looks once:
 * a third of the time for 2 % more of bytes. In plain JavaScript, for Node's zlib gives other bytes in other versions.
 */
import {
  distanceSteps,
  distanceSymbols,
  END_OF_BLOCK,
  FARTHEST_MATCH,
  FIRST_LENGTH,
  LONGEST_MATCH,
  lengthSteps,
  lengthSymbols,
  OUTLINE_CODE,
  type OutlineCode,
  type PrefixCode,
  reversed,
} from './outline-code.js'

/** A window of 32 KB and no dictionary; the second byte makes both together a multiple of 31 (RFC 1950, 2.2). */
const ZLIB_HEADER = [0x78, 0x9c]

/** The font as a zlib stream of one block. The same bytes give the same stream, everywhere. */
export function deflateFont(font: Uint8Array): Uint8Array {
  const writer: BitWriter = { bytes: new Uint8Array(roomFor(font.length)), at: 0, bits: 0, count: 0 }
  for (const byte of ZLIB_HEADER) putBits(writer, byte, 8)
  openBlock(writer, OUTLINE_CODE)
  putSymbols(writer, font, OUTLINE_CODE)
  putBits(writer, OUTLINE_CODE.literals.codes[END_OF_BLOCK] ?? 0, OUTLINE_CODE.literals.lengths[END_OF_BLOCK] ?? 0)
  putBits(writer, 0, -writer.count & 7)
  const sum = adler32(font)
  for (const shift of [24, 16, 8, 0]) putBits(writer, (sum >>> shift) & 0xff, 8)
  return writer.bytes.slice(0, writer.at)
}

/** No byte takes more than twelve bits, and matches are shorter than what they stand for. */
const roomFor = (length: number): number => Math.ceil(1.5 * length) + 512

/** Bits as deflate packs them: from the lowest of each byte on. Less than a byte waits between two calls. */
interface BitWriter {
  readonly bytes: Uint8Array
  at: number
  bits: number
  count: number
}

/** @param count at most 16 */
function putBits(writer: BitWriter, value: number, count: number): void {
  writer.bits |= value << writer.count
  writer.count += count
  for (; writer.count >= 8; writer.count -= 8, writer.bits >>>= 8) writer.bytes[writer.at++] = writer.bits
}

/** Order in which the lengths of the code of code lengths are written (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The last block and its only one. Code lengths are written in four bits each: few of them are alike. */
function openBlock(writer: BitWriter, { literals, distances }: OutlineCode): void {
  putBits(writer, 0b101, 3)
  putBits(writer, literals.lengths.length - FIRST_LENGTH, 5)
  putBits(writer, distances.lengths.length - 1, 5)
  putBits(writer, LENGTH_ORDER.length - 4, 4)
  for (const length of LENGTH_ORDER) putBits(writer, length < 16 ? 4 : 0, 3)
  for (const length of [...literals.lengths, ...distances.lengths]) putBits(writer, reversed(length, 4), 4)
}

/** Four bytes are looked up: what is shorter seldom pays. */
const LOOKED_UP = 4
const TABLE_BITS = 14
/** Spreads four bytes over the table (Knuth, The Art of Computer Programming 3, 6.4: 2^32 over the golden ratio). */
const GOLDEN = 0x9e3779b1

/**
 * Greedy matching: of the places where the same four bytes stood, the last one is taken. One loop without calls, and at
 * most 15 bits that wait: a third of finishing a form is spent here.
 */
function putSymbols(writer: BitWriter, font: Uint8Array, { literals, distances }: OutlineCode): void {
  const { bytes } = writer
  let { at: out, bits, count } = writer
  const bytesPacked = pack(literals)
  const lengthsPacked = packLengths(literals)
  const distancesPacked = pack(distances)
  /** Last place of each four bytes, from 1. */
  const places = new Int32Array(1 << TABLE_BITS)
  const end = font.length
  const lastLookUp = end - LOOKED_UP
  for (let at = 0; at < end; ) {
    let length = 0
    let distance = 0
    if (at <= lastLookUp) {
      const slot = slotOf(font, at)
      const place = (places[slot] as number) - 1
      places[slot] = at + 1
      distance = at - place
      if (place >= 0 && distance <= FARTHEST_MATCH) {
        const most = Math.min(LONGEST_MATCH, end - at)
        while (length < most && font[place + length] === font[at + length]) length++
      }
    }
    if (length < LOOKED_UP) {
      const packed = bytesPacked[font[at++] as number] as number
      bits |= (packed >> 8) << count
      count += packed & 0xff
      if (count >= 16) {
        bytes[out] = bits
        bytes[out + 1] = bits >>> 8
        out += 2
        bits >>>= 16
        count -= 16
      }
    } else {
      const packedLength = lengthsPacked[length] as number
      bits |= (packedLength >> 8) << count
      count += packedLength & 0xff
      for (; count >= 8; count -= 8, bits >>>= 8) bytes[out++] = bits
      const symbol = distanceSymbols[distance <= 256 ? distance - 1 : 256 + ((distance - 1) >> 7)] as number
      const packed = distancesPacked[symbol] as number
      bits |= (packed >> 8) << count
      count += packed & 0xff
      for (; count >= 8; count -= 8, bits >>>= 8) bytes[out++] = bits
      bits |= (distance - (distanceSteps.base[symbol] as number)) << count
      count += distanceSteps.extra[symbol] as number
      for (; count >= 8; count -= 8, bits >>>= 8) bytes[out++] = bits
      const next = at + length
      for (at++; at < next; at++) if (at <= lastLookUp) places[slotOf(font, at)] = at + 1
    }
  }
  Object.assign(writer, { at: out, bits, count })
}

const slotOf = (font: Uint8Array, at: number): number => {
  const low = (font[at] as number) | ((font[at + 1] as number) << 8)
  const high = (font[at + 2] as number) | ((font[at + 3] as number) << 8)
  return Math.imul(low | (high << 16), GOLDEN) >>> (32 - TABLE_BITS)
}

/** Code and how many bits it has in one number, the latter in the lowest byte: one look-up a symbol. */
const pack = ({ codes, lengths }: PrefixCode): Int32Array =>
  Int32Array.from(codes, (code, symbol) => (code << 8) | (lengths[symbol] ?? 0))

/** For each match length its code with the extra bits behind it. */
const packLengths = ({ codes, lengths }: PrefixCode): Int32Array =>
  Int32Array.from(lengthSymbols, (symbol, length) => {
    const width = lengths[FIRST_LENGTH + symbol] ?? 0
    const extra = length - (lengthSteps.base[symbol] ?? 0)
    const bits = (codes[FIRST_LENGTH + symbol] ?? 0) | (extra << width)
    return (bits << 8) | (width + (lengthSteps.extra[symbol] ?? 0))
  })

const MODULUS = 65521
/** As many bytes can be added up before the sums outgrow 31 bits. */
const RUN = 2048

function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (let start = 0; start < bytes.length; start += RUN) {
    const end = Math.min(start + RUN, bytes.length)
    for (let at = start; at < end; at++) {
      low += bytes[at] as number
      high += low
    }
    low %= MODULUS
    high %= MODULUS
  }
  return ((high << 16) | low) >>> 0
}
