import { describe, expect, test } from 'vitest'
import { FontFault } from '../../src/fonts/font-fault.js'
import { openFont } from '../../src/fonts/open-font.js'
import { openSfnt, tableOf } from '../../src/fonts/sfnt.js'
import { padded, writeSfnt } from '../../src/fonts/write-sfnt.js'
import { checksum } from '../../src/kernel/checksum.js'
import { bytes, tinyFont } from './tiny-font.js'

const reason = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof FontFault) return error.reason
    throw error
  }
  return 'accepted'
}

describe('openSfnt', () => {
  test('finds every table as a view into the file', () => {
    const file = tinyFont()
    const font = openSfnt(file)
    expect([...font.tables.keys()]).toEqual(['OS/2', 'cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name'])
    expect(tableOf(font, 'head')?.buffer).toBe(file.buffer)
  })

  test('refuses a file that is cut short within any table', () => {
    const file = tinyFont()
    for (const { end } of openSfnt(file).tables.values()) {
      expect(reason(() => openSfnt(file.subarray(0, end - 1)))).toBe('damaged')
    }
    for (let length = 0; length < 12 + 16 * 9; length++) {
      expect(reason(() => openSfnt(file.subarray(0, length)))).toBe('damaged')
    }
  })

  test.each([
    ['web-font', bytes(0x774f, 0x4646, 0, 0, 0, 0, 0, 0)],
    ['web-font', bytes(0x774f, 0x4632, 0, 0, 0, 0, 0, 0)],
    ['not-a-font', new TextEncoder().encode('%PDF-1.7 and so on')],
    ['damaged', new Uint8Array()],
    ['variable', tinyFont({ tables: { fvar: bytes(1, 0) } })],
    ['no-outlines', tinyFont({ tables: { glyf: undefined } })],
  ])('%s', (expected, file) => {
    expect(reason(() => openSfnt(file))).toBe(expected)
  })
})

describe('metrics', () => {
  test('glyphs past the long records share the last advance and have bearings of their own', () => {
    const font = openFont(
      openSfnt(
        tinyFont({
          tables: {
            hhea: bytes(1, 0, 880, -120, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
            hmtx: bytes(600, 1, 2, 3),
          },
        }),
      ),
    )
    expect([0, 1, 2].map((glyph) => font.metrics.advance(glyph))).toEqual([600, 600, 600])
    expect([0, 1, 2].map((glyph) => font.metrics.leftSideBearing(glyph))).toEqual([1, 2, 3])
  })

  test('a font without names is called Font', () => {
    expect(openFont(openSfnt(tinyFont({ tables: { name: undefined } }))).names.postScript).toBe('Font')
  })

  test('head without its magic number is damaged', () => {
    const file = tinyFont({ tables: { head: new Uint8Array(54) } })
    expect(reason(() => openFont(openSfnt(file)).description)).toBe('damaged')
  })
})

test('checksums: every table’s, and the adjustment that makes the whole come out right', () => {
  const file = writeSfnt([
    { tag: 'glyf', bytes: bytes(1, 2, 3) },
    { tag: 'head', bytes: new Uint8Array(54).fill(7) },
  ])
  const view = new DataView(file.buffer)
  expect(checksum(file)).toBe(0xb1b0afba)
  const record = 12
  const start = view.getUint32(record + 8)
  expect(view.getUint32(record + 4)).toBe(checksum(file.subarray(start, start + padded(view.getUint32(record + 12)))))
})
