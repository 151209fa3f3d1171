/**
 * Proves the package: publint and arethetypeswrong find nothing, and the packed tarball, installed into an empty project,
 * type-checks and prints a form with no network.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jixiao-package-'))

/** @param {string} command @param {string[]} args @param {string} cwd */
const run = (command, args, cwd, env = process.env) =>
  execFileSync(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })

/** What a user writes first, with a slip that must not compile. */
const PROGRAM = `
import { readFileSync, writeFileSync } from 'node:fs'
import { FormError, readJson, renderForm, toMillimetres, type Diagnostic, type Page } from 'jixiao-forms'
import { performanceTarget, type PerformanceTargetInput } from 'jixiao-forms/templates'

const data = readJson(readFileSync('form.json')) as PerformanceTargetInput
const { pdf, pages, diagnostics } = await renderForm(performanceTarget, data)
const findings: readonly Diagnostic[] = diagnostics
const laidOut: readonly Page[] = toMillimetres(pages)
if (findings.length === 0 || laidOut.length !== 2) throw new Error('not what was expected')
writeFileSync('library.pdf', pdf)
try {
  // @ts-expect-error the data is typed by the form's model
  await renderForm(performanceTarget, { form: 'performance-target' })
} catch (error) {
  if (!(error instanceof FormError)) throw error
}
`

try {
  run('npx', ['publint', '--strict'], root)
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  )
  const tarball = join(folder, filename)
  run('npx', ['attw', tarball, '--profile', 'esm-only'], root)
  installElsewhere(tarball)
  process.stdout.write(`package: ${filename} installs, type-checks and prints elsewhere\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @param {string} tarball */
function installElsewhere(tarball) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'elsewhere', private: true, type: 'module' }))
  run('npm', ['install', '--no-audit', '--no-fund', tarball, 'typescript@7.0.2', '@types/node@20'], folder)
  cpSync(join(root, 'templates/performance-target/samples/04-small-business-upgrade.json'), join(folder, 'form.json'))
  writeFileSync(join(folder, 'print.ts'), PROGRAM)
  run(
    'npx',
    ['tsc', '--module', 'nodenext', '--target', 'es2023', '--strict', '--types', 'node', '--ignoreConfig', 'print.ts'],
    folder,
  )
  // A proxy that nobody answers at: whatever asked for the network would fail.
  const offline = { ...process.env, HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' }
  run(process.execPath, ['print.js'], folder, offline)
  run('npx', ['--no-install', 'jixiao', 'render', 'form.json', '-o', 'cli.pdf'], folder, offline)
  for (const name of ['library.pdf', 'cli.pdf']) {
    const start = readFileSync(join(folder, name)).subarray(0, 5).toString('latin1')
    if (start !== '%PDF-') throw new Error(`${name} is no PDF`)
  }
  if (!readFileSync(join(folder, 'library.pdf')).equals(readFileSync(join(folder, 'cli.pdf'))))
    throw new Error('library and command line print different bytes')
}
