import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FileMemory, openBlocks, roomFor } from '../../src/platform/file-blocks.js'
import { openFontsFolder } from '../../src/platform/fonts-folder.js'

const LENGTH = 50_001
const content = Uint8Array.from({ length: LENGTH }, (_, index) => (index * 31 + (index >> 8)) & 0xff)
let folder: string
let path: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-'))
  path = join(folder, 'font.ttf')
  writeFileSync(path, content)
})
afterAll(() => rmSync(folder, { recursive: true }))

const range = fc.tuple(fc.nat(LENGTH), fc.nat(LENGTH)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
const countRead = ({ filled }: FileMemory): number => filled.reduce((sum, block) => sum + block, 0)

describe('a file read block by block', () => {
  test('gives the bytes of the file, whatever was asked for before', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 20 }), (ranges) => {
        const file = openBlocks(path, roomFor(LENGTH))
        for (const [start, end] of ranges)
          expect(Buffer.compare(file.view(start, end), content.subarray(start, end))).toBe(0)
      }),
      { numRuns: 50 },
    )
  })

  test('two that share a room read each block once', () => {
    const room = roomFor(LENGTH)
    const [one, other] = [openBlocks(path, room), openBlocks(path, room)]
    expect(countRead(room)).toBe(0)
    one.view(20_000, 20_010)
    expect(countRead(room)).toBe(1)
    room.bytes[20_000] = 1
    expect(other.view(19_999, 40_000)[1]).toBe(1)
    expect(countRead(room)).toBe(2)
  })

  test('nothing is read of a stretch of no length', () => {
    const room = roomFor(LENGTH)
    expect(openBlocks(path, room).view(LENGTH, LENGTH)).toHaveLength(0)
    expect(countRead(room)).toBe(0)
  })
})

test('a font that becomes shorter while it is read is a FormError that names it', () => {
  writeFileSync(join(folder, 'MANIFEST.json'), '{}')
  const file = openFontsFolder(folder).open('font.ttf')
  expect(file.view(0, 100)).toEqual(content.subarray(0, 100))
  truncateSync(path, 10_000)
  try {
    expect(() => file.view(9000, 20_000)).toThrow(
      expect.objectContaining({
        diagnostics: [expect.objectContaining({ code: 'font-unreadable', facts: { file: path, reason: 'damaged' } })],
      }),
    )
  } finally {
    writeFileSync(path, content)
  }
})
