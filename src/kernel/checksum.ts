import { handOver, sharedKernel } from './kernel.js'

/** Sum of the 32-bit words of a font file or a table of it, big-endian, modulo 2^32. @param bytes a whole number of words */
export function checksum(bytes: Uint8Array): number {
  const kernel = sharedKernel()
  const start = handOver(kernel, bytes)
  return kernel.checksum(start, start + bytes.length) >>> 0
}
