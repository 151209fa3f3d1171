/** Reads PDFs back with other people's programs. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFParse } from 'pdf-parse'

/** Whether a program is installed; says so, once, where it is not, for a test that skips must be seen to skip. */
export function hasProgram(name: string): boolean {
  const found = spawnSync(name, ['-v']).error === undefined
  if (!found) console.warn(`${name} is missing: the tests that need it are SKIPPED`)
  return found
}

/** Text of each page as pdf.js reads it. */
export async function pdfJsText(pdf: Uint8Array): Promise<string[]> {
  // pdf.js takes the bytes away from the caller.
  const parser = new PDFParse({ data: pdf.slice() })
  try {
    return (await parser.getText()).pages.map((page) => page.text)
  } finally {
    await parser.destroy()
  }
}

/** Runs a program on the PDF; `FILE` in the arguments is its path. */
export const run = (program: string, args: readonly string[], pdf: Uint8Array): string =>
  runBinary(program, args, pdf).toString('utf8')

export function runBinary(program: string, args: readonly string[], pdf: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'read-back-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    const given = args.map((arg) => (arg === 'FILE' ? file : arg))
    return execFileSync(program, given, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const pdfText = (pdf: Uint8Array): string => run('pdftotext', ['-layout', 'FILE', '-'], pdf)
export const muText = (pdf: Uint8Array): string => run('mutool', ['draw', '-F', 'text', 'FILE'], pdf)

export const withoutSpace = (text: string): string => text.replace(/\s/g, '')
