/** PNG files for tests: any header, any chunks, checksums right unless asked otherwise. */
import { zlibSync } from 'fflate'
import { crc32 } from '../../src/images/crc32.js'

export const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(Buffer.from(type, 'latin1'), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

export interface PngParts {
  readonly width: number
  readonly height: number
  readonly depth?: number
  readonly colourType?: number
  readonly interlace?: number
  /** Chunks between header and data. */
  readonly before?: readonly Uint8Array[]
  /** Rows with their filter bytes; default: white, opaque. */
  readonly rows?: Uint8Array
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

export const makePng = ({
  width,
  height,
  depth = 8,
  colourType = 6,
  interlace = 0,
  before = [],
  rows,
}: PngParts): Uint8Array => {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  header.set([depth, colourType, 0, 0, interlace], 8)
  const rowBytes = Math.ceil((width * (CHANNELS[colourType] ?? 1) * depth) / 8)
  const data = rows ?? whiteRows(rowBytes, height)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...before,
    chunk('IDAT', zlibSync(data)),
    chunk('IEND', new Uint8Array()),
  ])
}

const whiteRows = (rowBytes: number, height: number): Uint8Array =>
  Uint8Array.from({ length: (rowBytes + 1) * height }, (_, at) => (at % (rowBytes + 1) === 0 ? 0 : 255))

/** A red ring on a transparent ground, as seals are scanned. */
export const sealPng = (side = 200): Uint8Array => {
  const rows = new Uint8Array((4 * side + 1) * side)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const distance = Math.hypot(x + 0.5 - side / 2, y + 0.5 - side / 2) / (side / 2)
      if (distance < 1 && distance > 0.9) rows.set([210, 20, 20, 230], y * (4 * side + 1) + 1 + 4 * x)
    }
  }
  return makePng({ width: side, height: side, rows })
}
