// node scripts/bench/profile-cold.mjs: where the time of a cold start goes: what it costs to load each module with all that
// it loads, and what the stages of the first form cost while nothing of them is compiled yet.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { attributeProfile, byFolder } from './attribute-profile.mjs'
import { samplePath } from './sample-form.mjs'
import { median } from './statistics.mjs'
import { fixed, heading, row } from './table.mjs'

const rounds = 9
const modules = ['zod', 'date-fns/isExists', 'fflate', 'pdfmake', 'jixiao-forms', 'jixiao-forms/templates']
const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = join(root, 'dist/src/cli/main.js')

heading('Loading, each in a fresh process', ['median ms'])
for (const name of modules) row(name, [fixed(loadingTime(name), 0)])
heading('The whole process', ['median ms'])
for (const args of [
  ['-e', '0'],
  [cli, '--help'],
  [cli, 'check', samplePath],
]) {
  row(`node ${args.map((arg) => arg.replace(/.*\//, '')).join(' ')}`, [fixed(processTime(args), 0)])
}
heading('jixiao render, profiled once', ['ms'])
const { files } = attributeProfile(profileOfRender())
for (const [stage, time] of [...byFolder(files)].sort((a, b) => b[1] - a[1]).slice(0, 30)) row(stage, [fixed(time, 1)])

/** @param {string} name */
function loadingTime(name) {
  const code = `const start = performance.now(); await import('${name}'); console.log(performance.now() - start)`
  const load = () => Number(spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root }).stdout)
  return median(Array.from({ length: rounds }, load))
}

/** @param {readonly string[]} args */
function processTime(args) {
  const run = () => {
    const start = performance.now()
    spawnSync(process.execPath, args)
    return performance.now() - start
  }
  return median(Array.from({ length: rounds }, run))
}

/** @returns {import('node:inspector').Profiler.Profile} */
function profileOfRender() {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-profile-'))
  const flags = ['--cpu-prof', '--cpu-prof-interval', '100', '--cpu-prof-dir', folder]
  spawnSync(process.execPath, [...flags, cli, 'render', samplePath, '-o', join(folder, 'form.pdf')])
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile')) ?? ''
  const profile = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  rmSync(folder, { recursive: true })
  return profile
}
