/** Which characters a text is printed without, and which it keeps. */
import { describe, expect, it } from 'vitest'
import { isVariationSelector } from '../../src/text/clusters.js'
import { invisibleMarks, normalise, withoutInvisible } from '../../src/text/normalise.js'

const basicPlane = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))

describe('normalising', () => {
  it('takes out every invisible mark, alone or in company, and keeps every other character of the basic plane', () => {
    const changed = basicPlane.filter((character) => normalise(`甲${character}乙`) !== `甲${character}乙`)
    const marks = basicPlane.filter((character) => invisibleMarks(character).length > 0)
    expect(changed).toEqual(['\t', '\r', '\u0085', ...marks, '\u2028', '\u2029'].toSorted())
    for (const mark of marks) expect([normalise(`甲${mark}乙`), withoutInvisible(`甲${mark}`)]).toEqual(['甲乙', '甲'])
    expect(marks).toHaveLength(30)
  })

  it('keeps Hangul fillers, which have a width, and variation selectors, which belong to their base', () => {
    for (const kept of ['\u115F', '\u1160', '\u3164', '\uFFA0', '\uFE00', '\u{E0100}']) {
      expect(invisibleMarks(kept)).toEqual([])
      expect(normalise(`甲${kept}乙`)).toBe(`甲${kept}乙`)
    }
  })

  it('makes every line end one, tabs blanks, and takes no blank line before the first words', () => {
    expect(normalise('\n \n　甲\r\n乙\r丙\u2028丁\t戊 \n')).toBe('　甲\n乙\n丙\n丁 戊')
  })
})

describe('variation selectors', () => {
  it('are told by code point: both blocks, and nothing beside them', () => {
    for (const selector of [0xfe00, 0xfe0f, 0xe0100, 0xe01ef]) expect(isVariationSelector(selector)).toBe(true)
    for (const other of [0x4e00, 0xfdff, 0xfe10, 0xff0c, 0xe00ff, 0xe01f0])
      expect(isVariationSelector(other)).toBe(false)
  })
})
