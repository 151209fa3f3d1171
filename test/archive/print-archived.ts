/** Prints sample forms as archived documents, straight through paint and finish. */
import { readdirSync, readFileSync } from 'node:fs'
import { finishPdf } from '../../src/finish/finish-pdf.js'
import { openFontBook } from '../../src/fonts/font-book.js'
import type { Picture } from '../../src/images/image.js'
import { layoutForm, readJson } from '../../src/index.js'
import type { Page } from '../../src/layout/page.js'
import type { DocumentInfo } from '../../src/paint/document-info.js'
import { paintPages } from '../../src/paint/paint-pages.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import { performanceTarget } from '../../templates/index.js'

const SAMPLES = new URL('../../templates/performance-target/samples/', import.meta.url)

export const book = openFontBook({ shipped: shippedFonts() })

export const samples: readonly string[] = readdirSync(SAMPLES).filter((file) => file.endsWith('.json'))
export const variants = Object.keys(performanceTarget.templates)

export const readSample = (file: string): Uint8Array => readFileSync(new URL(file, SAMPLES))

/** The data as `layoutForm` takes it: the samples are what the model's input type says. */
type Data = Parameters<typeof layoutForm<typeof performanceTarget.model>>[1]
export const parseSample = (file: string): Data => readJson(readSample(file)) as Data

export const layOut = async (data: Data, template: string, title?: string): Promise<readonly Page[]> =>
  (await layoutForm(performanceTarget, data, { template, ...(title === undefined ? {} : { title }) })).pages

export const PLAIN: DocumentInfo = {
  title: '项目支出绩效目标表',
  language: 'zh-CN',
  creator: 'jixiao-forms 0.1.0',
  creationDate: '2023-01-28T10:47:20+08:00',
}

export const ACCESSIBLE: DocumentInfo = {
  ...PLAIN,
  conformance: 'PDF/A-2u',
  archive: {
    responsible: '李明',
    organisation: '阳泉市大数据应用局',
    date: '2023-01-28',
    form: 'performance-target',
    template: 'yangquan-2023',
    templateHash: 'ab'.repeat(32),
    fontHashes: { song: 'cd'.repeat(32), rare: 'ef'.repeat(32) },
  },
}

export const withData = (bytes: Uint8Array): DocumentInfo => ({
  ...ACCESSIBLE,
  conformance: 'PDF/A-3u',
  attachments: [
    { name: 'form.json', mimeType: 'application/json', bytes, relationship: 'Source', description: '表的数据' },
  ],
})

export const print = async (
  pages: readonly Page[],
  info: DocumentInfo,
  pictures: Readonly<Record<string, Picture>> = {},
): Promise<Uint8Array> => finishPdf(await paintPages(pages, book, info, pictures), info)

/** A form of 40 pages or so: many indicators and a narrative that goes on over pages. */
export function longForm(): Data {
  const data = structuredClone(parseSample('03-smart-education.json'))
  const more = <T extends { id?: string | undefined }>(items: T[], count: number): void => {
    const [first] = items
    for (let n = 0; first && n < count; n++)
      items.push({ ...first, ...(first.id === undefined ? {} : { id: `more ${n}` }) })
  }
  for (const { implementation, annual } of data.indicators) {
    more(implementation, 170)
    more(annual, 80)
  }
  data.overview = `${data.overview}\n`.repeat(60)
  return data
}
