import { describe, expect, test } from 'vitest'
import { FontFault } from '../../src/fonts/font-fault.js'
import { openFont } from '../../src/fonts/open-font.js'
import { openSfnt } from '../../src/fonts/sfnt.js'
import { bytes, type TinyFont, tinyFont } from './tiny-font.js'

const open = (options: TinyFont) => openFont(openSfnt(tinyFont(options))).characters
const characters = { 65: 2, 19968: 1, 19969: 2 }

describe.each([4, 12] as const)('format %i', (cmapFormat) => {
  const map = open({ characters, cmapFormat })
  test.each(Object.entries(characters))('finds %i', (code, glyph) => expect(map.glyph(Number(code))).toBe(glyph))
  test.each([0, 0x40, 0x42, 0x4dff, 0x4e02, 0xffff, 0x20bb7])('has no %i', (code) => expect(map.glyph(code)).toBe(0))
})

test('format 12 reaches the supplementary planes', () => {
  expect(open({ characters: { 134071: 2 } }).glyph(0x20bb7)).toBe(2)
})

test('format 14: a sequence has its own glyph, the base’s, or none', () => {
  const map = open({
    characters,
    variations: [
      [0x4e00, 0xe0100, 2],
      [0x4e01, 0xe0100, 0],
      [0x4e00, 0xfe00, 1],
    ],
  })
  expect(map.variation(0x4e00, 0xe0100)).toBe(2)
  expect(map.variation(0x4e01, 0xe0100)).toBe(2)
  expect(map.variation(0x4e00, 0xfe00)).toBe(1)
  expect(map.variation(0x4e01, 0xfe00)).toBe(0)
  expect(map.variation(0x4e00, 0xe0101)).toBe(0)
  expect(open({ characters }).variation(0x4e00, 0xe0100)).toBe(0)
})

test('a font without a Unicode map is refused', () => {
  const symbols = bytes(0, 1, 3, 0, 0, 12, 4, 24, 0, 0, 0, 0, 0, 0)
  expect(() => open({ tables: { cmap: symbols } })).toThrow(FontFault)
})
