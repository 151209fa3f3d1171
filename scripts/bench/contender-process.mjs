// One contender in a process of its own: it prints when it is told to, and answers with the time and the memory it took.
import { contenders } from './contenders.mjs'
import { readSample } from './sample-form.mjs'
import { multiplyIndicators, varyForm } from './vary-form.mjs'

/**
 * @typedef {{ round: number, factor?: number }} Task  `factor` multiplies the rows of indicators
 * @typedef {{ milliseconds: number, cpu: number, bytes: number, pages: number, rss: number, peakRss: number }} Answer
 *   `cpu` is the milliseconds of all threads, `rss` and `peakRss` are bytes
 */

const print = await contenders[process.argv[2] ?? '']?.open()
const sample = readSample()

process.on('message', async (/** @type {Task} */ { round, factor = 1 }) => {
  const form = varyForm(multiplyIndicators(sample, factor), round)
  const used = process.cpuUsage()
  const start = performance.now()
  const pdf = (await print?.(form)) ?? new Uint8Array()
  const milliseconds = performance.now() - start
  const { user, system } = process.cpuUsage(used)
  /** @type {Answer} */
  const answer = { milliseconds, cpu: (user + system) / 1000, bytes: pdf.length, pages: countPages(pdf), ...memory() }
  process.send?.(answer)
})
process.send?.('ready')

/** The page tree is never compressed here, neither by us nor by the others. @param {Uint8Array} pdf */
const countPages = (pdf) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type ?\/Page\b/g)?.length ?? 0

const memory = () => ({ rss: process.memoryUsage.rss(), peakRss: process.resourceUsage().maxRSS * 1024 })
