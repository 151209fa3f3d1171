/** PNG (ISO/IEC 15948) → eight-bit samples: every colour type and depth, with transparency; interlaced files are refused. */

import type { Picture } from './image.js'
import { damaged, ImageFault, unsupported } from './image-fault.js'
import { inflateExactly } from './inflate-exactly.js'
import { type Chunk, joinBytes, readChunks, writeChunks } from './png-chunks.js'
import { unfilter } from './png-filter.js'

interface Header {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colourType: number
  /** Samples a pixel. */
  readonly channels: number
}

/** Colour type → samples a pixel and the depths it may have (table 11.1). */
const COLOUR_TYPES: Readonly<Record<number, { readonly channels: number; readonly depths: readonly number[] }>> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
}
const PALETTE = 3

/** @param largest most pixels a side may have; asked before anything is unpacked */
export const readPng = (bytes: Uint8Array, largest: number): Picture => {
  const chunks = readChunks(bytes)
  const header = readHeader(chunks[0]?.data ?? new Uint8Array(), largest)
  const samples = toSamples(unpack(chunks, header), header)
  const { width, height } = header
  return { file: writeChunks(chunks), width, height, samples: toColours(samples, header, chunks) }
}

const readHeader = (data: Uint8Array, largest: number): Header => {
  if (data.length !== 13) throw damaged('IHDR')
  const view = new DataView(data.buffer, data.byteOffset)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [depth = 0, colourType = 0, compression = 0, filter = 0, interlace = 0] = data.subarray(8)
  const type = COLOUR_TYPES[colourType]
  if (!type?.depths.includes(depth) || compression !== 0 || filter !== 0 || width === 0 || height === 0)
    throw damaged('IHDR')
  if (width > largest || height > largest) throw new ImageFault('image-refused/pixels', `${width} × ${height}`)
  if (interlace !== 0) throw unsupported('png-interlaced')
  return { width, height, depth, colourType, channels: type.channels }
}

/** The rows, each one sample after the other as the file packs them. */
const unpack = (chunks: readonly Chunk[], { width, height, depth, channels }: Header): Uint8Array => {
  const rowBytes = Math.ceil((width * channels * depth) / 8)
  const packed = joinBytes(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const filtered = inflateExactly(packed, height * (rowBytes + 1))
  const rows = filtered && unfilter(filtered, rowBytes, Math.max(1, (channels * depth) >> 3))
  if (rows === undefined) throw damaged('IDAT')
  return rows
}

/** One byte a sample: palette indices as they are, other depths stretched or cut to eight bits. */
const toSamples = (rows: Uint8Array, { width, height, depth, channels, colourType }: Header): Uint8Array => {
  if (depth === 8) return rows
  const perRow = width * channels
  const samples = new Uint8Array(perRow * height)
  const rowBytes = Math.ceil((perRow * depth) / 8)
  const stretch = colourType === PALETTE ? 1 : 255 / (2 ** Math.min(depth, 8) - 1)
  for (let row = 0; row < height; row++) {
    for (let i = 0; i < perRow; i++) samples[row * perRow + i] = stretch * sampleAt(rows, row * rowBytes, i, depth)
  }
  return samples
}

const sampleAt = (rows: Uint8Array, row: number, index: number, depth: number): number => {
  if (depth === 16) return rows[row + 2 * index] ?? 0
  const bit = index * depth
  return ((rows[row + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}

type Pixels = Extract<Picture['samples'], { readonly kind: 'pixels' }>

const toColours = (samples: Uint8Array, header: Header, chunks: readonly Chunk[]): Pixels => {
  const transparency = chunks.find(({ type }) => type === 'tRNS')?.data
  if (header.colourType === PALETTE)
    return fromPalette(samples, chunks.find(({ type }) => type === 'PLTE')?.data, transparency)
  const components = header.channels < 3 ? 1 : 3
  if (header.channels % 2 === 0) return splitAlpha(samples, components)
  const key = transparency && transparentSamples(transparency, header, components)
  if (key === undefined) return { kind: 'pixels', colour: samples, components }
  return { kind: 'pixels', colour: samples, components, alpha: keyAlpha(samples, key) }
}

const splitAlpha = (samples: Uint8Array, components: 1 | 3): Pixels => {
  const count = samples.length / (components + 1)
  const colour = new Uint8Array(count * components)
  const alpha = new Uint8Array(count)
  for (let pixel = 0; pixel < count; pixel++) {
    const at = pixel * (components + 1)
    colour.set(samples.subarray(at, at + components), pixel * components)
    alpha[pixel] = samples[at + components] ?? 0
  }
  return { kind: 'pixels', colour, components, alpha }
}

const fromPalette = (
  indices: Uint8Array,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
): Pixels => {
  if (palette === undefined || palette.length % 3 !== 0) throw damaged('PLTE')
  const colour = new Uint8Array(indices.length * 3)
  indices.forEach((index, pixel) => {
    if (3 * index >= palette.length) throw damaged('PLTE')
    colour.set(palette.subarray(3 * index, 3 * index + 3), 3 * pixel)
  })
  const opaque: Pixels = { kind: 'pixels', colour, components: 3 }
  return transparency === undefined ? opaque : { ...opaque, alpha: indices.map((index) => transparency[index] ?? 255) }
}

/** The one colour that is transparent (11.3.2.1), in samples of eight bits. */
const transparentSamples = (data: Uint8Array, { depth }: Header, components: 1 | 3): readonly number[] => {
  if (data.length !== 2 * components) throw damaged('tRNS')
  const view = new DataView(data.buffer, data.byteOffset)
  return Array.from({ length: components }, (_, index) => {
    const value = view.getUint16(2 * index)
    return depth === 16 ? value >> 8 : (value * 255) / (2 ** depth - 1)
  })
}

const keyAlpha = (samples: Uint8Array, key: readonly number[]): Uint8Array => {
  const alpha = new Uint8Array(samples.length / key.length)
  for (let pixel = 0; pixel < alpha.length; pixel++) {
    alpha[pixel] = key.every((value, component) => samples[pixel * key.length + component] === value) ? 0 : 255
  }
  return alpha
}
