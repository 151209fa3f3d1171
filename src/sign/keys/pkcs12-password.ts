/** Key material from a password (RFC 7292, appendix B): what PKCS #12 had before PBKDF2. */
import { hashWith } from './node-crypto.js'

/** What the material is for: B.3. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const

/** Digest and block lengths in bytes, by OpenSSL's name. */
const HASHES: Readonly<Record<string, { readonly output: number; readonly block: number }>> = {
  sha1: { output: 20, block: 64 },
  sha224: { output: 28, block: 64 },
  sha256: { output: 32, block: 64 },
  sha384: { output: 48, block: 128 },
  sha512: { output: 64, block: 128 },
}

export interface Derivation {
  readonly hash: string
  readonly password: string
  readonly salt: Uint8Array
  readonly iterations: number
}

/** B.2, with the names it uses. */
export function derive({ hash, password, salt, iterations }: Derivation, purpose: number, length: number): Uint8Array {
  const { output: u, block: v } = HASHES[hash] ?? { output: 20, block: 64 }
  const diversifier = new Uint8Array(v).fill(purpose)
  const I = Buffer.concat([stretched(salt, v), stretched(bmpString(password), v)])
  const key = new Uint8Array(Math.ceil(length / u) * u)
  for (let at = 0; at < key.length; at += u) {
    let A = hashWith(hash, Buffer.concat([diversifier, I]))
    for (let round = 1; round < iterations; round++) A = hashWith(hash, A)
    key.set(A, at)
    addToBlocks(I, stretched(A, v).subarray(0, v), v)
  }
  return key.subarray(0, length)
}

/** Repeated to a whole number of blocks. */
function stretched(bytes: Uint8Array, block: number): Uint8Array {
  const length = block * Math.ceil(bytes.length / block)
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] ?? 0)
}

/** Each block of I becomes (I + B + 1) modulo 2^(8v). */
function addToBlocks(I: Uint8Array, B: Uint8Array, block: number): void {
  for (let start = 0; start < I.length; start += block) {
    let carry = 1
    for (let index = block - 1; index >= 0; index--) {
      carry += (I[start + index] ?? 0) + (B[index] ?? 0)
      I[start + index] = carry & 0xff
      carry >>= 8
    }
  }
}

/** UTF-16BE with two zero bytes behind it. */
function bmpString(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2)
  for (let unit = 0; unit < text.length; unit++) {
    bytes[2 * unit] = text.charCodeAt(unit) >> 8
    bytes[2 * unit + 1] = text.charCodeAt(unit) & 0xff
  }
  return bytes
}
