// Runs `jixiao batch` as a process of its own, and looks at its memory and at the processor time of its threads from outside.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'

/**
 * A look at the process: how many forms it has told of, when, with how much memory, and what its threads have used.
 * @typedef {{ forms: number, time: number, rss: number, main: number, printing: number, helping: number, idle: number, all: number }} Look
 */

/** @param {{ bin: string, input: string, output: string, concurrency: number, every: number }} run */
export async function watchBatch({ bin, input, output, concurrency, every }) {
  const args = [bin, 'batch', input, '-o', output, '--json', '--concurrency', String(concurrency)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  /** @type {string[]} */
  const hashes = []
  /** @type {Look[]} */
  const looks = []
  let rest = ''
  for await (const chunk of child.stdout) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      // Not parsed: whoever watches takes its time from the same processors.
      if (!line.startsWith('{"event":"form"')) continue
      if (!line.includes('"status":"printed"')) throw new Error(line)
      hashes.push(/"sha256":"(\w+)"/.exec(line)?.[1] ?? '')
      if (hashes.length % every === 0) looks.push(look(child.pid ?? 0, hashes.length, concurrency))
    }
  }
  rmSync(output, { recursive: true, force: true })
  return { hashes, looks }
}

/** Processor seconds by thread: the main one, those that print (of several, those that use the most), and V8's and libuv's helpers. @returns {Look} */
function look(/** @type {number} */ pid, /** @type {number} */ forms, /** @type {number} */ concurrency) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const threads = readdirSync(`/proc/${pid}/task`).map((id) => ({ id: Number(id), seconds: threadSeconds(pid, id) }))
  const main = threads.find(({ id }) => id === pid)?.seconds ?? 0
  const others = threads.filter(({ id }) => id !== pid).map(({ seconds }) => seconds)
  others.sort((a, b) => b - a)
  // One thread is the process's own, which hands out as well.
  const workers = concurrency === 1 ? 0 : concurrency
  const ticks = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).slice(1).map(Number)
  return {
    forms,
    time: performance.now() / 1000,
    rss: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000,
    main: workers === 0 ? 0 : main,
    printing: workers === 0 ? main : sum(others.slice(0, workers)),
    helping: sum(others.slice(workers)),
    // What other programs take is no idleness of ours.
    idle: (ticks[3] ?? 0) + (ticks[4] ?? 0),
    all: sum(ticks.slice(0, 8)),
  }
}

/** @param {number} pid @param {string} id */
function threadSeconds(pid, id) {
  const fields = readFileSync(`/proc/${pid}/task/${id}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)

/** What happened between two looks: forms a second, processor ms a form by kind of thread, share of the processors. */
export function between(/** @type {Look} */ first, /** @type {Look} */ last, /** @type {number} */ processors) {
  const forms = last.forms - first.forms
  const seconds = last.time - first.time
  const ms = (/** @type {'main' | 'printing' | 'helping'} */ kind) => (1000 * (last[kind] - first[kind])) / forms
  const [main, printing, helping] = [ms('main'), ms('printing'), ms('helping')]
  const cpu = main + printing + helping
  return {
    rate: forms / seconds,
    main,
    printing,
    helping,
    cpu,
    ours: (cpu * forms) / 10 / seconds / processors,
    busy: 100 - (100 * (last.idle - first.idle)) / (last.all - first.all),
  }
}
