/** Binds many forms into one PDF: `node examples/book.mjs [BOOK.pdf] [FORMS.jsonl]`. On the command line it is `jixiao batch --book`. */
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { readJson, renderBook } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'

const [file = 'book.pdf', input] = process.argv.slice(2)

/** JSON text of one form a line; a line is read when the book has room for it. */
async function* lines(/** @type {string} */ path) {
  for await (const line of createInterface({ input: createReadStream(path) })) yield new TextEncoder().encode(line)
}

/** Forms of two departments, as data of the program's own. */
async function* samples() {
  const sample = new URL('../templates/performance-target/samples/01-heating-allowance.json', import.meta.url)
  const form = readJson(await readFile(sample))
  for (const place of ['城区', '矿区', '郊区']) yield { ...form, projectName: `${place}供热补贴` }
  yield { ...form, projectName: '供热管网改造', department: { code: '058', name: '住房和城乡建设局' } }
}

let pages = 0
const book = renderBook(performanceTarget, input === undefined ? samples() : lines(input), {
  title: '项目支出绩效目标表汇编',
  duplex: true,
  onForm: (result) => {
    if (result.kind === 'printed') pages += result.pageCount
    else console.error(`${result.index + 1}: ${result.error.message}`)
  },
})
await writeFile(file, book)
console.log(`${file}: ${pages} pages of forms`)
