// The form by Typst, in a warm process: one compiler that keeps its fonts and whatever else it remembers.
import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { byLevel1, formWords } from './form-words.mjs'

/** @import { Form } from './sample-form.mjs' */

const here = new URL('.', import.meta.url)
const fonts = ['JixiaoSong-Regular.ttf', 'JixiaoSong-Bold.ttf']
/** Typst's own advice for a process that compiles one document after another. */
const oldestMemory = 10

/** @returns {(form: Form) => Uint8Array} */
export function openTypst() {
  const print = openCompiler(readFileSync(new URL('form.typ', here), 'utf8'))
  return (form) => print(wordsOf(form))
}

/** Many forms in one document: what stands in `form.typ` behind its first `#let`, once for each. @returns {(forms: readonly Form[]) => Uint8Array} */
export function openTypstBook() {
  const [head = '', body = ''] = readFileSync(new URL('form.typ', here), 'utf8').split(
    '#let words = json("/words.json")\n',
  )
  const print = openCompiler(`${head}#for words in json("/words.json") [\n${body}\n#pagebreak(weak: true)\n]\n`)
  return (forms) => print(forms.map(wordsOf))
}

/** @param {Form} form */
const wordsOf = (form) => {
  const words = formWords(form)
  return { ...words, levels: byLevel1(words.groups) }
}

/** @param {string} mainFileContent @returns {(data: object) => Uint8Array} */
function openCompiler(mainFileContent) {
  const fontBlobs = fonts.map((file) => readFileSync(new URL(`../../fonts/${file}`, here)))
  const compiler = NodeCompiler.create({ workspace: here.pathname, fontArgs: [{ fontBlobs }] })
  return (data) => {
    compiler.mapShadow(`${here.pathname}words.json`, Buffer.from(JSON.stringify(data)))
    const compiled = compiler.compile({ mainFileContent })
    if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
    const pdf = compiler.pdf(compiled.result, { pdfTags: false })
    compiler.evictCache(oldestMemory)
    return pdf
  }
}
