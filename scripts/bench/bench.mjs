// npm run bench [-- --quick]: measures the engine beside Typst, an ordinary pdfmake table and a limit writer, on one form.
// What counts are the ratios; the times are those of this machine at this moment. The exit code is 0: this is no test.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { contenders } from './contenders.mjs'
import { formWords } from './form-words.mjs'
import { measureCold } from './measure-cold.mjs'
import { measureGrowth } from './measure-growth.mjs'
import { measureMemory } from './measure-memory.mjs'
import { measureWarm } from './measure-warm.mjs'
import { readSample } from './sample-form.mjs'
import { median, medianRatio } from './statistics.mjs'
import { fixed, heading, row, write } from './table.mjs'
import { laterTargets, targets } from './targets.mjs'

/** @import { Answer } from './contender-process.mjs' */
/** @import { Target } from './targets.mjs' */

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const counts = values.quick
  ? { warm: { warmUp: 40, rounds: 40 }, growth: { warmUp: 2, rounds: 5 }, cold: 5, forms: 200, factors: [1, 64] }
  : { warm: { warmUp: 80, rounds: 150 }, growth: { warmUp: 3, rounds: 9 }, cold: 15, forms: 200, factors: [1, 64, 256] }

write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${fixed(loadavg()[0], 1)}`)
const measured = {
  ...reportWarm(await measureWarm(Object.keys(contenders), counts.warm)),
  ...reportCold(measureCold(counts.cold)),
  ...reportGrowth(await measureGrowth(counts.factors, counts.growth)),
  ...(await reportMemory()),
}
reportTargets('Targets', targets)
reportTargets('Targets of the release after', laterTargets)

/** @param {Map<string, Answer[]>} answers @returns {Record<string, number>} */
function reportWarm(answers) {
  const figures = (/** @type {string} */ name, /** @type {keyof Answer} */ key) =>
    (answers.get(name) ?? []).map((answer) => answer[key])
  const ratioTo = (/** @type {string} */ name) =>
    medianRatio(figures('ours', 'milliseconds'), figures(name, 'milliseconds'))
  const kilobytes = (/** @type {string} */ name) => median(figures(name, 'bytes')) / 1000
  const columns = ['median ms', 'least ms', 'CPU ms', 'ours ÷ it', 'KB', 'pages']
  heading(`Warm, one form (${counts.warm.rounds} rounds)`, columns)
  for (const name of answers.keys()) {
    const times = figures(name, 'milliseconds')
    const spent = [median(times), Math.min(...times), median(figures(name, 'cpu')), ratioTo(name)].map((value) =>
      fixed(value),
    )
    row(contenders[name]?.title ?? name, [...spent, fixed(kilobytes(name), 1), String(median(figures(name, 'pages')))])
  }
  return {
    warmTypst: ratioTo('typst'),
    warmPdfmake: ratioTo('pdfmake'),
    warmLimit: ratioTo('limit'),
    size: kilobytes('ours'),
  }
}

/** @param {Map<string, number[]>} times @returns {Record<string, number>} */
function reportCold(times) {
  const ratioTo = (/** @type {string} */ name) => medianRatio(times.get('ours') ?? [], times.get(name) ?? [])
  heading(`Cold, one process (${counts.cold} rounds)`, ['median ms', 'least ms', 'ours ÷ it'])
  for (const [name, own] of times) {
    row(contenders[name]?.title ?? 'node -e 0', [
      fixed(median(own), 0),
      fixed(Math.min(...own), 0),
      fixed(ratioTo(name)),
    ])
  }
  return { coldTypst: ratioTo('typst') }
}

/** @param {{ factor: number, milliseconds: number, pages: number }[]} results @returns {Record<string, number>} */
function reportGrowth(results) {
  const rows = formWords(readSample()).groups.reduce((sum, group) => sum + group.rows.length, 0)
  const [one, at64, at256] = results
  const growth = (/** @type {number} */ milliseconds) => milliseconds / (one?.milliseconds ?? Number.NaN)
  heading(`Growth with the rows of indicators (${counts.growth.rounds} rounds)`, [
    'median ms',
    'ours ÷ 1 ×',
    'rows',
    'pages',
  ])
  for (const { factor, milliseconds, pages } of results) {
    row(`${factor} ×`, [fixed(milliseconds, 1), fixed(growth(milliseconds), 1), String(rows * factor), String(pages)])
  }
  const rows64 = growth(at64?.milliseconds ?? Number.NaN)
  if (at64 === undefined || at256 === undefined) return { rows64 }
  const microseconds = 1000 * (at256.milliseconds - at64.milliseconds)
  return { rows64, addedRow: microseconds / (rows * (at256.factor - at64.factor)) }
}

/** @returns {Promise<Record<string, number>>} */
async function reportMemory() {
  const megabytes = (/** @type {number} */ bytes) => fixed(bytes / 1e6, 0)
  heading(`Memory, ${counts.forms} forms in a row`, ['peak MB', 'flat', 'after 25', '50 …'], 9)
  const ours = await measureMemory('ours', counts.forms)
  const typst = await measureMemory('typst', counts.forms)
  for (const [name, { peak, flat, samples }] of Object.entries({ ours, typst })) {
    row(contenders[name]?.title ?? name, [megabytes(peak), flat ? 'yes' : 'NO', ...samples.map(megabytes)], 9)
  }
  return { memory: ours.peak / 1e6, memoryGrowth: ours.growth }
}

/** @param {string} title @param {Record<string, Target>} all */
function reportTargets(title, all) {
  heading(title, ['measured', 'at most', ''])
  for (const [name, { what, limit, unit = '' }] of Object.entries(all)) {
    const value = measured[name]
    const verdict = value === undefined ? 'not measured' : value <= limit ? 'pass' : 'FAIL'
    row(what, [value === undefined ? '—' : fixed(value), `${limit} ${unit}`.trim(), verdict])
  }
}
