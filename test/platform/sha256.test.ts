import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256, sha256Hex } from '../../src/platform/sha256.js'

/** The first megabyte of a process is hashed by the kernel, the rest by Node: nobody can tell. */
it('hashes the same before and behind the first megabyte', () => {
  const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => (index * 31) & 0xff)
  const expected = createHash('sha256').update(bytes).digest('hex')
  for (let round = 0; round < 8; round++) {
    expect(sha256Hex(bytes)).toBe(expected)
    expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(expected)
  }
  expect(sha256Hex('绩效𠮷')).toBe(createHash('sha256').update('绩效𠮷').digest('hex'))
})
