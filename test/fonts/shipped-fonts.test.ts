// The font files in fonts/ are what MANIFEST.json says, and are made as the engine relies on.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fontkit from '@pdf-lib/fontkit'
import { describe, expect, test } from 'vitest'
import { level3 } from '../../scripts/fonts/characters.mjs'

interface ManifestEntry {
  readonly file: string
  readonly sha256: string
  readonly postScriptName: string
  readonly unitsPerEm: number
  readonly characters: number
  readonly coverage: readonly number[]
}

const folder = new URL('../../fonts/', import.meta.url)
const manifest: Record<string, ManifestEntry> = JSON.parse(readFileSync(new URL('MANIFEST.json', folder), 'utf8'))

describe.each(Object.entries(manifest))('%s', (role, entry) => {
  const bytes = readFileSync(new URL(entry.file, folder))
  const font = fontkit.create(bytes)
  const covered = expand(entry.coverage)
  const glyph = (character: string) => font.glyphForCodePoint(character.codePointAt(0) ?? 0)
  const em = entry.unitsPerEm

  test('is the file of the manifest', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(entry.sha256)
    expect(font.postscriptName).toBe(entry.postScriptName)
    expect(font.unitsPerEm).toBe(em)
  })

  test('has the characters of the manifest, each with the glyph of its rank', () => {
    const characters = [...font.characterSet].sort((a, b) => a - b)
    expect(characters.length).toBe(entry.characters)
    expect(characters.every((codePoint) => covered.has(codePoint))).toBe(true)
    expect(characters.every((codePoint, i) => font.glyphForCodePoint(codePoint).id === i + 1)).toBe(true)
  })

  test('has the em box as its line box', () => {
    expect([font.ascent, font.descent, font.lineGap]).toEqual([Math.round(0.88 * em), Math.round(-0.12 * em), 0])
  })

  test.skipIf(role === 'rare')('has digits of one width', () => {
    expect(new Set(Array.from('0123456789', (digit) => glyph(digit).advanceWidth)).size).toBe(1)
  })

  test.skipIf(role === 'rare')('has a dash that fills its em', () => {
    expect([glyph('—').advanceWidth, glyph('—').bbox.minX, glyph('—').bbox.maxX]).toEqual([em, 0, em])
  })

  test.skipIf(role === 'rare').each([...'。，、；：？！）》〉】〕』」”’'])(
    'has the ink of %s in the left half',
    (mark) => {
      expect(glyph(mark).advanceWidth).toBe(em)
      expect(glyph(mark).bbox.maxX).toBeLessThanOrEqual(em / 2)
    },
  )

  test.skipIf(role === 'rare').each([...'（《〈【〔『「“‘'])('has the ink of %s in the right half', (mark) => {
    expect(glyph(mark).advanceWidth).toBe(em)
    expect(glyph(mark).bbox.minX).toBeGreaterThanOrEqual(em / 2)
  })

  test.skipIf(role === 'rare').each([...'☐☑☒✔✗…①⑳㈠Ⅻ℃‰№㎡²₂√≥±×÷￥〇々'])('has %s', (mark) => {
    expect(covered.has(mark.codePointAt(0) ?? 0)).toBe(true)
  })
})

test('song and rare together have GB 18030-2022 level 3', () => {
  const covered = new Set([...expand(manifest.song?.coverage ?? []), ...expand(manifest.rare?.coverage ?? [])])
  expect([...level3()].filter((codePoint: number) => !covered.has(codePoint))).toEqual([])
})

function expand(coverage: readonly number[]): Set<number> {
  const codePoints = new Set<number>()
  for (let i = 0; i < coverage.length; i += 2) {
    for (let codePoint = coverage[i] ?? 0; codePoint <= (coverage[i + 1] ?? -1); codePoint++) codePoints.add(codePoint)
  }
  return codePoints
}
