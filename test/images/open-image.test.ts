import { describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { openImage } from '../../src/images/open-image.js'
import { readPng } from '../../src/images/read-png.js'
import { baseline, cmyk, grey, progressive } from './jpegs.js'
import { chunk, makePng, sealPng } from './make-png.js'

const open = (bytes: Uint8Array, kind: 'seal' | 'signature' = 'signature') =>
  openImage('seal', kind, { bytes }, () => bytes)
const refusal = (bytes: Uint8Array, kind: 'seal' | 'signature' = 'signature'): string => {
  try {
    open(bytes, kind)
    return ''
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    const [found] = error.diagnostics
    expect(error.message).toContain('请')
    return `${found?.code}/${found?.facts['variant']} ${found?.facts['detail']}`
  }
}
const samplesOf = (png: Uint8Array) => {
  const { samples } = readPng(png, 4000)
  if (samples.kind !== 'pixels') throw new Error('pixels')
  return { colour: [...samples.colour], alpha: samples.alpha && [...samples.alpha] }
}

describe('PNG', () => {
  it('of any depth becomes eight-bit samples', () => {
    expect(
      samplesOf(makePng({ width: 4, height: 1, depth: 1, colourType: 0, rows: Uint8Array.of(0, 0b10100000) })).colour,
    ).toEqual([255, 0, 255, 0])
    expect(
      samplesOf(makePng({ width: 2, height: 1, depth: 4, colourType: 0, rows: Uint8Array.of(0, 0x1f) })).colour,
    ).toEqual([17, 255])
    expect(
      samplesOf(makePng({ width: 1, height: 1, depth: 16, colourType: 2, rows: Uint8Array.of(0, 1, 99, 2, 99, 3, 99) }))
        .colour,
    ).toEqual([1, 2, 3])
  })

  it('with a palette, with transparency and without', () => {
    const palette = chunk('PLTE', Uint8Array.of(9, 8, 7, 1, 2, 3))
    const parts = { width: 2, height: 1, depth: 8, colourType: 3, rows: Uint8Array.of(0, 1, 0) }
    expect(samplesOf(makePng({ ...parts, before: [palette] }))).toEqual({
      colour: [1, 2, 3, 9, 8, 7],
      alpha: undefined,
    })
    expect(samplesOf(makePng({ ...parts, before: [palette, chunk('tRNS', Uint8Array.of(40))] })).alpha).toEqual([
      255, 40,
    ])
    expect(
      refusal(makePng({ ...parts, width: 24, height: 24, rows: new Uint8Array(600).fill(5), before: [palette] })),
    ).toContain('damaged')
  })

  it('with one colour that is transparent', () => {
    const png = makePng({
      width: 2,
      height: 1,
      colourType: 2,
      before: [chunk('tRNS', Uint8Array.of(0, 9, 0, 9, 0, 9))],
      rows: Uint8Array.of(0, 9, 9, 9, 9, 9, 8),
    })
    expect(samplesOf(png).alpha).toEqual([0, 255])
  })

  it('with every filter', () => {
    const rows = Uint8Array.from(
      [
        [1, 5, 1],
        [2, 1, 1],
        [3, 2, 2],
        [4, 1, 1],
      ].flat(),
    )
    expect(samplesOf(makePng({ width: 2, height: 4, colourType: 0, rows })).colour).toEqual([5, 6, 6, 7, 5, 8, 6, 9])
  })

  it('keeps nothing but the picture', () => {
    const text = chunk('tEXt', Buffer.from('Author\0Zhang San'))
    const plain = makePng({ width: 30, height: 30 })
    expect(open(makePng({ width: 30, height: 30, before: [text] })).file).toEqual(open(plain).file)
    expect(open(open(plain).file).file).toEqual(open(plain).file)
  })

  it('that is broken is refused', () => {
    const png = sealPng()
    for (let at = 8; at < png.length - 1; at += 7) expect(refusal(png.slice(0, at))).toContain('damaged')
    for (let at = 8; at < png.length; at += 11)
      expect(refusal(Uint8Array.from(png, (byte, i) => (i === at ? byte ^ 4 : byte)))).toContain('image-refused')
  })

  it('that says it is huge is refused before anything is unpacked', () => {
    expect(refusal(makePng({ width: 4001, height: 4001, rows: new Uint8Array() }))).toBe(
      'image-refused/pixels 4001 × 4001',
    )
    expect(refusal(makePng({ width: 30, height: 30, rows: new Uint8Array(50_000_000) }))).toBe(
      'image-refused/damaged IDAT',
    )
    expect(refusal(Buffer.concat([sealPng(), Buffer.alloc(5_000_000)]))).toBe('image-refused/large 6 MB')
  })

  it('that is interlaced is refused', () =>
    expect(refusal(makePng({ width: 30, height: 30, interlace: 1 }))).toContain('unsupported'))
})

describe('JPEG', () => {
  it.each([
    ['baseline', baseline, 3],
    ['progressive', progressive, 3],
    ['grey', grey, 1],
  ] as const)('%s', (_, bytes, components) => {
    expect(open(bytes)).toMatchObject({ width: 48, height: 32, samples: { kind: 'jpeg', components } })
  })

  it('keeps nothing but the picture: cameras write place and owner beside it', () => {
    const exif = Buffer.concat([
      Buffer.from('ffe10019', 'hex'),
      Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0 secret', 'latin1'),
    ])
    const comment = Buffer.concat([Buffer.from('fffe0008', 'hex'), Buffer.from('secret')])
    const chatty = Buffer.concat([baseline.subarray(0, 2), exif, comment, baseline.subarray(2), Buffer.from('secret')])
    expect(Buffer.from(open(chatty).file).includes('secret')).toBe(false)
    expect(open(chatty).file).toEqual(open(baseline).file)
  })

  it('that lies on its side, is CMYK or is broken is refused', () => {
    const turned = Buffer.from(
      'ffe1001e457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '0006',
      'hex',
    )
    expect(refusal(Buffer.concat([baseline.subarray(0, 2), turned, baseline.subarray(2)]))).toContain('jpeg-turned')
    expect(refusal(cmyk)).toContain('jpeg-cmyk')
    for (let at = 3; at < baseline.length - 1; at += 5) expect(refusal(baseline.slice(0, at))).toContain('damaged')
  })
})

describe('a picture', () => {
  it('of a seal is square and not a thumbnail', () => {
    expect(open(sealPng(), 'seal').width).toBe(200)
    expect(refusal(sealPng(100), 'seal')).toBe('image-refused/small 100 × 100')
    expect(refusal(makePng({ width: 300, height: 200 }), 'seal')).toBe('image-refused/oblong 300 × 200')
    expect(refusal(makePng({ width: 20, height: 200 }))).toBe('image-refused/small 20 × 200')
  })

  it('of another kind is refused', () => {
    expect(refusal(Buffer.from('GIF89a'))).toContain('format')
    expect(refusal(new Uint8Array())).toContain('format')
    expect(() => openImage('seal', 'seal', {}, () => new Uint8Array())).toThrow('没有给出图片')
  })
})
