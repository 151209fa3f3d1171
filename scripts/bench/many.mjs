// node scripts/bench/many.mjs [--forms 10000] [--rounds 3] [--round 10000]: many varied forms through `jixiao batch`, measured by what is promised
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
    round: { type: 'string', default: '10000' },
    alone: { type: 'string', default: '3000' },
    concurrency: { type: 'string', default: String(availableParallelism()) },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
  },
})
const count = Number(values.forms)
const concurrency = Number(values.concurrency)
/** V8 compiles on threads of its own in the first half of a round; the second is told beside the whole. */
const warmUp = Math.floor(Number(values.round) / 2)
const samples = readSamples()
const folder = mkdtempSync(join(tmpdir(), 'jixiao-many-'))
const bin = join(values.dist, 'bin/jixiao.cjs')
const write = (/** @type {string} */ line = '') => process.stdout.write(`${line}\n`)

try {
  write(`Node ${process.version}, ${availableParallelism()} processors, ${concurrency} threads`)
  const alone = writeInput(join(folder, 'alone.jsonl'), Number(values.alone))
  const round = writeInput(join(folder, 'round.jsonl'), Number(values.round))
  await compareThreads(round, alone, Number(values.rounds))
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

/**
 * The same command with one thread and with all, by turns: a machine that is busy with other things is so for both.
 * @param {string} input @param {string} alone the forms of the processes that only print @param {number} rounds
 */
async function compareThreads(input, alone, rounds) {
  const pairs = []
  for (let round = 0; round < rounds; round++) {
    const limit = (await printAlone(alone, concurrency)) / (await printAlone(alone, 1))
    pairs.push({ limit, one: await measure(input, 1), all: await measure(input, concurrency) })
  }
  for (const kind of /** @type {const} */ (['one', 'all'])) {
    const of = (/** @type {keyof typeof pairs[0]['one']} */ name) => median(pairs.map((pair) => pair[kind][name]))
    write(
      `${kind === 'one' ? '1 thread ' : `${concurrency} threads`}      ${of('whole').toFixed(1)} forms/s; second halves: ${of('rate').toFixed(1)} forms/s; ms of processor a form: ${of('cpu').toFixed(2)} = printing ${of('printing').toFixed(2)} + main ${of('main').toFixed(2)} + V8’s and libuv’s helpers ${of('helping').toFixed(2)}; ${of('ours').toFixed(0)} % of the processors ours, ${of('busy').toFixed(0)} % busy`,
    )
  }
  // One thread is held up by nothing but its own printing; all together use all the processor time there is.
  const possible = median(pairs.map(({ one, all }) => (concurrency * one.printing) / all.cpu))
  write(
    `ratio          ${ratios(pairs.map(({ one, all }) => all.whole / one.whole))} of whole commands, ${ratios(pairs.map(({ one, all }) => all.rate / one.rate))} of second halves; ${possible.toFixed(2)} by processor time of these, were nothing else running`,
  )
  write(
    `               ${ratios(pairs.map(({ limit }) => limit))} is what ${concurrency} processes that only print, side by side, reach beside one on this machine`,
  )
}

/** The middle one, and all. @param {number[]} numbers */
function ratios(numbers) {
  return `${median(numbers).toFixed(2)} (${numbers.map((number) => number.toFixed(2)).join(' ')})`
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
  const start = performance.now()
  const { hashes, looks } = await watchBatch({
    bin,
    input,
    output: join(folder, 'out'),
    concurrency: threads,
    every: warmUp,
  })
  const whole = (1000 * hashes.length) / (performance.now() - start)
  const [first, last] = [looks[0], looks.at(-1)]
  if (first === undefined || last === undefined || first === last) throw new Error('a round needs more forms')
  return { whole, ...between(first, last, availableParallelism()) }
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
