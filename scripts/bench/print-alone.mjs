// node print-alone.mjs DIST FORMS.jsonl: prints each form in this process, without a file, and tells the rate of the second half.
// Several at once, beside one, show what the processors of a machine are worth together, whatever a batch makes of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [dist = '', input = ''] = process.argv.slice(2)
const { readJson, renderForm } = await import(join(dist, 'src/index.js'))
const { performanceTarget } = await import(join(dist, 'templates/index.js'))
const texts = readFileSync(input, 'utf8').trimEnd().split('\n')
const half = Math.floor(texts.length / 2)
let begin = 0
for (const [index, text] of texts.entries()) {
  if (index === half) begin = performance.now()
  await renderForm(performanceTarget, readJson(text))
}
process.stdout.write(`${(1000 * (texts.length - half)) / (performance.now() - begin)}\n`)
