/** SHA-256 (FIPS 180-4) of the engine's own: it asks no platform, so that it runs the same everywhere. */
import { handOver, type Kernel, sharedKernel } from './kernel.js'

const BLOCK = 64
/** As much goes into the kernel's memory at a time, which never becomes smaller again. */
const CHUNK = 1024 * BLOCK

/** The 32 bytes of the digest. */
export function sha256(message: Uint8Array): Uint8Array {
  const kernel = sharedKernel()
  const whole = message.length - (message.length % BLOCK)
  kernel.hashStart()
  for (let at = 0; at < whole; at += CHUNK) hash(kernel, message.subarray(at, Math.min(at + CHUNK, whole)))
  hash(kernel, paddedTail(message.subarray(whole), message.length))
  return new Uint8Array(kernel.memory.buffer, kernel.hashEnd(), 32).slice()
}

function hash(kernel: Kernel, blocks: Uint8Array): void {
  const start = handOver(kernel, blocks)
  kernel.hashBlocks(start, start + blocks.length)
}

/** The rest of the message, one bit, zeros, and the message's length in bits as a 64-bit number. */
function paddedTail(rest: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(rest.length + 9 > BLOCK ? 2 * BLOCK : BLOCK)
  padded.set(rest)
  padded[rest.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(length / 0x20000000))
  view.setUint32(padded.length - 4, (length << 3) >>> 0)
  return padded
}
