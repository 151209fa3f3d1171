import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { crc32 } from '../../src/images/crc32.js'
import { describeLayout } from '../../src/testing/layout/described-layout.js'
import { renderPages } from '../../src/testing/pdf/render-pages.js'
import { comparePictures, overlayPictures } from '../../src/testing/pixels/compare-pictures.js'
import { decodePng } from '../../src/testing/pixels/decode-png.js'
import { describePixels } from '../../src/testing/pixels/describe-pixels.js'
import { drawGrid } from '../../src/testing/pixels/draw-grid.js'
import { encodePng } from '../../src/testing/pixels/encode-png.js'
import { blankPicture, copyPicture, fillBox, type Picture } from '../../src/testing/pixels/picture.js'
import { pages, print } from './printed-sample.js'

const picture: fc.Arbitrary<Picture> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('grey', 'rgb', 'rgba'))
  .chain(([width, height, kind]) =>
    fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }).map((bytes) => {
      const data = bytes.map((byte, index) =>
        index % 4 === 3 && kind !== 'rgba' ? 255 : kind === 'grey' ? (bytes[index - (index % 4)] ?? 0) : byte,
      )
      return { width, height, data }
    }),
  )

/** A PNG of any kind, as a tool that squeezes files might write it. */
const rawPng = (
  header: readonly number[],
  rows: readonly number[],
  chunks: readonly (readonly [string, readonly number[]])[] = [],
): Uint8Array => {
  const chunk = (name: string, content: Uint8Array): number[] => {
    const body = [...new TextEncoder().encode(name), ...content]
    const number = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)
    return [...number(content.length), ...body, ...number(crc32(Uint8Array.from(body)))]
  }
  const [width = 0, height = 0, depth = 8, type = 0, interlace = 0] = header
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', Uint8Array.from([0, 0, 0, width, 0, 0, 0, height, depth, type, 0, 0, interlace])),
    ...chunks.flatMap(([name, content]) => chunk(name, Uint8Array.from(content))),
    ...chunk('IDAT', zlibSync(Uint8Array.from(rows))),
    ...chunk('IEND', new Uint8Array(0)),
  ])
}

describe('PNG', () => {
  it('is read back to the last pixel, and written the same each time', () => {
    fc.assert(
      fc.property(picture, (one) => {
        const png = encodePng(one)
        expect(decodePng(png)).toEqual(one)
        expect(encodePng(copyPicture(one))).toEqual(png)
      }),
    )
  })

  it('is read with a palette of few bits, with every filter, and grey of one bit', () => {
    expect([...decodePng(rawPng([2, 1, 1, 3], [0, 0b01000000], [['PLTE', [1, 2, 3, 4, 5, 6]]])).data]).toEqual([
      1, 2, 3, 255, 4, 5, 6, 255,
    ])
    expect([...decodePng(rawPng([2, 1, 1, 0], [0, 0b10000000])).data]).toEqual([255, 255, 255, 255, 0, 0, 0, 255])
    const filtered = [0, 10, 20, 1, 10, 10, 2, 0, 0, 3, 5, 5, 4, 0, 0]
    const greys = decodePng(rawPng([2, 5, 8, 0], filtered)).data.filter((_, index) => index % 4 === 0)
    expect([...greys]).toEqual([10, 20, 10, 20, 10, 20, 10, 20, 10, 20])
  })

  it('that is none, or cut short, or interlaced, is refused by name', () => {
    for (const bytes of [
      new Uint8Array(3),
      rawPng([2, 9, 8, 0], [0, 1, 2]),
      rawPng([1, 1, 8, 0, 1], [0, 0]),
      rawPng([1, 1, 16, 0], [0, 0, 0]),
    ]) {
      expect(() => decodePng(bytes, 'a.png')).toThrow(/a\.png/)
    }
  })
})

describe('comparison', () => {
  const white = blankPicture(40, 40)

  it('sees one pixel that is off by one', () => {
    const other = copyPicture(white)
    other.data[4 * (40 * 7 + 30)] = 254
    expect(comparePictures(white, other)).toEqual({
      pixels: 1,
      largest: 1,
      boxes: [{ x: 24, y: 0, width: 12, height: 12 }],
    })
    expect(comparePictures(white, copyPicture(white))).toEqual({ pixels: 0, largest: 0, boxes: [] })
  })

  it('tells sizes and counts what only one picture has', () => {
    expect(comparePictures(white, blankPicture(40, 41))).toMatchObject({
      pixels: 40,
      sizes: { before: '40×40', after: '40×41' },
    })
  })

  it('draws what was there red, what is there blue and what one hardly sees orange', () => {
    const [before, after] = [copyPicture(white), copyPicture(white)]
    fillBox(before, 0, 0, 1, 1, [0, 0, 0])
    fillBox(after, 1, 0, 1, 1, [0, 0, 0])
    fillBox(after, 2, 0, 1, 1, [254, 254, 254])
    expect([...overlayPictures(before, after).data.subarray(0, 16)]).toEqual([
      214, 40, 40, 255, 0, 110, 200, 255, 230, 140, 0, 255, 255, 255, 255, 255,
    ])
  })

  it('names places in millimetres and by cell', () => {
    const page = describeLayout(pages).pages[0]
    const difference = { pixels: 3, largest: 255, boxes: [{ x: 240, y: 132, width: 12, height: 12 }] }
    expect(describePixels(difference, { page: 1, dpi: 96, layout: page })).toEqual([
      'page 1: 3 pixels differ, by at most 255 of 255, in 1 place',
      'page 1: 63.5–66.7 mm from the left, 34.9–38.1 mm from the top: 项目名称',
    ])
    expect(describePixels(difference, { page: 1, dpi: 96 }, 'zh-CN')[0]).toBe(
      '第1页：有3个像素不同，最多相差255/255，共1处',
    )
  })
})

describe('renderPages', () => {
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await print(pages)
  })

  it('gives the same pixels twice, of the size that was asked for', async () => {
    const [first, again] = [
      await renderPages(pdf, { dpi: 72, pages: [2] }),
      await renderPages(pdf, { dpi: 72, pages: [2] }),
    ]
    expect(first.map(({ page, width, height, dpi }) => [page, width, height, dpi])).toEqual([[2, 595, 842, 72]])
    expect(Buffer.compare(first[0]!.data, again[0]!.data)).toBe(0)
  })

  it('refuses what it cannot do in words', async () => {
    await expect(renderPages(pdf, { pages: [3] })).rejects.toThrow(/没有第3页，共2页/)
    await expect(renderPages(pdf, { dpi: 5 })).rejects.toThrow(FormError)
    await expect(renderPages(pdf, { dpi: '96' as never })).rejects.toThrow(/20至1200/)
    await expect(renderPages(pdf, { pages: 1 as never })).rejects.toThrow(/页码的列表/)
    await expect(renderPages(new Uint8Array(8))).rejects.toThrow(/不是能读取的PDF/)
  })

  it('takes a grid of cells and a scale over it', async () => {
    const [page] = await renderPages(pdf, { dpi: 96, pages: [1] })
    const layout = describeLayout(pages).pages[0]
    const drawn = drawGrid(page!, layout!, 96)
    const { boxes, largest } = comparePictures(page!, drawn)
    expect(largest).toBeGreaterThan(100)
    expect(boxes.length).toBeGreaterThan(0)
    expect(comparePictures(drawn, drawGrid(page!, layout!, 96)).pixels).toBe(0)
  })
})
