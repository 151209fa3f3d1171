/** JPEG (ITU-T T.81) → the same data without application segments: cameras write the place and the owner into them. */

import type { Picture } from './image.js'
import { damaged, ImageFault, unsupported } from './image-fault.js'
import { joinBytes } from './png-chunks.js'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
/** Kept: APP14 of Adobe says whether three components are RGB or YCbCr. */
const APP14 = 0xee

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff

/** @param largest most pixels a side may have */
export const readJpeg = (bytes: Uint8Array, largest: number): Picture => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let frame: Frame | undefined
  let at = 2
  for (let marker = markerAt(bytes, at); marker !== EOI; marker = markerAt(bytes, at)) {
    const end = segmentEnd(bytes, at, marker)
    if (isFrame(marker)) frame = readFrame(bytes.subarray(at + 4, end), marker, largest)
    if (marker === 0xe1) refuseTurned(bytes.subarray(at + 4, end))
    if (isNeeded(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (frame === undefined) throw damaged('SOF')
  const file = joinBytes([...kept, bytes.subarray(at, at + 2)])
  const { width, height, components } = frame
  return { file, width, height, samples: { kind: 'jpeg', bytes: file, components } }
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly components: 1 | 3
}

const markerAt = (bytes: Uint8Array, at: number): number => {
  const marker = bytes[at + 1]
  if (bytes[at] !== 0xff || marker === undefined || marker < 0xc0) throw damaged(`第${at}字节`)
  return marker
}

/** Behind the segment; behind the scan's data where it is the head of a scan. */
const segmentEnd = (bytes: Uint8Array, at: number, marker: number): number => {
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
  const end = at + 2 + length
  if (length < 2 || end + 2 > bytes.length) throw damaged('EOI')
  return marker === SOS ? scanEnd(bytes, end) : end
}

/** In a scan 0xFF is followed by 0, a restart marker, or the next segment (B.1.1.5). */
const scanEnd = (bytes: Uint8Array, start: number): number => {
  for (let at = start; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] as number
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  throw damaged('EOI')
}

/** SOF0–SOF15 but DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const isNeeded = (marker: number): boolean => marker < 0xe0 || marker === APP14

/** PDF readers decode baseline, extended and progressive Huffman frames of eight bits (ISO 32000-1, 7.4.8). */
const readFrame = (data: Uint8Array, marker: number, largest: number): Frame => {
  if (data.length < 6) throw damaged('SOF')
  if (marker > 0xc2) throw unsupported('jpeg-coding')
  const view = new DataView(data.buffer, data.byteOffset)
  const [height, width, components] = [view.getUint16(1), view.getUint16(3), data[5]]
  if (data[0] !== 8) throw unsupported('jpeg-depth')
  if (width === 0 || height === 0) throw damaged('SOF')
  if (width > largest || height > largest) throw new ImageFault('image-refused/pixels', `${width} × ${height}`)
  if (components !== 1 && components !== 3) throw unsupported('jpeg-cmyk')
  return { width, height, components }
}

/** Exif tag 0112 other than 1: the picture lies on its side or its head, and a PDF would print it so. */
const refuseTurned = (data: Uint8Array): void => {
  if (String.fromCharCode(...data.subarray(0, 6)) !== 'Exif\0\0') return
  const view = new DataView(data.buffer, data.byteOffset + 6, data.length - 6)
  const little = data[6] === 0x49
  const offset = view.byteLength >= 8 ? view.getUint32(4, little) : 0
  const count = offset + 2 <= view.byteLength ? view.getUint16(offset, little) : 0
  for (let entry = offset + 2; entry < offset + 2 + 12 * count && entry + 10 <= view.byteLength; entry += 12) {
    if (view.getUint16(entry, little) === 0x0112 && view.getUint16(entry + 8, little) > 1)
      throw unsupported('jpeg-turned')
  }
}
