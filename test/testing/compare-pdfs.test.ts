/** What is drawn and told of PDFs that this library did not write as they are: with form fields, appended to, too large to draw. */
import { beforeAll, describe, expect, it } from 'vitest'
import { readClassicPdf } from '../../src/finish/classic-pdf.js'
import { renderForm } from '../../src/index.js'
import { comparePdfs } from '../../src/testing/compare/compare-pdfs.js'
import { compareFingerprints, fingerprint } from '../../src/testing/pdf/fingerprint.js'
import { readMetadata } from '../../src/testing/pdf/metadata.js'
import { renderPages } from '../../src/testing/pdf/render-pages.js'
import { performanceTarget } from '../../templates/index.js'
import { filled, pages, print } from './printed-sample.js'

/** A PDF of the objects, numbered from 1; the first is the catalog, the last the Info dictionary. */
const pdfOf = (objects: readonly string[], header = '%PDF-1.7\n'): Uint8Array => {
  let text = header
  const offsets = objects.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R/Info ${objects.length} 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(`${text}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}${trailer}`, 'latin1')
}

const INFO = '<</Title (a)/CreationDate (D:20230128)>>'
const pagePdf = (size: number, rest = '', more: readonly string[] = [], info = INFO): Uint8Array =>
  pdfOf([
    `<</Type/Catalog/Pages 2 0 R${more.length === 0 ? '' : '/AcroForm<</Fields[4 0 R]/SigFlags 3>>'}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size} ${size}]${rest}>>`,
    ...more,
    info,
  ])

/** A signature that shows itself as a black square of 20 pt. */
const signedPdf = (): Uint8Array =>
  pagePdf(72, '/Annots[4 0 R]', [
    '<</Type/Annot/Subtype/Widget/FT/Sig/T(s)/F 4/Rect[10 10 30 30]/P 3 0 R/AP<</N 5 0 R>>>>',
    '<</Type/XObject/Subtype/Form/BBox[0 0 20 20]/Length 18>>\nstream\n0 g 0 0 20 20 re f\nendstream',
  ])

describe('form fields', () => {
  it('are drawn with what they show', async () => {
    const [picture] = await renderPages(signedPdf(), { dpi: 72 })
    const black = Array.from({ length: 72 * 72 }, (_, pixel) => picture?.data[pixel * 4]).filter((red) => red === 0)
    expect(black).toHaveLength(400)
  })

  it('are a difference on paper', async () => {
    const { samePaper, words } = await comparePdfs(pagePdf(72), signedPdf(), { language: 'zh-CN' })
    expect(samePaper).toBe(false)
    expect(words[0]).toMatch(/^第1页：有\d+个像素不同/)
  })
})

describe('a page too large to draw', () => {
  it('is refused with what helps, and not compared as an empty picture', async () => {
    await expect(renderPages(pagePdf(14_400))).rejects.toThrow('第1页按每英寸144点要画成28800×28800像素')
    await expect(comparePdfs(pagePdf(14_400), pagePdf(14_400, '/Rotate 90'))).rejects.toThrow('--dpi')
  })

  it('is drawn at a lower resolution; one smaller than a pixel is one', async () => {
    expect(await renderPages(pagePdf(14_400), { dpi: 20 })).toMatchObject([{ width: 4000, height: 4000 }])
    expect(await renderPages(pagePdf(0.1), { dpi: 20 })).toMatchObject([{ width: 1, height: 1 }])
  }, 60_000)
})

describe('a file that is written another way', () => {
  let pdf: Uint8Array
  let later: Uint8Array
  beforeAll(async () => {
    const print = async (creationDate: string) =>
      (await renderForm(performanceTarget, filled.data, { creationDate })).pdf
    pdf = await print('2023-01-28T12:00:00+08:00')
    later = await print('2023-01-29T12:00:00+08:00')
  })

  /** As signing does, but with nothing new. */
  const appendedTo = (bytes: Uint8Array): Uint8Array => {
    const { objects, root, info } = readClassicPdf(bytes)
    const prev = /startxref\s+(\d+)/.exec(Buffer.from(bytes.subarray(-100)).toString('latin1'))?.[1]
    const trailer = `trailer\n<</Size ${objects.length + 1}/Root ${root} 0 R/Info ${info} 0 R/Prev ${prev}>>`
    const update = `xref\n0 1\n0000000000 65535 f \n${trailer}\nstartxref\n${bytes.length}\n%%EOF\n`
    return Buffer.concat([bytes, Buffer.from(update, 'latin1')])
  }

  it('is told as that, and no date or title is said to have changed', async () => {
    expect(await comparePdfs(pdf, appendedTo(pdf))).toMatchObject({
      samePaper: true,
      words: ['the bytes differ in how the file is written'],
    })
    expect(compareFingerprints(fingerprint(pdf), fingerprint(appendedTo(pdf)), 'zh-CN')).toEqual(['文件的写法不同'])
  })

  it('is told with the date and the title that did change', async () => {
    const { samePaper, words } = await comparePdfs(pdf, appendedTo(later))
    expect(samePaper).toBe(true)
    expect(words).toContainEqual(expect.stringMatching(/^the creation date is D:20230129.* instead of D:20230128/))
    const titled = pagePdf(72, '', [], '<</Title <FEFF7EE96548>>>')
    expect((await comparePdfs(pagePdf(72), titled, { language: 'zh-CN' })).words).toEqual([
      '标题由a变为绩效',
      '创建日期由D:20230128变为无',
    ])
    expect(await readMetadata(titled)).toMatchObject({ Title: '绩效', Author: '', CreationDate: '' })
  })

  it('with the paper known to be the same, says nothing of paper', () => {
    const print = fingerprint(pdf)
    const other = { ...print, sha256: '', paper: 'another' }
    expect(compareFingerprints(print, other)).toEqual(['what is painted on the pages differs'])
    expect(compareFingerprints(print, other, 'en', true)).toEqual([expect.stringContaining('not painted')])
  })
})

describe('long documents', () => {
  const bookOf = (count: number, second: number): Promise<Uint8Array> =>
    print(
      Array.from({ length: count }, (_, index) => ({
        ...(index < second ? pages[0] : pages[1]),
        number: index + 1,
      })).map((page) => page as (typeof pages)[number]),
    )

  it('are compared to their last page, and of fifty pages there are pictures', async () => {
    const { sections } = await comparePdfs(await bookOf(53, 53), await bookOf(54, 1), { dpi: 20 })
    expect(sections.map(({ title }) => title)).toEqual(Array.from({ length: 53 }, (_, index) => `Page ${index + 2}`))
    expect(sections.filter(({ after }) => after !== undefined)).toHaveLength(50)
    expect(sections.at(-1)?.words).toEqual(['page 54: this page is new'])
    expect(sections.every(({ words }) => words.length > 0)).toBe(true)
  })
})
