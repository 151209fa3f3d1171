/**
 * Proves the package: publint and arethetypeswrong find nothing, and the packed tarball, installed into an empty project,
 * type-checks and prints with no network, the same bytes from the library and from the command line.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodePng } from '../dist/src/testing/pixels/encode-png.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jixiao-package-'))

/** @param {string} command @param {string[]} args @param {string} cwd */
const run = (command, args, cwd, env = process.env) =>
  execFileSync(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' })

const COMPILER =
  '--ignoreConfig --module nodenext --target es2023 --strict --exactOptionalPropertyTypes --types node'.split(' ')

/** What a user writes first, with a slip that must not compile. */
const PROGRAM = `
import { readFileSync, writeFileSync } from 'node:fs'
import { FormError, readJson, renderForm, toMillimetres, verifyCopy, type Diagnostic, type Page } from 'jixiao-forms'
import { performanceTarget, type PerformanceTargetInput } from 'jixiao-forms/templates'

const data = readJson(readFileSync('form.json')) as PerformanceTargetInput
const { pdf, pages, diagnostics } = await renderForm(performanceTarget, data)
const findings: readonly Diagnostic[] = diagnostics
const laidOut: readonly Page[] = toMillimetres(pages)
if (findings.length === 0 || laidOut.length !== 2) throw new Error('not what was expected')
writeFileSync('library.pdf', pdf)
if (new Blob([pdf]).size !== pdf.length) throw new Error('a Blob takes the bytes as they are')
const images = { seal: { path: 'seal.png' } }
const final = await renderForm(performanceTarget, data, { copy: 'final', images, title: undefined })
writeFileSync('library-final.pdf', final.pdf)
const { verdict } = await verifyCopy(final.pdf, { expectedCode: final.code })
if (verdict !== 'reproduced') throw new Error(verdict)
try {
  // @ts-expect-error the data is typed by the form's model
  await renderForm(performanceTarget, { form: 'performance-target' })
} catch (error) {
  if (!(error instanceof FormError)) throw error
}
`

/** The same from CommonJS. */
const REQUIRING = `
const { readFileSync, writeFileSync } = require('node:fs')
const { readJson, renderForm } = require('jixiao-forms')
const { performanceTarget } = require('jixiao-forms/templates')

renderForm(performanceTarget, readJson(readFileSync('form.json'))).then(({ pdf }) => writeFileSync('required.pdf', pdf))
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
  const sample = 'jixiao-forms/templates/performance-target/samples/04-small-business-upgrade.json'
  cpSync(join(folder, 'node_modules', sample), join(folder, 'form.json'))
  writeFileSync(join(folder, 'print.ts'), PROGRAM)
  run('npx', ['tsc', ...COMPILER, 'print.ts'], folder)
  // A proxy that nobody answers at: whatever asked for the network would fail.
  const offline = { ...process.env, HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' }
  writeFileSync(
    join(folder, 'seal.png'),
    encodePng({ width: 600, height: 600, data: new Uint8Array(1_440_000).fill(99) }),
  )
  run(process.execPath, ['print.js'], folder, offline)
  writeFileSync(join(folder, 'print.cjs'), REQUIRING)
  run(process.execPath, ['print.cjs'], folder, offline)
  expectSame('library.pdf', 'required.pdf')
  const jixiao = (/** @type {string[]} */ ...args) => run('npx', ['--no-install', 'jixiao', ...args], folder, offline)
  // Twice: the second time from the compiled code that the first one kept.
  for (const _ of ['first', 'second']) {
    jixiao('render', 'form.json', '-o', 'cli.pdf')
    expectSame('library.pdf', 'cli.pdf')
    jixiao('batch', 'form.json', '-o', 'batch', '--name', '{fiscalYear}', '--force')
    expectSame('library.pdf', `batch/${JSON.parse(readFileSync(join(folder, 'form.json'), 'utf8')).fiscalYear}.pdf`)
  }
  jixiao('batch', 'form.json', '--book', 'book.pdf')
  // What the bundled commands load only when it is used: the QR code, and the reader of pictures.
  jixiao('render', 'form.json', '-o', 'cli-final.pdf', '--copy', 'final', '--image', 'seal=seal.png')
  expectSame('library-final.pdf', 'cli-final.pdf')
  for (const command of ['check', 'layout']) jixiao(command, 'form.json')
  for (const command of ['forms', '--help', '--version']) jixiao(command)
}

/** @param {string} library @param {string} commandLine */
function expectSame(library, commandLine) {
  const [expected, found] = [library, commandLine].map((name) => readFileSync(join(folder, name)))
  if (found?.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error(`${commandLine} is no PDF`)
  if (expected?.equals(found) !== true) throw new Error(`${library} and ${commandLine} are not the same bytes`)
}
