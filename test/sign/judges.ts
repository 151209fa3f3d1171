/** Other people's validators, asked about signed PDFs. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'
import type { TestKey } from './keys.js'

/** A Python that has pyHanko. */
const PYTHON = process.env['JIXIAO_PYHANKO_PYTHON'] ?? 'python3'

const succeeds = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0

const HERE = {
  openssl: () => succeeds('openssl', ['version']),
  qpdf: () => succeeds('qpdf', ['--version']),
  pdfsig: () => succeeds('pdfsig', ['-v']),
  pyHanko: () => succeeds(PYTHON, ['-c', 'import pyhanko.sign.validation']),
} as const

export type Judge = keyof typeof HERE

/** `describe` for what needs a judge: skipped with a notice where it is missing, failed in CI. */
export function withJudge(judge: Judge, name: string, tests: () => void): void {
  if (HERE[judge]()) return void describe(name, tests)
  const words = `${name}: needs ${judge}, which this machine lacks`
  if (process.env['CI'] === 'true') return void it(words, () => Promise.reject(new Error(words)))
  console.warn(`SKIPPED ${words}`)
  describe.skip(words, tests)
}

/** Runs on files in a folder that is gone afterwards. */
function inFolder<T>(pdfs: readonly Uint8Array[], run: (files: readonly string[], folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'sign-judge-'))
  try {
    const files = pdfs.map((_, index) => join(folder, `${index}.pdf`))
    files.forEach((file, index) => writeFileSync(file, pdfs[index] as Uint8Array))
    return run(files, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Empty where qpdf has nothing to say. */
export const qpdfFaults = (pdf: Uint8Array): string =>
  inFolder([pdf], ([file = '']) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
    return status === 0 ? '' : `${stdout}${stderr}`
  })

export interface PdfsigVerdict {
  readonly field: string
  readonly valid: boolean
  readonly wholeDocument: boolean
}

/**
 * In an empty home, so that it finds nobody's certificate database: what the machine trusts plays no part. (Handed an
 * empty folder by -nssdir it cannot start NSS and finds no signature valid.)
 */
export const pdfsigVerdicts = (pdf: Uint8Array): readonly PdfsigVerdict[] =>
  inFolder([pdf], ([file = ''], folder) => {
    const { stdout } = spawnSync('pdfsig', ['-nocert', file], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    })
    return stdout
      .split(/^Signature #\d+:$/m)
      .slice(1)
      .map((text) => ({
        field: /Signature Field Name: (.*)/.exec(text)?.[1] ?? '',
        valid: text.includes('Signature is Valid.'),
        wholeDocument: text.includes('- Total document signed'),
      }))
  })

export interface PyHankoVerdict {
  readonly field: string
  readonly intact: boolean
  readonly valid: boolean
  readonly bottomLine: boolean
  readonly coverage: string
  readonly modification: string | null
  readonly docMdpOk: boolean
  readonly docMdp: number | null
  readonly mechanism: string
  readonly digest: string
  readonly attributes: readonly string[]
  readonly unsigned: number
  readonly subFilter: string
  readonly time: string
  readonly hasCert: boolean
  readonly name: string
}

/** One list a PDF, or the error it ended in. `trusted` are certificates in DER. */
export const pyHankoVerdicts = (
  pdfs: readonly Uint8Array[],
  trusted: readonly Uint8Array[],
): readonly (readonly PyHankoVerdict[] | { readonly error: string })[] =>
  inFolder(pdfs, (files, folder) => {
    trusted.forEach((der, index) => writeFileSync(join(folder, `${index}.der`), der))
    const script = fileURLToPath(new URL('judge-pyhanko.py', import.meta.url))
    const output = execFileSync(PYTHON, [script, folder, ...files], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  })

/** What pyHanko makes of a PDF, by name: signed once, visibly or not, certified, locked, and twice. */
export const signedByPyHanko = (
  pdf: Uint8Array,
  { key, certificate }: TestKey,
  box: readonly number[],
): Readonly<Record<string, Uint8Array>> =>
  inFolder([], (_, folder) => {
    for (const [name, content] of Object.entries({ 'in.pdf': pdf, 'key.pem': key, 'cert.pem': certificate }))
      writeFileSync(join(folder, name), content)
    const script = fileURLToPath(new URL('sign-pyhanko.py', import.meta.url))
    execFileSync(PYTHON, [script, folder, box.join(',')], { stdio: 'ignore' })
    const names = ['invisible', 'certified', 'stamped', 'locked', 'twice']
    return Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, `${name}.pdf`)))]))
  })
