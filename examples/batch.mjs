/** Prints many forms on all processors: `node examples/batch.mjs [FOLDER] [FORMS.jsonl]`. On the command line it is `jixiao batch`. */
import { createReadStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readJson, renderMany } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'

const [folder = 'forms', input] = process.argv.slice(2)

/** JSON text of one form a line; lines are read as there is room for them, so the file may be larger than the memory. */
async function* lines(/** @type {string} */ path) {
  for await (const line of createInterface({ input: createReadStream(path) })) yield new TextEncoder().encode(line)
}

/** The same form for three places, as data of the program's own. */
async function* samples() {
  const sample = new URL('../templates/performance-target/samples/01-heating-allowance.json', import.meta.url)
  const form = readJson(await readFile(sample))
  for (const place of ['城区', '矿区', '郊区']) yield { ...form, projectName: `${place}供热补贴` }
}

await mkdir(folder, { recursive: true })
for await (const result of renderMany(performanceTarget, input === undefined ? samples() : lines(input), {
  ordered: true,
})) {
  const number = result.index + 1
  if (result.kind === 'rendered') {
    await writeFile(join(folder, `${number}.pdf`), result.pdf)
    console.log(`${number}.pdf: ${result.pageCount} pages, ${result.diagnostics.length} findings`)
  } else {
    console.error(`${number}: ${result.error.message}`)
    process.exitCode = 1
  }
}
