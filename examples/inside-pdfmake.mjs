/** Puts a form behind a cover of your own, inside an ordinary pdfmake document. */
import { readFile } from 'node:fs/promises'
import { fontFiles, layoutForm, toPdfmake } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'
import pdfmake from 'pdfmake'

const sample = new URL('../templates/performance-target/samples/01-heating-allowance.json', import.meta.url)
const { pages } = await layoutForm(performanceTarget, JSON.parse(await readFile(sample, 'utf8')))
const form = toPdfmake(pages)

pdfmake.setFonts(Object.fromEntries(Object.entries(fontFiles()).map(([face, normal]) => [face, { normal }])))
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => true)

const cover = {
  text: '2023年度项目支出绩效目标汇编',
  font: 'songBold',
  fontSize: 26,
  alignment: 'center',
  margin: [0, 260, 0, 0],
  pageBreak: 'after',
}
await pdfmake.createPdf({ ...form, content: [cover, ...form.content] }).write(process.argv[2] ?? 'book.pdf')
