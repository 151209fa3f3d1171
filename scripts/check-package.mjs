/**
 * Proves the package: publint and arethetypeswrong find nothing, and the packed tarball, installed into an empty project,
 * type-checks and prints with no network, the same bytes from the library and from the command line, a form of one's own too.
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

/** A form of one's own, made of what the package exports: its model, its checks, its template. */
const OWN_FORM = `
import { checkForm, defineForm, defineTemplate, diagnostic, readJson, renderForm } from 'jixiao-forms'
import { checkRequired, checkTotal, inFormOrder } from 'jixiao-forms/checks'
import { date, fiscalYear, money, text, toFen, type CalendarDate } from 'jixiao-forms/model'
import * as z from 'zod'

const model = z.strictObject({
  form: z.literal('score'),
  year: fiscalYear(),
  name: text(),
  spent: money(),
  parts: z.array(z.number()),
  filledAt: date(),
})
type Score = z.output<typeof model>

const template = defineTemplate<Score>()({
  id: 'score-2024',
  form: 'score',
  source: '自拟',
  title: '评分表',
  paper: { width: 210, height: 297, margin: { top: 20, right: 20, bottom: 20, left: 20 } },
  columns: [50, 100],
  type: { body: { role: 'song', size: 10.5, lineHeight: 14 } },
  smallestType: 7.5,
  inset: { x: 1, y: 1 },
  rule: { frame: 1, hairline: 0.5 },
  heading: [{ content: '评分表', type: 'body', role: 'title' }],
  sections: [
    {
      kind: 'rows',
      rows: [
        { cells: [{ columns: [1, 1], content: '名称' }, { columns: [2, 2], content: { field: 'name' } }] },
        { cells: [{ columns: [1, 1], content: '支出' }, { columns: [2, 2], content: { field: 'spent', format: 'yuan' } }] },
        { cells: [{ columns: [1, 1], content: '日期' }, { columns: [2, 2], content: { field: 'filledAt', format: 'date' } }] },
      ],
    },
  ],
})

const score = defineForm({
  id: 'score',
  title: '评分表',
  formatVersion: 1,
  model,
  labels: { name: '名称', spent: '支出' },
  steering: ['form', 'year', 'parts[]'],
  dates: { filled: 'filledAt', year: 'year' },
  templates: { 'score-2024': template },
  defaultTemplate: 'score-2024',
  checks: (form) =>
    inFormOrder(form, [
      ...checkTotal('spent', form.spent, ['1']),
      ...checkRequired({ path: 'name', text: form.name }),
      ...(form.spent !== null && toFen(form.spent) > 100n ? [diagnostic('too-much', 'hint', 'spent', { message: '过多。' })] : []),
    ]),
  sources: ['自拟'],
})

const day: CalendarDate = { year: 2024, month: 3, day: 5 }
const json = '{"form":"score","year":2024,"name":"","spent":2.50,"parts":[1.50],"filledAt":"' + [day.year, '0' + day.month, '0' + day.day].join('-') + '"}'
const data = readJson(json) as z.input<typeof model>
const { pdf, diagnostics } = await renderForm(score, data)
const found = diagnostics.map(({ code, label }) => [code, label].join(' ')).join()
if (found !== 'required 名称,money-total 支出,too-much 支出') throw new Error(found)
if (pdf.length === 0 || (await checkForm(score, data)).length !== 3) throw new Error('not what was expected')
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
  writeFileSync(join(folder, 'own-form.ts'), OWN_FORM)
  run('npx', ['tsc', ...COMPILER, 'print.ts', 'own-form.ts'], folder)
  // A proxy that nobody answers at: whatever asked for the network would fail.
  const offline = { ...process.env, HTTP_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' }
  writeFileSync(
    join(folder, 'seal.png'),
    encodePng({ width: 600, height: 600, data: new Uint8Array(1_440_000).fill(99) }),
  )
  for (const program of ['print.js', 'own-form.js']) run(process.execPath, [program], folder, offline)
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
