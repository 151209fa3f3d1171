// node scripts/bench/many.mjs [--forms 10000] [--rounds 3]: many varied forms through `jixiao batch`, measured by what is promised
// of it: throughput against the same command with one thread, use of the processors, memory over time, and whether each PDF is
// the one that a single render gives.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { varyForm } from './vary-form.mjs'
import { between, watchBatch } from './watch-batch.mjs'

const { values } = parseArgs({
  options: {
    forms: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    round: { type: 'string', default: '3000' },
    concurrency: { type: 'string', default: String(availableParallelism()) },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
  },
})
const count = Number(values.forms)
const concurrency = Number(values.concurrency)
/** The first half of a round is not counted: V8 compiles on threads of its own until then, which no long run pays for. */
const warmUp = Math.floor(Number(values.round) / 2)
const samples = readSamples()
const folder = mkdtempSync(join(tmpdir(), 'jixiao-many-'))
const bin = join(values.dist, 'bin/jixiao.cjs')
const write = (/** @type {string} */ line = '') => process.stdout.write(`${line}\n`)

try {
  write(`Node ${process.version}, ${availableParallelism()} processors, ${concurrency} threads`)
  await compareThreads(writeInput(join(folder, 'round.jsonl'), Number(values.round)), Number(values.rounds))
  if (count > 0) await printMany(writeInput(join(folder, 'forms.jsonl'), count))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Every sample of the form, each in as many varied rounds as needed. @returns {Record<string, any>[]} */
function readSamples() {
  const home = new URL('../../templates/performance-target/samples/', import.meta.url)
  const all = readdirSync(home).filter((name) => /^0[1-7]/.test(name))
  return all.map((name) => JSON.parse(readFileSync(new URL(name, home), 'utf8')))
}

/** @param {number} round */
function makeForm(round) {
  const sample = samples[round % samples.length]
  return varyForm(/** @type {any} */ (sample), round)
}

/** @param {string} path @param {number} forms */
function writeInput(path, forms) {
  const file = openSync(path, 'w')
  for (let round = 0; round < forms; round++) writeSync(file, `${JSON.stringify(makeForm(round))}\n`)
  closeSync(file)
  return path
}

/** The same command with one thread and with all, by turns: a machine that is busy with other things is so for both. */
async function compareThreads(/** @type {string} */ input, /** @type {number} */ rounds) {
  const pairs = []
  for (let round = 0; round < rounds; round++) {
    const limit = (await printAlone(input, concurrency)) / (await printAlone(input, 1))
    pairs.push({ limit, one: await measure(input, 1), all: await measure(input, concurrency) })
  }
  for (const kind of /** @type {const} */ (['one', 'all'])) {
    const of = (/** @type {keyof ReturnType<typeof between>} */ name) => median(pairs.map((pair) => pair[kind][name]))
    write(
      `${kind === 'one' ? '1 thread ' : `${concurrency} threads`}      ${of('rate').toFixed(1)} forms/s; ms of processor a form: ${of('cpu').toFixed(2)} = printing ${of('printing').toFixed(2)} + main ${of('main').toFixed(2)} + V8’s and libuv’s helpers ${of('helping').toFixed(2)}; ${of('ours').toFixed(0)} % of the processors ours, ${of('busy').toFixed(0)} % busy`,
    )
  }
  const ratios = pairs.map(({ one, all }) => all.rate / one.rate)
  // One thread is held up by nothing but its own printing; all together use all the processor time there is.
  const possible = median(pairs.map(({ one, all }) => (concurrency * one.printing) / all.cpu))
  write(
    `ratio          ${median(ratios).toFixed(2)} by the clock (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}), ${possible.toFixed(2)} by processor time, were nothing else running`,
  )
  write(
    `               ${median(pairs.map(({ limit }) => limit)).toFixed(2)} is what ${concurrency} processes that only print, side by side, reach beside one on this machine`,
  )
}

/** So many processes at once that only print: what the machine gives at best, for processors share caches, memory and often a core. */
async function printAlone(/** @type {string} */ input, /** @type {number} */ processes) {
  const program = fileURLToPath(new URL('./print-alone.mjs', import.meta.url))
  const one = () => promisify(execFile)(process.execPath, [program, values.dist, input])
  const rates = await Promise.all(Array.from({ length: processes }, one))
  return rates.reduce((total, { stdout }) => total + Number(stdout), 0)
}

/** @param {string} input @param {number} threads */
async function measure(input, threads) {
  const { looks } = await watchBatch({ bin, input, output: join(folder, 'out'), concurrency: threads, every: warmUp })
  const [first, last] = [looks[0], looks.at(-1)]
  if (first === undefined || last === undefined || first === last) throw new Error('a round needs more forms')
  return between(first, last, availableParallelism())
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

/** @param {string} input */
async function printMany(input) {
  const { hashes, looks } = await watchBatch({ bin, input, output: join(folder, 'out'), concurrency, every: 500 })
  const [first, last] = [looks[0], looks.at(-1)]
  if (first !== undefined && last !== undefined && first !== last) {
    const { rate, cpu, ours, busy } = between(first, last, availableParallelism())
    write(
      `${count} forms    ${rate.toFixed(1)} forms/s, ${cpu.toFixed(2)} ms of processor a form; ${ours.toFixed(0)} % of the processors ours, ${busy.toFixed(0)} % busy`,
    )
  }
  write(`memory         MB of the whole process after each 500: ${looks.map(({ rss }) => rss.toFixed(0)).join(' ')}`)
  write(`hashes         ${count - (await countDifferent(hashes))} of ${count} equal those of single renders`)
}

/** @param {string[]} hashes */
async function countDifferent(hashes) {
  const { readJson, renderForm } = await import(join(values.dist, 'src/index.js'))
  const { performanceTarget } = await import(join(values.dist, 'templates/index.js'))
  let different = 0
  for (let round = 0; round < count; round++) {
    const { pdf } = await renderForm(performanceTarget, readJson(JSON.stringify(makeForm(round))))
    if (hashes[round] !== createHash('sha256').update(pdf).digest('hex')) different += 1
  }
  return different
}
