import { describe, expect, it } from 'vitest'
import { openFontBook } from '../../src/fonts/font-book.js'
import type { Page, TextRun } from '../../src/layout/page.js'
import { growFaces } from '../../src/paint/book/growing-faces.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'

const book = openFontBook({ shipped: shippedFonts() })

const page = (...runs: readonly (Pick<TextRun, 'text'> & Partial<TextRun>)[]): Page => ({
  number: 1,
  width: 1,
  height: 1,
  cells: [],
  rules: [],
  runs: runs.map((run) => ({ cell: 0, line: 0, face: 'song', size: 1, x: 0, baseline: 0, width: 0, ...run })),
})

const codesOf = (used: ReturnType<ReturnType<typeof growFaces>['collect']>, face: string, text: string): unknown =>
  Array.from(text, (character) => used.get(face)?.codes.get(character)?.join())

describe('the faces of a book', () => {
  it('give CIDs in the order of first appearance, and keep them', () => {
    const faces = growFaces(book)
    expect(codesOf(faces.collect([page({ text: '乙甲' })]), 'song', '乙甲')).toEqual(['\0\u0001', '\0\u0002'])
    expect(codesOf(faces.collect([page({ text: '甲丙乙' })]), 'song', '甲丙乙')).toEqual([
      '\0\u0002',
      '\0\u0003',
      '\0\u0001',
    ])
    expect(faces.all().map(({ units }) => units.map(({ text }) => text).join(''))).toEqual(['乙甲丙'])
  })

  it('tell whole and half marks apart, and a base in another shape with its selector', () => {
    const faces = growFaces(book)
    const [used] = [faces.collect([page({ text: '。' }, { text: '。', half: 'close' }, { text: '葛\u{E0100}葛' })])]
    const { units, codes } = used.get('song') ?? { units: [], codes: new Map<string, readonly string[]>() }
    expect(units.map(({ text, half, selectors }) => [text, half, selectors])).toEqual([
      ['。', undefined, ''],
      ['。', 'close', ''],
      ['葛', undefined, '\u{E0100}'],
      ['\u{E0100}', undefined, ''],
      ['葛', undefined, ''],
    ])
    expect(codes.get('葛\u{E0100}')).toEqual(['\0\u0003', '\0\u0004'])
  })

  it('name faces by the order of first use', () => {
    const faces = growFaces(book)
    faces.collect([page({ text: '甲' }, { text: '乙', face: 'songBold' })])
    expect(faces.all().map(({ face, resource }) => [face.id, resource])).toEqual([
      ['song', 'F1'],
      ['songBold', 'F2'],
    ])
  })

  it('go on in another font object where one is full, a form never torn between two', () => {
    const faces = growFaces(book, 3)
    faces.collect([page({ text: '甲乙' })])
    const used = faces.collect([page({ text: '乙丙' }), page({ text: '丁' })])
    expect(used.get('song')?.resource).toBe('F2')
    expect(codesOf(used, 'song', '乙丙丁')).toEqual(['\0\u0001', '\0\u0002', '\0\u0003'])
    expect(faces.all().map(({ units }) => units.map(({ text }) => text).join(''))).toEqual(['甲乙', '乙丙丁'])
    expect(() => faces.collect([page({ text: '一二三四' })])).toThrow('4 different characters')
  })
})
