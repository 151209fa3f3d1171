/** The examples and the README's own code run as they stand, against the built package. */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const examples = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.mjs'))
let folder = ''

beforeAll(() => {
  // A project of its own with the package installed in it: what a reader has.
  folder = mkdtempSync(join(tmpdir(), 'jixiao-examples-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules', 'jixiao-forms'))
  for (const name of ['@types', 'vitest'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  copyFileSync(
    join(root, 'templates/performance-target/samples/04-small-business-upgrade.json'),
    join(folder, 'form.json'),
  )
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (file: string, ...args: string[]): string =>
  execFileSync(process.execPath, [file, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const isPdf = (file: string): boolean => readFileSync(join(folder, file)).subarray(0, 5).toString('latin1') === '%PDF-'

describe('examples', () => {
  it('are all run here', () => {
    expect(examples).toEqual([
      'batch.mjs',
      'book.mjs',
      'check-form.mjs',
      'inside-pdfmake.mjs',
      'own-font.mjs',
      'print-form.mjs',
      'sign.mjs',
      'signed-copy.mjs',
    ])
  })

  it('print-form.mjs prints a form', () => {
    expect(run(join(root, 'examples/print-form.mjs'), 'form.json', 'printed.pdf')).toContain('printed.pdf: 2 pages')
    expect(isPdf('printed.pdf')).toBe(true)
  })

  it('signed-copy.mjs has two people sign an archived copy, reads it back and verifies it', () => {
    expect(readFileSync(join(root, 'examples/signed-copy.mjs'), 'utf8').split('\n').length).toBeLessThanOrEqual(40)
    expect(run(join(root, 'examples/signed-copy.mjs'), 'form.json', 'signed.pdf')).toMatch(
      /^signed\.pdf [0-9A-Z-]{31} reproduced 2 /,
    )
  })

  it('check-form.mjs lists findings with label and place', () => {
    const lines = run(join(root, 'examples/check-form.mjs'))
    expect(lines).toContain('error | money-total | 实施期资金总额 |')
    expect(lines).toMatch(/page 1, [\d.]+ × [\d.]+ mm/)
  })

  it('batch.mjs prints many forms', () => {
    expect(run(join(root, 'examples/batch.mjs'), 'many')).toMatch(/^1\.pdf: .*\n2\.pdf: .*\n3\.pdf: /)
    expect(isPdf('many/3.pdf')).toBe(true)
  })

  it('book.mjs binds many forms into one', () => {
    expect(run(join(root, 'examples/book.mjs'), 'book.pdf')).toBe('book.pdf: 4 pages of forms\n')
    expect(isPdf('book.pdf')).toBe(true)
  })

  it.each(['own-font.mjs', 'inside-pdfmake.mjs'])('%s prints a PDF', (example) => {
    run(join(root, 'examples', example), 'example.pdf')
    expect(isPdf('example.pdf')).toBe(true)
  })
})

interface Program {
  readonly name: string
  readonly code: string
  /** Not where it takes a test runner. */
  readonly runs: boolean
}

const programsOf = (readme: string): readonly Program[] =>
  Array.from(
    readFileSync(join(root, readme), 'utf8').matchAll(/^```ts( no-run)?\n(.*?)^```/gms),
    ([, unrun, code = ''], index) => ({ name: `${readme}-${index + 1}`, code, runs: unrun === undefined }),
  )

const STRICT = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--verbatimModuleSyntax']
const COMPILER = ['--ignoreConfig', '--module', 'nodenext', '--target', 'es2023', '--types', 'node', ...STRICT]

describe.each(['README.md', 'README.zh-CN.md'])('the programs of %s', (readme) => {
  const programs = programsOf(readme)

  beforeAll(() => {
    for (const { name, code } of programs) writeFileSync(join(folder, `${name}.mts`), code)
    const sources = programs.map(({ name }) => `${name}.mts`)
    try {
      run(join(root, 'node_modules/typescript/bin/tsc'), ...COMPILER, ...sources)
    } catch (error) {
      throw new Error(String((error as { stdout: unknown }).stdout))
    }
  })

  it('are there, and compile', () => expect(programs.filter(({ runs }) => runs).length).toBeGreaterThan(4))

  it.each(programs.filter(({ runs }) => runs))('$name runs as it stands', ({ name }) => {
    run(`${name}.mjs`)
  })
})
