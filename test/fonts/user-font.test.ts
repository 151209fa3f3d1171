import { describe, expect, test } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { openSfnt } from '../../src/fonts/sfnt.js'
import { openUserFont, type UserFont } from '../../src/fonts/user-font.js'
import { tinyOtf } from './tiny-cff.js'
import { bytes, collection, composite, square, tinyFont } from './tiny-font.js'

const open = (font: UserFont) => openUserFont('fangsong', font, () => new Uint8Array())

function refusal(font: UserFont): { code: string; kind: string; facts: Readonly<Record<string, unknown>> } {
  try {
    open(font)
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    const [first] = error.diagnostics
    return { code: first?.code ?? '', kind: error.kind, facts: first?.facts ?? {} }
  }
  throw new Error('the font was accepted')
}

const file = tinyFont()

describe('accepted', () => {
  test('TrueType', () => expect(open({ bytes: file }).outlines.kind).toBe('glyf'))
  test('CFF', () => expect(open({ bytes: tinyOtf() }).outlines.kind).toBe('cff'))
  test('CID-keyed CFF', () => expect(open({ bytes: tinyOtf({ cidKeyed: true }) }).outlines.kind).toBe('cff'))
  test.each([0x0000, 0x0004, 0x0008, 0x000a, 0x000c])('fsType %i', (fsType) => {
    expect(() => open({ bytes: tinyFont({ fsType }) })).not.toThrow()
  })
  test('by path, through the port', () => {
    const asked: string[] = []
    const read = (path: string): Uint8Array => {
      asked.push(path)
      return file
    }
    openUserFont('fangsong', { path: 'a.ttf' }, read)
    expect(asked).toEqual(['a.ttf'])
  })
})

describe('font-refused', () => {
  test.each([
    ['embedding-restricted', tinyFont({ fsType: 0x0002 })],
    ['bitmap-only', tinyFont({ fsType: 0x0200 })],
    ['no-subsetting', tinyFont({ fsType: 0x0108 })],
    ['variable', tinyFont({ tables: { fvar: bytes(1, 0) } })],
    ['web-font', bytes(0x774f, 0x4632, 0, 0, 0, 0, 0, 0)],
    ['no-unicode-map', tinyFont({ tables: { cmap: bytes(0, 0) } })],
    ['no-outlines', tinyFont({ tables: { glyf: undefined } })],
  ])('%s', (reason, font) => {
    const { code, kind, facts } = refusal({ bytes: font })
    expect({ code, kind, reason: facts['reason'] }).toEqual({ code: 'font-refused', kind: 'file', reason })
  })
})

describe('font-unreadable', () => {
  test('no font', () =>
    expect(refusal({ path: 'x', bytes: new TextEncoder().encode('{"a": 1} and more') }).code).toBe('font-unreadable'))
  test('the file is named', () => expect(refusal({ path: 'x.ttf', bytes: bytes(1) }).facts['file']).toBe('x.ttf'))

  test('cut short within any table, of both kinds', () => {
    for (const whole of [file, tinyOtf()]) {
      for (const { start, end } of openSfnt(whole).tables.values()) {
        for (const cut of [start, (start + end) >> 1, end - 1]) {
          expect(refusal({ bytes: whole.subarray(0, cut) }).code).toBe('font-unreadable')
        }
      }
    }
  })

  test.each(['head', 'hhea', 'maxp', 'hmtx', 'loca', 'cmap'])('a %s table that is empty', (tag) => {
    expect(refusal({ bytes: tinyFont({ tables: { [tag]: new Uint8Array() } }) }).facts['reason']).toBe('damaged')
  })

  test.each([
    ['offsets past the outlines', { loca: bytes(0, 0, 0, 0x1000, 0, 0x2000, 0, 0x3000) }],
    ['offsets that go back', { loca: bytes(0, 0, 0, 0x20, 0, 0, 0, 0x20) }],
  ])('%s', (_, tables) => expect(refusal({ bytes: tinyFont({ tables }) }).facts['reason']).toBe('damaged'))

  test('a component that is not there', () => {
    const records = [square(0, 1), composite([9, 0])]
    expect(refusal({ bytes: tinyFont({ records, characters: { 19968: 1 } }) }).facts['reason']).toBe('damaged')
  })

  test('random bytes changed: refused or opened, never another error', () => {
    let seed = 7
    const random = (below: number): number => {
      seed = (seed * 48271) % 0x7fffffff
      return seed % below
    }
    for (let round = 0; round < 3000; round++) {
      const broken = (round % 2 ? file : tinyOtf({ cidKeyed: round % 4 === 0 })).slice()
      for (let change = 0; change < 3; change++) broken[random(broken.length)] = random(256)
      try {
        open({ bytes: broken })
      } catch (error) {
        expect(error).toBeInstanceOf(FormError)
      }
    }
  })
})

describe('collections', () => {
  const faces = collection(
    tinyFont({ names: { 1: '甲体', 4: 'Jia Regular', 6: 'Jia' } }),
    tinyFont({ names: { 1: '乙体', 6: 'Yi' } }),
  )

  test.each([
    ['Yi', 'Yi'],
    ['乙体', 'Yi'],
    ['jia regular', 'Jia'],
  ])('%s names %s', (face, postScript) => {
    expect(open({ bytes: faces, face }).names.postScript).toBe(postScript)
  })
  test('without a name, or with a wrong one, the error lists the faces', () => {
    for (const font of [{ bytes: faces }, { bytes: faces, face: 'Bing' }]) {
      const { code, facts } = refusal(font)
      expect(code).toBe('font-face-missing')
      expect(facts['faces']).toEqual(['Jia', 'Yi'])
    }
  })
  test('one face alone needs no name', () => expect(() => open({ bytes: collection(file) })).not.toThrow())
  test('a wrong name beside a single font', () =>
    expect(refusal({ bytes: file, face: 'Bing' }).code).toBe('font-face-missing'))
  test('cut short in the header', () => expect(refusal({ bytes: faces.subarray(0, 14) }).code).toBe('font-unreadable'))
})

test('neither path nor bytes', () => expect(refusal({}).code).toBe('font-missing'))
