// node scripts/bench/profile.mjs [--forms 200] [--factor 1]: where the time of a warm form goes, by stage and by function.
// `--factor 64` multiplies the rows of indicators; `--contender pdfmake` looks at another one.
import { Session } from 'node:inspector/promises'
import { parseArgs } from 'node:util'
import { attributeProfile, byFolder } from './attribute-profile.mjs'
import { contenders } from './contenders.mjs'
import { readSample } from './sample-form.mjs'
import { multiplyIndicators, varyForm } from './vary-form.mjs'

const { values } = parseArgs({
  options: {
    forms: { type: 'string', default: '200' },
    warmUp: { type: 'string', default: '100' },
    factor: { type: 'string', default: '1' },
    contender: { type: 'string', default: 'ours' },
    lines: { type: 'string', default: '40' },
  },
})
const forms = Number(values.forms)
const warmUp = Number(values.warmUp)
const longest = Number(values.lines)

const print = await contenders[values.contender]?.open()
const sample = multiplyIndicators(readSample(), Number(values.factor))
for (let round = 0; round < warmUp; round++) await print?.(varyForm(sample, round))
// Made beforehand, so that the profile holds nothing but printing.
const varied = Array.from({ length: forms }, (_, round) => varyForm(sample, warmUp + round))

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.setSamplingInterval', { interval: 200 })
await session.post('Profiler.start')
for (const form of varied) await print?.(form)
const { profile } = await session.post('Profiler.stop')
session.disconnect()

const { files, functions, calls } = attributeProfile(profile)
printTable('stage', byFolder(files), timeOf(files))
printTable('file', files, timeOf(files))
printTable('function, its own time', functions, timeOf(files))
printTable('function with all that it calls', calls, timeOf(files))

/** @param {Map<string, number>} sums */
function timeOf(sums) {
  return [...sums.values()].reduce((sum, time) => sum + time, 0)
}

/** @param {string} title @param {Map<string, number>} sums @param {number} whole */
function printTable(title, sums, whole) {
  process.stdout.write(`\n${'ms a form'.padStart(10)} ${'%'.padStart(6)}  ${title}\n`)
  const sorted = [...sums].sort((a, b) => b[1] - a[1])
  for (const [name, time] of sorted.slice(0, longest)) {
    process.stdout.write(
      `${(time / forms).toFixed(3).padStart(10)} ${((100 * time) / whole).toFixed(1).padStart(6)}  ${name}\n`,
    )
  }
}
