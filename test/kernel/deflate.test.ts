import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { unzlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { CODE_LENGTHS } from '../../src/kernel/code-lengths.js'
import { type DeflateCode, deflate } from '../../src/kernel/deflate.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'

const codes: readonly DeflateCode[] = ['fonts', 'pages', 'maps']
const bitsOf = (letters: string): number[] => Array.from(letters, (letter) => letter.charCodeAt(0) - 0x60)

/** Both check the sum of Adler; neither knows how the stream was made. */
const comesBack = (bytes: Uint8Array): void => {
  for (const code of codes) {
    const stream = deflate(bytes, code)
    expect(Buffer.compare(inflateSync(stream), bytes)).toBe(0)
    expect(Buffer.compare(unzlibSync(stream), bytes)).toBe(0)
  }
}

describe('what was deflated comes back whole', () => {
  test.each([0, 1, 2, 3, 4, 5, 7])('of %i bytes', (length) => comesBack(new Uint8Array(length).fill(7)))
  test('of every byte', () => comesBack(Uint8Array.from({ length: 1024 }, (_, at) => at)))
  test('of one byte, 100,000 times', () => comesBack(new Uint8Array(100_000)))
  test('matches of every length', () => {
    for (let length = 1; length < 150; length++) {
      const piece = Uint8Array.from({ length }, (_, at) => (at * 37) ^ length)
      comesBack(Uint8Array.from([...piece, 255, ...piece, 254, ...piece.subarray(1)]))
    }
  })
  test('matches at every distance about the steps, and none beyond the window', () => {
    for (const distance of [1, 2, 4, 5, 256, 257, 384, 385, 1024, 1025, 24_576, 24_577, 32_767, 32_768, 32_769]) {
      const bytes = new Uint8Array(distance + 8)
      for (let at = 4; at < distance; at++) bytes[at] = 1 + ((at * at * 2654435) % 251)
      bytes.set([9, 8, 7, 6])
      bytes.set([9, 8, 7, 6], distance)
      comesBack(bytes)
    }
  })
  test('of anything', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 60 }), fc.nat(5), (pieces, times) => {
        const once = pieces.flatMap((piece) => [...piece])
        comesBack(Uint8Array.from(Array.from({ length: times }, () => once).flat()))
      }),
    )
  })
  test('of the bytes that cost most, which stay within their room', () => {
    for (const code of codes) {
      const literalLengths = bitsOf(CODE_LENGTHS[code].literals)
      const costly = Array.from(literalLengths.slice(0, 256).keys())
        .sort((a, b) => (literalLengths[b] ?? 0) - (literalLengths[a] ?? 0))
        .slice(0, 60)
      // No four of them stand twice within the window, or they would be a match.
      comesBack(Uint8Array.from({ length: 50_000 }, (_, at) => costly[(at * 7 + (at >> 3) * 13 + (at >> 9)) % 60] ?? 0))
    }
  })
  test('of a long stream after a short one, and of a short one after it', () => {
    const short = Uint8Array.from({ length: 1000 }, (_, at) => at % 7)
    const before = deflate(short, 'pages')
    comesBack(Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * at * 2654435) >>> 9))
    expect(deflate(short, 'pages')).toEqual(before)
  })
  test('of a shipped file', () => {
    const { manifest, open } = shippedFonts()
    const file = open(manifest['hei']?.file ?? '')
    comesBack(file.view(0, file.length))
  })
})

/** Kraft: inflaters refuse a code that leaves bits unused or uses them twice. */
test.each(codes)('the code of %s is whole', (code) => {
  for (const lengths of [bitsOf(CODE_LENGTHS[code].literals), bitsOf(CODE_LENGTHS[code].distances)]) {
    expect(lengths.every((length) => length >= 1 && length <= 12)).toBe(true)
    expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1)
  }
})

test('an outline takes three quarters of its bytes in its own code, and more in another', () => {
  const { manifest, open } = shippedFonts()
  const outlines = open(manifest['song']?.file ?? '').view(4_000_000, 4_100_000)
  expect(deflate(outlines, 'fonts').length).toBeLessThan(75_000)
  expect(deflate(outlines, 'pages').length).toBeGreaterThan(75_000)
})
