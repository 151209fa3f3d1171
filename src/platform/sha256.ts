/** SHA-256 by Node, several times as fast as the kernel's: a batch hashes every print that stands. */
import { sha256 as sha256ByKernel } from '../kernel/sha256.js'

/** Node's own takes 4 ms to load, in which the kernel hashes this much: a process that prints one form never loads it. */
const LITTLE = 1_000_000

let hashed = 0

/** The 32 bytes of the digest. */
export const sha256 = (bytes: Uint8Array): Uint8Array => {
  hashed += bytes.length
  return hashed < LITTLE ? sha256ByKernel(bytes) : startHash().update(bytes).digest()
}

/** In lower-case hexadecimal digits; of a text, its UTF-8. */
export const sha256Hex = (content: Uint8Array | string): string => {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  return hexOf(sha256(bytes))
}

/** Of the pieces as they follow one another. */
export const sha256HexOfPieces = (pieces: readonly (Uint8Array | string)[]): string => {
  const hash = startHash()
  for (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

const encoder = new TextEncoder()

const startHash = () => process.getBuiltinModule('node:crypto').createHash('sha256')

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
