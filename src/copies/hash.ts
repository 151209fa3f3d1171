/** Hashes as the proof of a copy writes them. */
import { sha256 } from '../kernel/sha256.js'

export const sha256Hex = (content: Uint8Array | string): string => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
