import { describe, expect, test } from 'vitest'
import { type CffFont, type CffIndex, readCff } from '../../src/fonts/cff.js'
import { calledSubroutines } from '../../src/fonts/cff-subroutines.js'
import { components } from '../../src/fonts/glyph-records.js'
import { type OpenFont, openFont } from '../../src/fonts/open-font.js'
import { openSfnt, readSfnt } from '../../src/fonts/sfnt.js'
import { subsetCff } from '../../src/fonts/subset-cff.js'
import { type GlyphRequest, subsetGlyf } from '../../src/fonts/subset-glyf.js'
import { checksum } from '../../src/kernel/checksum.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import { squareCharString, tinyCff } from './tiny-cff.js'
import { bytes, composite, square, type TinyFont, tinyFont } from './tiny-font.js'

const tiny = (options?: TinyFont): OpenFont => openFont(openSfnt(tinyFont(options)))
const plain = (glyph: number, advance = 1000): GlyphRequest => ({ glyph, advance, shift: 0 })

function records(font: OpenFont): Uint8Array[] {
  const { outlines, metrics } = font
  if (outlines.kind !== 'glyf') throw new Error('no glyf')
  return Array.from({ length: metrics.glyphCount }, (_, glyph) => outlines.records.record(glyph))
}

const subset = (font: OpenFont, requests: readonly GlyphRequest[]): OpenFont =>
  openFont(openSfnt(subsetGlyf(font, requests)))

describe('subsetGlyf', () => {
  test('copies records byte by byte, padded to a multiple of four', () => {
    const font = tiny({ records: [square(0, 1), square(100, 900), new Uint8Array(), square(3, 4)] })
    const before = records(font)
    const after = records(subset(font, [plain(3), plain(1), plain(2)]))
    const order = [0, 3, 1, 2]
    after.forEach((record, glyph) => {
      const source = before[order[glyph] ?? 0] as Uint8Array
      expect([...record.subarray(0, source.length)]).toEqual([...source])
      expect(record.length % 4).toBe(0)
      expect([...record.subarray(source.length)].every((byte) => byte === 0)).toBe(true)
    })
  })

  test('two requests for one glyph are two glyphs', () => {
    const [, first, second] = records(subset(tiny(), [plain(1), plain(1)]))
    expect(first?.length).toBeGreaterThan(0)
    expect([...(first ?? [])]).toEqual([...(second ?? [])])
  })

  test('composites get new numbers, missing components come last, those of components too', () => {
    const font = tiny({
      records: [square(0, 1), square(2, 3), composite([1, 10], [3, 20]), composite([1, 30]), square(4, 5)],
    })
    const after = subset(font, [plain(4), plain(2)])
    expect(records(after).map((record) => components(record).map(({ glyph }) => glyph))).toEqual([
      [],
      [],
      [3, 4],
      [],
      [3],
    ])
    expect([...(records(after)[3] ?? [])]).toEqual([...(records(font)[1] ?? []), ...padding(records(font)[1])])
  })

  test('a composite that refers to itself in a circle ends', () => {
    const font = tiny({ records: [square(0, 1), composite([2, 0]), composite([1, 0])] })
    expect(subset(font, [plain(1)]).metrics.glyphCount).toBe(3)
  })

  test('a shifted glyph is a composite at an offset, its box, bearing and advance moved along', () => {
    const font = tiny({ records: [square(0, 1), square(600, 900)] })
    const after = subset(font, [{ glyph: 1, advance: 500, shift: -500 }])
    const [, shifted, component] = records(after)
    expect(components(shifted as Uint8Array)).toEqual([{ glyph: 2, at: 12 }])
    const view = new DataView((shifted as Uint8Array).slice().buffer)
    expect([view.getInt16(2), view.getInt16(6), view.getInt16(14)]).toEqual([100, 400, -500])
    expect(after.metrics.advance(1)).toBe(500)
    expect(after.metrics.leftSideBearing(1)).toBe(100)
    expect([...(component ?? [])].slice(0, 10)).toEqual([...(records(font)[1] ?? [])].slice(0, 10))
  })

  test('an invisible glyph has neither ink nor width', () => {
    const after = subset(tiny(), [{ glyph: undefined, advance: 0, shift: 0 }, plain(1)])
    expect(records(after)[1]).toHaveLength(0)
    expect(after.metrics.advance(1)).toBe(0)
  })

  test('hinting programs come along, layout and name tables do not', () => {
    const font = tiny({ tables: { 'cvt ': bytes(1), fpgm: bytes(2), prep: bytes(3), GSUB: bytes(4) } })
    const tables = openSfnt(subsetGlyf(font, [plain(1)])).tables
    expect([...tables.keys()].sort()).toEqual(['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'])
  })

  test.each([
    ['an array', tinyFont()],
    ['a Node buffer, whose slice is no copy', Buffer.from(tinyFont())],
  ])('right checksum, same bytes each time, source untouched: %s', (_, file) => {
    const before = Uint8Array.from(file)
    const font = openFont(openSfnt(file))
    const first = subsetGlyf(font, [plain(2), plain(1)])
    expect(checksum(first)).toBe(0xb1b0afba)
    expect(subsetGlyf(font, [plain(2), plain(1)])).toEqual(first)
    expect(Uint8Array.from(file)).toEqual(before)
  })

  test('real glyphs of the shipped Song come out as they went in', () => {
    const shipped = shippedFonts()
    const font = openFont(readSfnt(shipped.open(shipped.manifest['song']?.file ?? '')))
    const glyphs = Array.from('绩效目标表☑⼀，', (letter) => font.characters.glyph(letter.codePointAt(0) ?? 0))
    const after = subset(
      font,
      glyphs.map((glyph) => plain(glyph, font.metrics.advance(glyph))),
    )
    glyphs.forEach((glyph, index) => {
      const source = records(font)[glyph] as Uint8Array
      if (components(source).length > 0) return
      expect([...(records(after)[index + 1] ?? [])].slice(0, source.length)).toEqual([...source])
    })
  })
})

const padding = (record: Uint8Array | undefined): number[] =>
  Array.from({ length: (4 - ((record?.length ?? 0) % 4)) % 4 }, () => 0)

describe.each([{ cidKeyed: false }, { cidKeyed: true }])('subsetCff %j', (options) => {
  const source = readCff(tinyCff(options))
  const cut = (...glyphs: (number | undefined)[]): CffFont => readCff(subsetCff(source, glyphs, 'ABCDEF+TinyCff'))

  test('charstrings are copied in the order of the CIDs, shared ones twice', () => {
    const font = cut(2, 1, 2)
    expect(Array.from({ length: font.charStrings.count }, (_, cid) => [...font.charStrings.item(cid)])).toEqual([
      [14],
      squareCharString(600),
      squareCharString(100),
      squareCharString(600),
    ])
  })

  test('the result is CID-keyed and keeps the subroutines in their places', () => {
    const font = cut(1)
    expect(font.top.has(0x0c1e)).toBe(true)
    expect([0, 1].map((cid) => font.fontDictOf(cid))).toEqual([0, 0])
    expect(font.globalSubroutines.count).toBe(source.globalSubroutines.count)
    expect(font.fontDicts[0]?.private.subroutines?.count).toBe(2)
  })

  test('subroutines that nobody calls are emptied, those that are called stay', () => {
    const { globalSubroutines, fontDicts } = cut(1)
    const local = fontDicts[0]?.private.subroutines
    expect([0, 1].map((number) => globalSubroutines.item(number).length)).toEqual([5, 0])
    expect([0, 1].map((number) => local?.item(number).length)).toEqual([9, 0])
  })

  test('an invisible glyph ends at once, with no width', () => {
    expect([...cut(undefined).charStrings.item(1)]).toEqual([28, 0, 0, 14])
  })
})

describe('calledSubroutines', () => {
  const called = (charString: readonly number[], local: readonly (readonly number[])[] = []) => {
    const index = (items: readonly (readonly number[])[]): CffIndex => ({
      count: items.length,
      bytes: new Uint8Array(),
      item: (number) => Uint8Array.from(items[number] ?? []),
    })
    const font: CffFont = {
      top: new Map(),
      charStrings: index([charString]),
      globalSubroutines: index([[11], [11]]),
      fontDicts: [{ matrix: undefined, private: { dict: new Map(), subroutines: index(local) } }],
      fontDictOf: () => 0,
    }
    const found = calledSubroutines(font, [0])
    return found && { global: [...found.global], local: [...(found.local.get(0) ?? [])] }
  }
  /** One-byte operands: 139 is 0, 32 is −107. */
  const [ZERO, FIRST, SECOND] = [139, 32, 33]

  test('calls within calls', () => {
    expect(
      called(
        [FIRST, 10, 14],
        [
          [SECOND, 10, 11],
          [SECOND, 29, 11],
        ],
      ),
    ).toEqual({ global: [1], local: [0, 1] })
  })
  test('what follows endchar is not looked at', () => {
    expect(called([FIRST, 10, SECOND, 10], [[14], [11]])).toEqual({ global: [], local: [0] })
  })
  test('hint masks are stepped over: a bit for each stem, of implied vertical stems too', () => {
    const nineStems = [...Array(10).fill(ZERO), 18, ...Array(8).fill(ZERO), 19, 10, 10]
    expect(called([...nineStems, FIRST, 29, 14])).toEqual({ global: [0], local: [] })
    expect(called([ZERO, ZERO, 1, 20, 29, FIRST, 29, 14])).toEqual({ global: [0], local: [] })
  })
  test('operands of every length', () => {
    expect(called([28, 0xff, 0x95, 29, 14])?.global).toEqual([0])
    expect(called([255, 0xff, 0x95, 0, 0, 29, 14])?.global).toEqual([0])
    expect(called([247, 0, 251, 0, 21, FIRST, 29, 14])?.global).toEqual([0])
  })
  test('flex is stepped over', () => expect(called([12, 35, FIRST, 29, 14])?.global).toEqual([0]))
  test.each([
    ['computed numbers', [ZERO, ZERO, 12, 10, 10, 14]],
    ['a number that is not there', [ZERO, 29, 14]],
    ['no operand', [10, 14]],
  ])('%s: unknown', (_, code) => expect(called(code)).toBeUndefined())
  test('calls in a circle: unknown', () => expect(called([FIRST, 10], [[FIRST, 10]])).toBeUndefined())
})

test('a CFF table that is cut short anywhere is damaged', () => {
  const whole = tinyCff({ cidKeyed: true })
  for (let length = 0; length < whole.length - 1; length++) {
    expect(() => readCff(whole.subarray(0, length)).charStrings.item(2)).toThrow()
  }
})
