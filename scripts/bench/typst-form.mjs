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
  const fontBlobs = fonts.map((file) => readFileSync(new URL(`../../fonts/${file}`, here)))
  const compiler = NodeCompiler.create({ workspace: here.pathname, fontArgs: [{ fontBlobs }] })
  const mainFileContent = readFileSync(new URL('form.typ', here), 'utf8')
  return (form) => {
    const words = formWords(form)
    const data = { ...words, levels: byLevel1(words.groups) }
    compiler.mapShadow(`${here.pathname}words.json`, Buffer.from(JSON.stringify(data)))
    const compiled = compiler.compile({ mainFileContent })
    if (compiled.result === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
    const pdf = compiler.pdf(compiled.result, { pdfTags: false })
    compiler.evictCache(oldestMemory)
    return pdf
  }
}
