// node scripts/bench/many.mjs [--forms 10000]: many varied forms through the worker pool, beside the same forms one by one.
// Prints what the promise of `jixiao batch` is measured by: throughput against one thread, use of the processors, memory of the
// whole process tree over time, and whether each PDF is the one that a single render gives.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { varyForm } from './vary-form.mjs'

const { values } = parseArgs({
  options: {
    forms: { type: 'string', default: '10000' },
    single: { type: 'string', default: '400' },
    concurrency: { type: 'string', default: String(availableParallelism()) },
    dist: { type: 'string', default: fileURLToPath(new URL('../../dist', import.meta.url)) },
  },
})
const count = Number(values.forms)
const concurrency = Number(values.concurrency)
const warmUp = 100
const samples = readSamples()
const folder = mkdtempSync(join(tmpdir(), 'jixiao-many-'))
const bin = join(values.dist, 'src/cli/main.js')
const write = (/** @type {string} */ line = '') => process.stdout.write(`${line}\n`)

try {
  const input = writeInput(join(folder, 'forms.jsonl'))
  write(`Node ${process.version}, ${availableParallelism()} processors, ${count} forms, ${concurrency} workers`)
  const before = await printSingly(Math.min(count, Number(values.single)), [], folder)
  const many = await runBatch(input)
  report(before, many)
  const after = await printSingly(count, many.hashes)
  write(
    `hashes         ${count - after.different} of ${count} equal those of single renders (${after.cpuMs.toFixed(1)} ms of processor each)`,
  )
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

/** @param {string} path */
function writeInput(path, forms = count) {
  const file = openSync(path, 'w')
  for (let round = 0; round < forms; round++) writeSync(file, `${JSON.stringify(makeForm(round))}\n`)
  closeSync(file)
  return path
}

/** The same work on one thread, in this process: reads, prints, hashes, and writes where there is a folder. The first are not counted: they pay for the compiler. */
async function printSingly(
  /** @type {number} */ forms,
  /** @type {string[]} */ hashes = [],
  /** @type {string | undefined} */ output = undefined,
) {
  const { readJson, renderForm } = await import(join(values.dist, 'src/index.js'))
  const { performanceTarget } = await import(join(values.dist, 'templates/index.js'))
  const { writeFileAtomic } = await import(join(values.dist, 'src/platform/write-file.js'))
  let different = 0
  let begin = { time: 0, cpu: process.cpuUsage() }
  for (let round = 0; round < forms; round++) {
    if (round === warmUp) begin = { time: performance.now(), cpu: process.cpuUsage() }
    const { pdf } = await renderForm(performanceTarget, readJson(JSON.stringify(makeForm(round))))
    if (output !== undefined) writeFileAtomic(join(output, `${round}.pdf`), pdf)
    const hash = createHash('sha256').update(pdf).digest('hex')
    if (hashes[round] !== hash) different += 1
  }
  const { user, system } = process.cpuUsage(begin.cpu)
  return {
    rate: (1000 * (forms - warmUp)) / (performance.now() - begin.time),
    cpuMs: (user + system) / 1000 / (forms - warmUp),
    different,
  }
}

/** Runs the command on its own, and looks at its memory and its processor time from outside. @param {string} input */
async function runBatch(input) {
  const output = join(folder, 'out')
  const child = spawn(
    process.execPath,
    [bin, 'batch', input, '-o', output, '--json', '--concurrency', String(concurrency)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const start = performance.now()
  const hashes = []
  const trace = []
  let rest = ''
  for await (const chunk of child.stdout) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const event = JSON.parse(line)
      if (event.event !== 'form') continue
      if (event.status !== 'printed') throw new Error(line)
      hashes.push(event.sha256)
      if (hashes.length === warmUp || hashes.length % 250 === 0)
        trace.push({ forms: hashes.length, ...look(child.pid ?? 0), ...machine(), time: performance.now() })
    }
  }
  rmSync(output, { recursive: true, force: true })
  return { hashes, trace, seconds: (performance.now() - start) / 1000 }
}

/** Resident memory in MB (the workers are threads of the one process) and processor seconds, from /proc. @param {number} pid */
function look(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return {
    rss: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000,
    cpu: (Number(fields[11]) + Number(fields[12])) / 100,
  }
}

/** Idle and all processor time of the machine: what other programs take is no idleness of ours. */
function machine() {
  const ticks = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).slice(1).map(Number)
  return { idle: (ticks[3] ?? 0) + (ticks[4] ?? 0), all: ticks.slice(0, 8).reduce((sum, tick) => sum + tick, 0) }
}

/** @param {Awaited<ReturnType<typeof printSingly>>} single @param {Awaited<ReturnType<typeof runBatch>>} many */
function report(single, many) {
  const [first, last] = [many.trace[0], many.trace.at(-1)]
  if (first === undefined || last === undefined) return
  const forms = last.forms - first.forms
  const seconds = (last.time - first.time) / 1000
  const cpuMs = (1000 * (last.cpu - first.cpu)) / forms
  write(`one thread     ${single.rate.toFixed(1)} forms/s, ${single.cpuMs.toFixed(1)} ms of processor a form`)
  write(
    `${concurrency} threads      ${(forms / seconds).toFixed(1)} forms/s, ${(forms / seconds / single.rate).toFixed(2)} × one thread, ${many.seconds.toFixed(0)} s in all`,
  )
  write(
    `               ${cpuMs.toFixed(1)} ms of processor a form, reading, hashing and writing included: ${((concurrency * single.cpuMs) / cpuMs).toFixed(2)} × where nothing else runs`,
  )
  write(
    `processors     ${(((last.cpu - first.cpu) / seconds / concurrency) * 100).toFixed(0)} % of ${concurrency} are ours, ${(100 - (100 * (last.idle - first.idle)) / (last.all - first.all)).toFixed(0)} % of the machine is busy`,
  )
  const early = many.trace.find(({ forms: at }) => at >= 500)
  const peak = Math.max(...many.trace.map(({ rss }) => rss))
  write(
    `memory         ${early?.rss.toFixed(0)} MB after 500 forms, ${last.rss.toFixed(0)} MB at the end, ${peak.toFixed(0)} MB at most`,
  )
  write(
    `               ${many.trace
      .filter((_, index) => index % Math.ceil(many.trace.length / 12) === 0)
      .map(({ rss }) => rss.toFixed(0))
      .join(' ')}`,
  )
}
