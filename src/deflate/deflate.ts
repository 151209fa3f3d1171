/**
 * Deflates what forms are made of (RFC 1950, RFC 1951). A general compressor counts each stream, makes a code for it and
 * looks long for matches, which was a third of the work on a form. This one has its code already and looks once: a third of
 * the time for a few per cent more of bytes. In plain JavaScript, for Node's zlib gives other bytes in other versions.
 */
import {
  type DeflateCode,
  distanceSteps,
  distanceSymbols,
  END_OF_BLOCK,
  FARTHEST_MATCH,
  FIRST_LENGTH,
  LONGEST_MATCH,
  reversed,
} from './code.js'

/** A window of 32 KB and no dictionary; the second byte makes both together a multiple of 31 (RFC 1950, 2.2). */
const ZLIB_HEADER = [0x78, 0x9c]

/** A stretch of the bytes that is known to repeat nothing; in the code already, by `codeStretch`, where it was wanted before. */
export interface PlainStretch {
  readonly start: number
  readonly end: number
  readonly coded: Coded | undefined
}

/** Bits from the lowest of the first byte on; what the last byte has beyond them is zero. */
export interface Coded {
  readonly bits: Uint8Array
  readonly count: number
}

/**
 * The bytes as a zlib stream of one block, in a code that should suit them. The same bytes give the same stream, everywhere.
 * @param stretches in order and apart, those that are coded in the same code: nothing is looked up in them
 */
export function deflate(bytes: Uint8Array, code: DeflateCode, stretches: readonly PlainStretch[] = []): Uint8Array {
  const writer: BitWriter = { bytes: new Uint8Array(roomFor(bytes.length)), at: 0, bits: 0, count: 0 }
  for (const byte of ZLIB_HEADER) putBits(writer, byte, 8)
  putCoded(writer, headOf(code))
  const places = new Int32Array(1 << TABLE_BITS)
  let at = 0
  for (const { start, end, coded } of stretches) {
    putSymbols(writer, bytes, { start: at, end: start }, code, places)
    if (coded === undefined) putLiterals(writer, bytes, start, end, code)
    else putCoded(writer, coded)
    at = end
  }
  putSymbols(writer, bytes, { start: at, end: bytes.length }, code, places)
  const last = code.literals[END_OF_BLOCK] ?? 0
  putBits(writer, last >> 8, last & 0xff)
  putBits(writer, 0, -writer.count & 7)
  const sum = adler32(bytes)
  for (const shift of [24, 16, 8, 0]) putBits(writer, (sum >>> shift) & 0xff, 8)
  return writer.bytes.slice(0, writer.at)
}

/** The bits of bytes that are wanted again and again: the same that `deflate` writes for a stretch without them. */
export function codeStretch(bytes: Uint8Array, code: DeflateCode): Coded {
  const writer: BitWriter = { bytes: new Uint8Array(roomFor(bytes.length)), at: 0, bits: 0, count: 0 }
  putLiterals(writer, bytes, 0, bytes.length, code)
  return takeBits(writer)
}

/** Each byte by itself. Less than two bytes wait at the end, as before. */
function putLiterals(
  writer: BitWriter,
  bytes: Uint8Array,
  start: number,
  end: number,
  { literals }: DeflateCode,
): void {
  const written = writer.bytes
  let { at, bits, count } = writer
  for (let index = start; index < end; index++) {
    const literal = literals[bytes[index] as number] as number
    bits |= (literal >>> 8) << count
    count += literal & 0xff
    if (count < 16) continue
    written[at] = bits
    written[at + 1] = bits >>> 8
    at += 2
    bits >>>= 16
    count -= 16
  }
  writer.at = at
  writer.bits = bits
  writer.count = count
}

/** No byte takes more than fifteen bits, and matches are shorter than what they stand for. */
const roomFor = (length: number): number => 2 * length + 512

/** Bits as deflate packs them: from the lowest of each byte on. Less than two bytes wait between two calls. */
interface BitWriter {
  readonly bytes: Uint8Array
  at: number
  bits: number
  count: number
}

/** @param count at most 15 */
function putBits(writer: BitWriter, value: number, count: number): void {
  writer.bits |= value << writer.count
  writer.count += count
  for (; writer.count >= 8; writer.count -= 8, writer.bits >>>= 8) writer.bytes[writer.at++] = writer.bits
}

/** Whole bytes move by the bits that wait, three at a time as long as there are three; the rest goes as any bits do. */
function putCoded(writer: BitWriter, { bits, count }: Coded): void {
  putBits(writer, 0, 0)
  const { bytes, count: shift } = writer
  const whole = count >> 3
  let { at, bits: carried } = writer
  let index = 0
  for (; index + 3 <= whole; index += 3) {
    const three = (bits[index] as number) | ((bits[index + 1] as number) << 8) | ((bits[index + 2] as number) << 16)
    carried |= three << shift
    bytes[at] = carried
    bytes[at + 1] = carried >>> 8
    bytes[at + 2] = carried >>> 16
    at += 3
    carried >>>= 24
  }
  for (; index < whole; index++) {
    carried |= (bits[index] as number) << shift
    bytes[at++] = carried
    carried >>>= 8
  }
  writer.at = at
  writer.bits = carried
  putBits(writer, bits[whole] ?? 0, count & 7)
}

/** Order in which the lengths of the code of code lengths are written (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Heads of blocks by code: the same for every stream in it. */
const heads = new WeakMap<DeflateCode, Coded>()

function headOf(code: DeflateCode): Coded {
  const head = heads.get(code) ?? writeHead(code)
  heads.set(code, head)
  return head
}

/** The last block and its only one. Code lengths are written in four bits each: few of them are alike. */
function writeHead({ literalLengths, distanceLengths }: DeflateCode): Coded {
  const writer: BitWriter = { bytes: new Uint8Array(512), at: 0, bits: 0, count: 0 }
  putBits(writer, 0b101, 3)
  putBits(writer, literalLengths.length - FIRST_LENGTH, 5)
  putBits(writer, distanceLengths.length - 1, 5)
  putBits(writer, LENGTH_ORDER.length - 4, 4)
  for (const length of LENGTH_ORDER) putBits(writer, length < 16 ? 4 : 0, 3)
  for (const length of [...literalLengths, ...distanceLengths]) putBits(writer, reversed(length, 4), 4)
  return takeBits(writer)
}

function takeBits(writer: BitWriter): Coded {
  putBits(writer, 0, 0)
  const count = 8 * writer.at + writer.count
  putBits(writer, 0, -writer.count & 7)
  return { bits: writer.bytes.slice(0, writer.at), count }
}

/** Four bytes are looked up: what is shorter seldom pays. */
const LOOKED_UP = 4
/** A table of 32 KB stays in the processor's nearest memory. */
const TABLE_BITS = 13
/** Spreads four bytes over the table (Knuth, The Art of Computer Programming 3, 6.4: 2^32 over the golden ratio). */
const GOLDEN = 0x9e3779b1

/**
 * Greedy matching: of the places where the same four bytes stood, the last one is taken. One loop without calls, and the
 * bits in local variables, fewer than sixteen of them between two turns: most of the time of a document is spent here.
 * @param places last place of each four bytes, from 1
 */
function putSymbols(
  writer: BitWriter,
  bytes: Uint8Array,
  { start, end }: { readonly start: number; readonly end: number },
  { literals, matches, distances }: DeflateCode,
  places: Int32Array,
): void {
  const written = writer.bytes
  let { at: out, bits, count } = writer
  const lastLookUp = end - LOOKED_UP
  let at = start
  while (at <= lastLookUp) {
    const slot = slotOf(bytes, at)
    const place = (places[slot] as number) - 1
    const distance = at - place
    places[slot] = at + 1
    let length = 0
    if (place >= 0 && distance <= FARTHEST_MATCH) {
      const most = Math.min(LONGEST_MATCH, end - at)
      while (length < most && bytes[place + length] === bytes[at + length]) length++
    }
    if (length < LOOKED_UP) {
      const literal = literals[bytes[at++] as number] as number
      bits |= (literal >>> 8) << count
      count += literal & 0xff
      if (count >= 16) {
        written[out] = bits
        written[out + 1] = bits >>> 8
        out += 2
        bits >>>= 16
        count -= 16
      }
      continue
    }
    const match = matches[length] as number
    bits |= (match >>> 8) << count
    count += match & 0xff
    for (; count >= 8; count -= 8, bits >>>= 8) written[out++] = bits
    const symbol = distanceSymbols[distance <= 256 ? distance - 1 : 256 + ((distance - 1) >> 7)] as number
    const far = distances[symbol] as number
    bits |= (far >>> 8) << count
    count += far & 0xff
    for (; count >= 8; count -= 8, bits >>>= 8) written[out++] = bits
    bits |= (distance - (distanceSteps.base[symbol] as number)) << count
    count += distanceSteps.extra[symbol] as number
    for (; count >= 8; count -= 8, bits >>>= 8) written[out++] = bits
    const next = at + length
    for (at++; at < next; at++) if (at <= lastLookUp) places[slotOf(bytes, at)] = at + 1
  }
  writer.at = out
  writer.bits = bits
  writer.count = count
  for (; at < end; at++) {
    const literal = literals[bytes[at] ?? 0] ?? 0
    putBits(writer, literal >>> 8, literal & 0xff)
  }
}

const slotOf = (bytes: Uint8Array, at: number): number => {
  const four =
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  return Math.imul(four, GOLDEN) >>> (32 - TABLE_BITS)
}

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
