/** A sample of two pages, taken apart into the stages of the pipeline, so that a test can seed a fault between any two of them. */
import { readFileSync } from 'node:fs'
import { readClassicPdf } from '../../src/finish/classic-pdf.js'
import { finishPdf } from '../../src/finish/finish-pdf.js'
import { writeClassicPdf } from '../../src/finish/write-classic-pdf.js'
import type { FontFaces } from '../../src/fonts/face.js'
import { openFontBook } from '../../src/fonts/font-book.js'
import { readJson } from '../../src/input/read-json.js'
import { layoutGrid } from '../../src/layout/layout-grid.js'
import type { Page, TextRun } from '../../src/layout/page.js'
import { paintPages } from '../../src/paint/paint-pages.js'
import { nodePlatform } from '../../src/platform/node-platform.js'
import { bindFilled } from '../../src/testing/invariants/filled-form.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'

export const sampleFile = (name: string): URL =>
  new URL(`../../templates/performance-target/samples/${name}.json`, import.meta.url)

export const readSample = (name: string): PerformanceTargetInput =>
  readJson(readFileSync(sampleFile(name))) as PerformanceTargetInput

export const filled = { form: performanceTarget, data: readSample('10-unequal-sides') } as const

export const book: FontFaces = openFontBook({
  shipped: nodePlatform.shippedFonts(),
  user: {},
  readFile: nodePlatform.readFontFile,
})
export const grid = bindFilled(filled)
export const pages: readonly Page[] = layoutGrid(grid, book)

export interface Printing {
  readonly book?: FontFaces
  readonly creationDate?: string
  /** Changes the operators of each page. */
  readonly operators?: (content: string) => string
}

export const print = async (laidOut: readonly Page[], printing: Printing = {}): Promise<Uint8Array> => {
  const info = {
    title: '项目支出绩效目标表',
    language: 'zh-CN' as const,
    creator: 'test',
    creationDate: printing.creationDate ?? '2023-01-28T12:00:00+08:00',
  }
  const painted = await paintPages(laidOut, printing.book ?? book, info)
  return finishPdf(printing.operators ? changeOperators(painted, printing.operators) : painted, info)
}

const changeOperators = (painted: Uint8Array, change: (content: string) => string): Uint8Array => {
  const pdf = readClassicPdf(painted)
  const objects = pdf.objects.map((object) => {
    const content = object.stream && Buffer.from(object.stream).toString('latin1')
    if (!content?.includes('\nBT\n')) return object
    const stream = Buffer.from(change(content), 'latin1')
    return { ...object, stream, body: object.body.replace(/\/Length \d+/, `/Length ${stream.length}`) }
  })
  return writeClassicPdf({ ...pdf, objects })
}

/** Pages with one page changed. */
export const changePage = (number: number, change: (page: Page) => Page): readonly Page[] =>
  pages.map((page) => (page.number === number ? change(page) : page))

/** A page with the runs of one cell changed. */
export const changeRuns = (page: Page, wanted: (text: string) => boolean, change: (run: TextRun) => TextRun): Page => {
  const index = page.runs.findIndex((run) => wanted(run.text))
  if (index < 0) throw new Error('no such run')
  return { ...page, runs: page.runs.map((run, i) => (i === index ? change(run) : run)) }
}
