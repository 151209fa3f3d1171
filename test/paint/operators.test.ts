import { describe, expect, test } from 'vitest'
import { mm, pt } from '../../src/layout/length.js'
import type { Rule } from '../../src/layout/page.js'
import { widthArray } from '../../src/paint/font-objects.js'
import { decimal, points, roundedPoints } from '../../src/paint/numbers.js'
import { compareUnits, cutSequences, unitsOf } from '../../src/paint/printed-units.js'
import { groupRules } from '../../src/paint/rule-operators.js'
import { toUnicodeMap } from '../../src/paint/to-unicode.js'

describe('numbers', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [-0.0004, '0'],
    [0.0005, '0.001'],
    [1e-7, '0'],
    [0.1 + 0.2, '0.3'],
    [-12.5, '-12.5'],
    [123456.7891, '123456.789'],
  ])('%f is written %s', (value, text) => expect(decimal(value)).toBe(text))
  test('lengths', () => {
    expect(points(mm(210))).toBe('595.276')
    expect(points(pt(9))).toBe('9')
    expect(roundedPoints(mm(297))).toBe(841.89)
  })
})

describe('printed units', () => {
  test('selectors stay with their base, combining marks do not', () => {
    expect(cutSequences('葛\u{E0100}城𠮷\uFE00\u{E0101}e\u0301')).toEqual([
      '葛\u{E0100}',
      '城',
      '𠮷\uFE00\u{E0101}',
      'e',
      '\u0301',
    ])
  })
  test('a sequence is its base in that shape, and each selector', () => {
    expect(unitsOf('葛\u{E0100}', undefined)).toEqual([
      { text: '葛', selectors: '\u{E0100}', half: undefined },
      { text: '\u{E0100}', selectors: '', half: undefined },
    ])
  })
  test('ordered by code point, not by UTF-16 unit; whole marks before halves', () => {
    const units = ['𠮷', '\uFF01', '一', '葛\u{E0100}', '葛'].flatMap((text) => unitsOf(text, undefined).slice(0, 1))
    const halves = (['close', 'open', undefined] as const).flatMap((half) => unitsOf('“', half))
    const order = [...units, ...halves]
      .sort(compareUnits)
      .map(({ text, selectors, half }) => text + selectors + (half ?? ''))
    expect(order).toEqual(['“', '“open', '“close', '一', '葛', '葛\u{E0100}', '\uFF01', '𠮷'])
  })
})

describe('ToUnicode', () => {
  const written = (texts: readonly string[]): string => new TextDecoder('ascii').decode(toUnicodeMap(texts))
  test('supplementary planes as surrogates', () => {
    expect(written(['一', '𠮷'])).toContain('1 beginbfrange\n<0001> <0002> [<4E00><D842DFB7>]\nendbfrange')
  })
  test('the CIDs of a range differ in their last byte only, and are 128 at most', () => {
    const map = written(Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x4e01 + at)))
    const ranges = [...map.matchAll(/<(\w{4})> <(\w{4})> \[((?:<\w{4}>)*)\]/g)]
    expect(ranges.map(([, first, last, listed = '']) => [first, last, listed.length / 6])).toEqual([
      ['0001', '0080', 128],
      ['0081', '00FF', 127],
      ['0100', '012C', 45],
    ])
    expect(map.match(/<\w{4}>(?=[<\]])/g)?.slice(0, 300)).toEqual(
      Array.from({ length: 300 }, (_, at) => `<${(0x4e01 + at).toString(16).toUpperCase()}>`),
    )
  })
  test('whole, whatever is in it', () => {
    for (const texts of [[], ['一'], Array.from({ length: 65_535 }, () => '𠮷\u{E0100}')]) {
      const map = written(texts)
      expect(map).toMatch(/^\/CIDInit [\s\S]*\nend\nend$/)
      expect(map.match(/<[0-9A-F]*>(?=[<\]])/g) ?? []).toHaveLength(texts.length)
    }
  })
  test('blocks of at most a hundred', () => {
    const counts = [...written(Array.from({ length: 65_535 }, () => '一')).matchAll(/(\d+) beginbfrange/g)]
    expect(counts.map(([, count]) => Number(count))).toEqual([100, 100, 100, 100, 100, 12])
  })
})

test('widths: full ems are left out, neighbours stand together', () => {
  expect(widthArray([500, 557.5, 1000, 1000, 0, 1000, 333.33333])).toEqual([1, [500, 557.5], 5, [0], 7, [333.333]])
  expect(widthArray([1000])).toEqual([])
})

describe('rules', () => {
  const rule = (width: number): Rule => ({ x1: 0, y1: 0, x2: 10, y2: 0, width })
  test('the heaviest last, with projecting caps', () => {
    const groups = groupRules([rule(254), rule(127), rule(254)])
    expect(groups.map(({ width, cap, rules }) => [width, cap, rules.length])).toEqual([
      [127, 'butt', 1],
      [254, 'projecting', 2],
    ])
  })
  test('one weight alone closes its corners too', () => expect(groupRules([rule(127)])[0]?.cap).toBe('projecting'))
})
