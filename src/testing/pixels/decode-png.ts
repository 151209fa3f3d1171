/**
 * PNG → picture. Reads what `encodePng` writes and what a tool that squeezes PNG files makes of it: grey, RGB, palette, with or
 * without alpha, 1 to 8 bits, any filter, not interlaced.
 */
import { unzlibSync } from 'fflate'
import { FormError } from '../../diagnostics/form-error.js'
import { problem } from '../../diagnostics/make-problem.js'
import { PNG_SIGNATURE } from './encode-png.js'
import type { Picture } from './picture.js'

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly type: number
}

interface Chunks {
  readonly header: Header
  readonly palette: Uint8Array
  readonly alpha: Uint8Array
  readonly pixels: Uint8Array
}

/** Samples a pixel by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** A damaged header must not ask for the memory of a hundred thousand pages. */
const MOST_PIXELS = 1 << 28

/** @param file name for the message @throws FormError `picture-unreadable`, kind `file` */
export const decodePng = (bytes: Uint8Array, file = 'PNG'): Picture => {
  try {
    const chunks = readChunks(bytes)
    return toPicture(chunks, unfilter(unzlibSync(chunks.pixels), chunks.header))
  } catch (error) {
    throw new FormError(
      [problem('picture-unreadable', '', { file, reason: error instanceof Error ? error.message : String(error) })],
      'file',
    )
  }
}

const readChunks = (bytes: Uint8Array): Chunks => {
  if (!PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) throw new Error('not a PNG file')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, Uint8Array[]>()
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    found.set(name, [...(found.get(name) ?? []), bytes.subarray(at + 8, at + 8 + length)])
    at += length + 12
  }
  const [header] = found.get('IHDR') ?? []
  if (!header || header.length < 13) throw new Error('no IHDR')
  return {
    header: readHeader(header),
    palette: joined(found.get('PLTE')),
    alpha: joined(found.get('tRNS')),
    pixels: joined(found.get('IDAT')),
  }
}

const joined = (parts: readonly Uint8Array[] = []): Uint8Array =>
  parts.length === 1 ? (parts[0] as Uint8Array) : Uint8Array.from(parts.flatMap((part) => [...part]))

const readHeader = (bytes: Uint8Array): Header => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = { width: view.getUint32(0), height: view.getUint32(4), depth: bytes[8] ?? 0, type: bytes[9] ?? 0 }
  if (!(header.type in SAMPLES) || header.depth > 8 || bytes[12] !== 0)
    throw new Error('interlaced, 16 bits a sample, or of an unknown kind')
  if (header.width * header.height > MOST_PIXELS) throw new Error('too large')
  return header
}

/** Filters of clause 9 undone, rows joined without their filter bytes. */
const unfilter = (rows: Uint8Array, { width, height, depth, type }: Header): Uint8Array => {
  const bits = depth * (SAMPLES[type] ?? 1)
  const stride = Math.ceil((width * bits) / 8)
  const step = Math.max(1, bits >> 3)
  if (rows.length < height * (stride + 1)) throw new Error('cut short')
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < step ? 0 : (out[at - step] ?? 0)
      const up = y === 0 ? 0 : (out[at - stride] ?? 0)
      const corner = x < step || y === 0 ? 0 : (out[at - stride - step] ?? 0)
      out[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + predict(filter, left, up, corner)
    }
  }
  return out
}

const predict = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  return filter === 4 ? paeth(left, up, corner) : 0
}

const paeth = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

const toPicture = ({ header, palette, alpha }: Chunks, samples: Uint8Array): Picture => {
  const { width, height, depth, type } = header
  const data = new Uint8Array(width * height * 4)
  const stride = Math.ceil((width * depth * (SAMPLES[type] ?? 1)) / 8)
  const scale = type === 3 ? 1 : 255 / ((1 << depth) - 1)
  const sample = (y: number, index: number): number => {
    const bit = index * depth
    const byte = samples[y * stride + (bit >> 3)] ?? 0
    return ((byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)) * scale
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++)
      data.set(
        pixelOf(type, x, (index) => sample(y, index), palette, alpha),
        4 * (y * width + x),
      )
  }
  return { width, height, data }
}

const pixelOf = (
  type: number,
  x: number,
  at: (index: number) => number,
  palette: Uint8Array,
  alpha: Uint8Array,
): readonly number[] => {
  if (type === 2) return [at(3 * x), at(3 * x + 1), at(3 * x + 2), 255]
  if (type === 6) return [at(4 * x), at(4 * x + 1), at(4 * x + 2), at(4 * x + 3)]
  if (type === 4) return [at(2 * x), at(2 * x), at(2 * x), at(2 * x + 1)]
  const value = at(x)
  if (type === 0) return [value, value, value, 255]
  return [palette[3 * value] ?? 0, palette[3 * value + 1] ?? 0, palette[3 * value + 2] ?? 0, alpha[value] ?? 255]
}
