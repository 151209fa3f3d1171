/** A PNG file (ISO/IEC 15948, 5) → its chunks that make the picture, and a file of nothing else. */
import { crc32 } from './crc32.js'
import { damaged } from './image-fault.js'

export interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** Length, type, data and checksum. */
  readonly whole: Uint8Array
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const NEEDED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, index) => bytes[index] === byte)

/** Checks the frame of every chunk and returns those of the picture, in order: IHDR first, IEND last. */
export const readChunks = (bytes: Uint8Array): readonly Chunk[] => {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; chunks.at(-1)?.type !== 'IEND'; ) {
    const chunk = readChunk(bytes, at)
    // Lower-case chunks may be left out; an upper-case one that nobody knows may not (5.4).
    if (!NEEDED.has(chunk.type) && /^[A-Z]/.test(chunk.type)) throw damaged(chunk.type)
    chunks.push(chunk)
    at += chunk.whole.length
  }
  if (chunks[0]?.type !== 'IHDR') throw damaged('IHDR')
  return chunks.filter(({ type }) => NEEDED.has(type))
}

const readChunk = (bytes: Uint8Array, at: number): Chunk => {
  if (at + 12 > bytes.length) throw damaged('IEND')
  const view = new DataView(bytes.buffer, bytes.byteOffset + at)
  const length = view.getUint32(0)
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
  if (!/^[A-Za-z]{4}$/.test(type) || at + 12 + length > bytes.length)
    throw damaged(/^[A-Za-z]{4}$/.test(type) ? type : String(at))
  if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== view.getUint32(8 + length)) throw damaged(type)
  return { type, data: bytes.subarray(at + 8, at + 8 + length), whole: bytes.subarray(at, at + 12 + length) }
}

/** A PNG of these chunks alone. */
export const writeChunks = (chunks: readonly Chunk[]): Uint8Array =>
  joinBytes([Uint8Array.from(SIGNATURE), ...chunks.map(({ whole }) => whole)])

export const joinBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
