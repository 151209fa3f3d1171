/** A form's pages in a book against the form printed by itself: the same pixels but for the number at the foot. */
import { describe, expect, it } from 'vitest'
import { renderForm } from '../../src/index.js'
import { readPdf } from '../../src/testing/pdf/read-pdf.js'
import { renderPages } from '../../src/testing/pdf/render-pages.js'
import { comparePictures } from '../../src/testing/pixels/compare-pictures.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'
import { makeBook, sample } from './make-book.js'

const NAMES = ['14-rare-names', '15-long-narratives', '11-empty-form', '10-unequal-sides', '03-smart-education']
const DPI = 96

describe('a book of drafts', () => {
  it('is marked as one on every page that is not blank, cover and contents too', async () => {
    const forms = NAMES.map(sample)
    const shades = async (copy: 'plain' | 'draft') => {
      const { pdf } = await makeBook(forms, { copy, duplex: true })
      const pages = (await readPdf(pdf)).map((_, index) => index + 1)
      return (await renderPages(pdf, { dpi: 24, pages })).map(({ data }) => data)
    }
    const [plain, draft] = [await shades('plain'), await shades('draft')]
    const blank = (pixels: Uint8Array | undefined) => pixels?.every((value) => value === 255)
    const unmarked = plain.flatMap((pixels, index) =>
      Buffer.compare(pixels, draft[index] ?? pixels) === 0 ? [index] : [],
    )
    expect(unmarked).toEqual(plain.flatMap((pixels, index) => (blank(pixels) ? [index] : [])))
    expect(unmarked).toContain(1)
  })
})

describe.each(['yangquan-2023', 'national-2015'] as const)('%s', (template) => {
  const forms: PerformanceTargetInput[] = NAMES.map(sample)

  it.each(['plain', 'draft'] as const)(
    'a %s copy has the pixels of the single form, and its number besides',
    async (copy) => {
      const { pdf, summary } = await makeBook(forms, { template, copy })
      for (const { index, page, pageCount } of summary.entries) {
        const single = await renderPages(
          (await renderForm(performanceTarget, forms[index] as never, { template, copy })).pdf,
          {
            dpi: DPI,
          },
        )
        expect(pageCount).toBe(single.length)
        const pages = Array.from({ length: pageCount }, (_, at) => summary.frontPageCount + page + at)
        const bound = await renderPages(pdf, { dpi: DPI, pages })
        single.forEach((picture, at) => {
          const { boxes } = comparePictures(picture, bound[at] ?? picture)
          expect(boxes.length).toBeGreaterThan(0)
          // The number's own box: the outer 24 mm of the foot.
          for (const { x, y, width, height } of boxes) {
            const mm = (pixels: number): number => (pixels * 25.4) / DPI
            expect(mm(x)).toBeGreaterThan(168)
            expect(mm(x + width)).toBeLessThan(200)
            expect(mm(y)).toBeGreaterThan(280)
            expect(mm(y + height)).toBeLessThan(294)
          }
        })
      }
    },
  )

  it('prints every character of each form as the single form does, and nothing else but the number', async () => {
    const { pdf, summary } = await makeBook(forms, { template })
    const pages = await readPdf(pdf)
    for (const { index, page, pageCount } of summary.entries) {
      const single = await readPdf((await renderForm(performanceTarget, forms[index] as never, { template })).pdf)
      for (let at = 0; at < pageCount; at++) {
        const words = single[at]?.characters.map(({ text }) => text).join('')
        const bound = pages[summary.frontPageCount + page - 1 + at]?.characters ?? []
        expect(bound.map(({ text }) => text).join('')).toBe(`${words}— ${page + at} —`)
        expect(bound.every(({ unmapped }) => !unmapped)).toBe(true)
      }
    }
  })
})
