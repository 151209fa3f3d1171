import { describe, expect, test } from 'vitest'
import { openFontBook } from '../../src/fonts/font-book.js'
import { type FontFile, wholeFile } from '../../src/fonts/font-file.js'
import { covers, type FontManifest, type ShippedFonts } from '../../src/fonts/manifest.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import { tinyOtf } from './tiny-cff.js'
import { square, tinyFont } from './tiny-font.js'

const shipped = (file: string, coverage: readonly number[]) => ({
  file,
  family: file,
  postScriptName: file,
  sha256: '',
  bytes: fontOf(file).length,
  unitsPerEm: 1000,
  characters: 1,
  coverage,
})

const fontOf = (file: string): Uint8Array => tinyFont(file === 'rare.ttf' ? { characters: { 134071: 1 } } : {})

/** Shipped fonts in memory that note which files are opened. */
function fakeFonts(): ShippedFonts & { readonly opened: string[] } {
  const opened: string[] = []
  const manifest: FontManifest = {
    song: shipped('song.ttf', [0x4e00, 0x4e01]),
    songBold: shipped('bold.ttf', [0x4e00, 0x4e00]),
    rare: shipped('rare.ttf', [0x20bb7, 0x20bb7]),
  }
  const open = (file: string): FontFile => {
    opened.push(file)
    return wholeFile(fontOf(file))
  }
  return { manifest, open, opened }
}

const ids = (faces: readonly { id: string }[]): string[] => faces.map(({ id }) => id)

describe('chain', () => {
  test('role, Song, rare', () => {
    const book = openFontBook({ shipped: fakeFonts() })
    expect(ids(book.chain('songBold'))).toEqual(['songBold', 'song', 'rare'])
    expect(ids(book.chain('song'))).toEqual(['song', 'rare'])
  })

  test('fangsong and unknown roles fall to Song', () => {
    const book = openFontBook({ shipped: fakeFonts() })
    expect(ids(book.chain('fangsong'))).toEqual(['song', 'rare'])
    expect(ids(book.chain('constructor'))).toEqual(['song', 'rare'])
  })

  test('the user’s font of the role goes first, the others last, as they were given', () => {
    const user = { kai: { bytes: tinyFont() }, fangsong: { bytes: tinyFont() } }
    const book = openFontBook({ shipped: fakeFonts(), user })
    expect(ids(book.chain('fangsong'))).toEqual(['fangsong', 'song', 'rare', 'kai'])
    expect(ids(book.chain('songBold'))).toEqual(['songBold', 'song', 'rare', 'kai', 'fangsong'])
  })

  test('a user font for a shipped role leaves the shipped face behind it', () => {
    const book = openFontBook({ shipped: fakeFonts(), user: { song: { bytes: tinyFont() } } })
    expect(ids(book.chain('song'))).toEqual(['user/song', 'song', 'rare'])
    expect(book.face('user/song').id).toBe('user/song')
    expect(book.face('song').id).toBe('song')
  })
})

describe('opening', () => {
  test('no file until a character of its coverage is asked for, then once', () => {
    const fonts = fakeFonts()
    const book = openFontBook({ shipped: fonts })
    const [song, rare] = book.chain('song')
    expect(rare?.advance(0x4e00)).toBeUndefined()
    expect(fonts.opened).toEqual([])
    expect(song?.advance(0x4e00)).toBe(1000)
    song?.blankHalf(0x4e01)
    expect(fonts.opened).toEqual(['song.ttf'])
    expect(rare?.advance(0x20bb7)).toBe(1000)
    expect(fonts.opened).toEqual(['song.ttf', 'rare.ttf'])
  })

  test('two books of one port share what is parsed', () => {
    const fonts = fakeFonts()
    openFontBook({ shipped: fonts }).chain('song')[0]?.advance(0x4e00)
    openFontBook({ shipped: fonts, user: { kai: { bytes: tinyFont() } } })
      .chain('song')[0]
      ?.advance(0x4e00)
    expect(fonts.opened).toEqual(['song.ttf'])
  })

  test('an id the book does not have is an error of ours', () => {
    expect(() => openFontBook({ shipped: fakeFonts() }).face('kai')).toThrow('kai')
  })
})

test('hasVariation', () => {
  const bytes = tinyFont({ variations: [[0x4e00, 0xe0100, 2]] })
  const book = openFontBook({ shipped: fakeFonts(), user: { kai: { bytes } } })
  expect(book.hasVariation('kai', 0x4e00, 0xe0100)).toBe(true)
  expect(book.hasVariation('kai', 0x4e00, 0xe0101)).toBe(false)
  expect(book.hasVariation('song', 0x4e00, 0xe0100)).toBe(false)
})

describe('blankHalf', () => {
  const half = (mark: string, left: number, right: number, advance = 1000) => {
    const bytes = tinyFont({
      records: [square(0, 1), square(left, right)],
      advances: [1000, advance],
      characters: { [mark.codePointAt(0) ?? 0]: 1 },
    })
    return openFontBook({ shipped: fakeFonts(), user: { kai: { bytes } } })
      .face('kai')
      .blankHalf(mark.codePointAt(0) ?? 0)
  }
  test.each([
    ['。', 60, 300, 'right'],
    ['”', 60, 505, 'right'],
    ['（', 600, 900, 'left'],
    ['“', 495, 900, 'left'],
    // Centred, as Taiwan sets them, and ink in both halves.
    ['。', 350, 650, undefined],
    ['！', 450, 550, undefined],
    ['（', 400, 900, undefined],
    // The wrong half is blank, and no mark at all.
    ['（', 100, 400, undefined],
    ['一', 100, 400, undefined],
  ] as const)('%s with ink from %i to %i: %s', (mark, left, right, expected) => {
    expect(half(mark, left, right)).toBe(expected)
  })
  test('a mark that is not a full em wide stays as it is', () => expect(half('”', 60, 300, 480)).toBeUndefined())
  test('CFF outlines tell nothing', () => {
    const book = openFontBook({ shipped: fakeFonts(), user: { kai: { bytes: tinyOtf() } } })
    expect(book.face('kai').blankHalf(0x4e00)).toBeUndefined()
  })
  test('the shipped fonts leave half an em at every mark of the standard', () => {
    const book = openFontBook({ shipped: shippedFonts() })
    for (const id of ['song', 'songBold', 'hei']) {
      const halves = (marks: string) =>
        new Set(Array.from(marks, (mark) => book.face(id).blankHalf(mark.codePointAt(0) ?? 0)))
      expect(halves('。，、；：！？）》〉】〕』」”’')).toEqual(new Set(['right']))
      expect(halves('（《〈【〔『「“‘')).toEqual(new Set(['left']))
    }
  })
})

test('covers', () => {
  const ranges = [1, 3, 7, 7, 10, 12]
  const found = Array.from({ length: 15 }, (_, code) => code).filter((code) => covers(ranges, code))
  expect(found).toEqual([1, 2, 3, 7, 10, 11, 12])
  expect(covers([], 5)).toBe(false)
})
