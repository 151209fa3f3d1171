import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/kernel/sha256.js'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const message = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8)) & 0xff)

test('the digests that FIPS 180-4 gives as examples', () => {
  const encoder = new TextEncoder()
  expect(hex(sha256(encoder.encode('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(hex(sha256(encoder.encode('')))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(hex(sha256(encoder.encode('a'.repeat(1_000_000))))).toBe(
    'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
  )
})

test('as Node hashes, at every length about the blocks and the chunks', () => {
  const lengths = [...Array(200).keys(), ...Array.from({ length: 140 }, (_, at) => 65_470 + at), 131_072, 131_073]
  for (const length of lengths) {
    const bytes = message(length)
    expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})

test('of a part of a buffer, and the digest stays when the next is made', () => {
  const part = message(1000).subarray(3, 700)
  const first = sha256(part)
  const kept = hex(first)
  sha256(message(5))
  expect(hex(first)).toBe(kept)
  expect(kept).toBe(createHash('sha256').update(part).digest('hex'))
})
