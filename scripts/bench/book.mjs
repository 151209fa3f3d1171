// node scripts/bench/book.mjs [--forms 1000] [--rounds 5]: a hundred varied forms in one PDF, ours and Typst's, warm; then one large book.
// Every figure is taken in a process of its own, so that no contender carries another's memory.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readSample } from './sample-form.mjs'
import { median } from './statistics.mjs'
import { fixed, heading, row, write } from './table.mjs'
import { varyForm } from './vary-form.mjs'

/** @import { Form } from './sample-form.mjs' */
/** @typedef {{ ms: number, kilobytes: number, megabytes: number }} Figures  milliseconds and kilobytes a form, peak of resident memory */

const small = 100
const departments = 37

const { values } = parseArgs({
  options: {
    forms: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    measure: { type: 'string' },
  },
})

if (values.measure === undefined) report()
else process.stdout.write(JSON.stringify(await measure(values.measure, Number(values.forms), Number(values.rounds))))

function report() {
  const forms = Number(values.forms)
  const [ours, typst] = [run('ours', small), run('typst', small)]
  const large = run('ours', forms, 0)
  heading(`Node ${process.version}`, ['ms a form', 'KB a form', 'peak MB'])
  row(`book of ${small}, warm`, cells(ours))
  row(`Typst, ${small} forms in one PDF, warm`, cells(typst))
  row(`book of ${forms}, cold`, cells(large))
  write()
  judge(`a form of a book of ${small}`, ours.ms, 8, 'ms')
  judge(`size of a form of a book of ${small}`, ours.kilobytes, 25, 'KB')
  judge(`memory of a book of ${forms}`, large.megabytes, 400, 'MB')
}

/** @param {Figures} figures */
function cells({ ms, kilobytes, megabytes }) {
  return [fixed(ms), fixed(kilobytes, 1), fixed(megabytes, 0)]
}

/** @param {string} what @param {number} found @param {number} limit @param {string} unit */
function judge(what, found, limit, unit) {
  row(what, [`${fixed(found, 1)} ${unit}`, `≤ ${limit} ${unit}`, found <= limit ? 'kept' : 'MISSED'])
}

/** @param {string} contender @param {number} forms @param {number} [rounds]  0: the first book of the process @returns {Figures} */
function run(contender, forms, rounds = Number(values.rounds)) {
  const args = ['--measure', contender, '--forms', String(forms), '--rounds', String(rounds)]
  return JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), ...args], { encoding: 'utf8' }))
}

/** Rounds after two that V8 needs to compile; every round has forms of its own. @returns {Promise<Figures>} */
async function measure(/** @type {string} */ contender, /** @type {number} */ forms, /** @type {number} */ rounds) {
  const print = await (contender === 'ours' ? openOurs() : openTypst())
  const times = []
  let bytes = 0
  for (let round = rounds === 0 ? 0 : -2; round < Math.max(1, rounds); round++) {
    const begin = performance.now()
    bytes = await print(manyForms(forms, (round + 2) * forms))
    if (round >= 0) times.push(performance.now() - begin)
  }
  const megabytes = process.resourceUsage().maxRSS / 1000
  return { ms: median(times) / forms, kilobytes: bytes / 1000 / forms, megabytes }
}

/** One at a time, as they are asked for. @param {number} count @param {number} first @returns {Generator<Form>} */
function* manyForms(count, first) {
  const sample = readSample()
  for (let index = first; index < first + count; index++) {
    const code = 100 + (index % departments)
    yield { ...varyForm(sample, index), department: { code: String(code), name: `${code}局` } }
  }
}

/** @returns {Promise<(forms: Iterable<Form>) => Promise<number>>} the pieces are counted and let go, as a stream does it */
async function openOurs() {
  const { renderBook } = await import('jixiao-forms')
  const { performanceTarget } = await import('jixiao-forms/templates')
  return async (forms) => {
    let bytes = 0
    for await (const piece of renderBook(performanceTarget, /** @type {any} */ (forms))) bytes += piece.length
    return bytes
  }
}

/** @returns {Promise<(forms: Iterable<Form>) => Promise<number>>} */
async function openTypst() {
  const { openTypstBook } = await import('./typst-form.mjs')
  const print = openTypstBook()
  return async (forms) => print([...forms]).length
}
