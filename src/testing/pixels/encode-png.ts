/**
 * Picture → PNG (W3C PNG, third edition), always the same bytes: deflate is fflate's, in plain JavaScript, for Node's zlib gives
 * other bytes with every version. Grey pictures, which most pages are, take a byte a pixel.
 */
import { zlibSync } from 'fflate'
import { crc32 } from '../../images/crc32.js'
import type { Picture } from './picture.js'

export const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

const GREY = { type: 0, channels: [0] } as const
const RGB = { type: 2, channels: [0, 1, 2] } as const
const RGBA = { type: 6, channels: [0, 1, 2, 3] } as const

export const encodePng = (picture: Picture): Uint8Array<ArrayBuffer> => {
  const { type, channels } = colourType(picture)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, picture.width)
  view.setUint32(4, picture.height)
  header.set([8, type, 0, 0, 0], 8)
  const pixels = zlibSync(filterRows(picture, channels), { level: 9, mem: 9 })
  return joinBytes([PNG_SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', new Uint8Array(0))])
}

const colourType = ({ data }: Picture): { readonly type: number; readonly channels: readonly number[] } => {
  let grey = true
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] !== 255) return RGBA
    if (data[i] !== data[i + 1] || data[i] !== data[i + 2]) grey = false
  }
  return grey ? GREY : RGB
}

/** Every row by the filter Up: pages are white, and rules stand above each other. */
const filterRows = ({ width, height, data }: Picture, channels: readonly number[]): Uint8Array => {
  const stride = width * channels.length + 1
  const rows = new Uint8Array(stride * height)
  let at = 0
  for (let y = 0; y < height; y++) {
    rows[at++] = 2
    for (let x = 0; x < width; x++) {
      const pixel = 4 * (y * width + x)
      for (const channel of channels)
        rows[at++] = (data[pixel + channel] ?? 0) - (y === 0 ? 0 : (data[pixel - 4 * width + channel] ?? 0))
    }
  }
  return rows
}

const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(content.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(content, 8)
  view.setUint32(content.length + 8, crc32(bytes.subarray(4, content.length + 8)))
  return bytes
}

const joinBytes = (parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
