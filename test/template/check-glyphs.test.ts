/** Characters that no face has are found in every text that will be measured. */
import { describe, expect, it } from 'vitest'
import { layoutGrid } from '../../src/layout/layout-grid.js'
import { checkGlyphs } from '../../src/template/check-glyphs.js'
import { emBook, emFace } from '../support/em-face.js'
import { cell, grid, label, row, section, style } from '../support/tiny-template.js'

const book = emBook(emFace('square', { lacks: '囧' }))

const faultsOf = (changes: Parameters<typeof grid>[3], cells = [label(0, '标'), cell(1, '甲')]) => {
  const bound = grid([2, 2], 9, [section([row(cells)])], changes)
  return checkGlyphs({ form: {}, labels: {} }, bound, book).map(({ code, path, facts }) => [
    code,
    path,
    facts['characters'],
  ])
}

describe('a character that no face has', () => {
  it('is found in the words for a continuation, which are measured behind every label', () => {
    const bound = grid([2, 2], 9, [section([row([label(0, '标'), cell(1, '甲')])])], { continuation: '囧' })
    expect(() => layoutGrid(bound, book)).toThrow('no glyph')
    expect(faultsOf({ continuation: '囧' })).toEqual([['character-missing', '', ['囧 U+56E7']]])
  })

  it('is none where no label would carry them', () => {
    expect(faultsOf({ continuation: '囧' }, [label(0, ''), cell(1, '甲')])).toEqual([])
    expect(faultsOf({ continuation: '续' })).toEqual([])
  })

  it('is found around the grid, and once for each place', () => {
    const words = { text: '囧囧', style: style(), sources: [], derived: [] }
    expect(faultsOf({ pageHead: words, pageFoot: words })).toEqual([['character-missing', '', ['囧 U+56E7']]])
  })
})
