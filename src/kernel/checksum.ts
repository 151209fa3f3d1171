import { sharedKernel } from './kernel.js'

/** Sum of the 32-bit words of a font file or a table of it, big-endian, modulo 2^32. @param bytes a whole number of words */
export function checksum(bytes: Uint8Array): number {
  const { memory, roomFor, checksum } = sharedKernel()
  const start = roomFor(bytes.length)
  new Uint8Array(memory.buffer, start, bytes.length).set(bytes)
  return checksum(start, start + bytes.length) >>> 0
}
