/**
 * Proves examples/snapshot-testing from the packed tarball, as a reader would use it: its snapshots match in CI, a change is
 * caught in words and in a report, and `-u` accepts it. Run with `-u` to write the example's own snapshots anew.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const example = join(root, 'examples', 'snapshot-testing')
const folder = mkdtempSync(join(tmpdir(), 'jixiao-example-'))
const project = join(folder, 'project')
const update = process.argv.includes('-u')

/** @param {string} command @param {string[]} args @param {string} cwd @param {Record<string, string | undefined>} [env] */
const run = (command, args, cwd, env = {}) => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
  return { status, text: `${stdout}${stderr}` }
}

/** @param {boolean} holds @param {string} what @param {string} text */
const insist = (holds, what, text) => {
  if (!holds) throw new Error(`${what}\n${text}`)
}

const vitest = (/** @type {string[]} */ ...args) =>
  run('npx', ['--no-install', 'vitest', 'run', ...args], project, { CI: 'true' })

try {
  const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)
  const [{ filename }] = JSON.parse(packed.text.slice(packed.text.indexOf('[')).replace(/\]\s*[^\]]*$/, ']'))
  cpSync(example, project, { recursive: true, filter: (path) => !path.includes('node_modules') })
  const installed = run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)], project)
  insist(installed.status === 0, 'the tarball does not install', installed.text)
  if (update) writeSnapshots()
  const first = vitest()
  insist(
    first.status === 0,
    'the snapshots of the example do not match (node scripts/check-example.mjs -u writes them anew)',
    first.text,
  )
  proveThatChangesAreCaught()
  process.stdout.write(
    `example: ${filename} installs, its snapshots match, a change is caught, reported and accepted by -u\n`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function writeSnapshots() {
  const written = vitest('-u')
  insist(written.status === 0, 'the snapshots cannot be written', written.text)
  cpSync(join(project, 'test', '__snapshots__'), join(example, 'test', '__snapshots__'), { recursive: true })
}

function proveThatChangesAreCaught() {
  const form = join(project, 'src', 'equipment-list.js')
  writeFileSync(
    form,
    readFileSync(form, 'utf8')
      .replace("content: '用途'", "content: '购置用途'")
      .replace('inset: { x: 1, y: 1 }', 'inset: { x: 1, y: 1.1 }'),
  )
  const changed = vitest()
  insist(changed.status === 1, 'a changed template passes', changed.text)
  for (const words of [
    /“购置” \(U\+8D2D U\+7F6E\) is new at the start/,
    /page 1: rows 单位 to .+ are each 0\.20 mm taller/,
    /page 1: rows 年度 to .+ moved 0\.20 to 1\.40 mm down/,
    /pixels differ/,
  ]) {
    insist(words.test(changed.text), `not said: ${words}`, changed.text)
  }
  insist(
    existsSync(join(project, 'jixiao-report', 'test', 'library.layout.html')),
    'no report of the layout',
    changed.text,
  )
  insist(
    existsSync(join(project, 'jixiao-report', 'test', 'library.pages.html')),
    'no report of the pages',
    changed.text,
  )
  insist(vitest('-u').status === 0 && vitest().status === 0, '-u does not accept the change', '')
}
