/** An archived document shows and says what the plain one does: nobody sees the structure, and no reader stumbles over it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { pdfJsText } from '../paint/read-back.js'
import { needs } from '../support/outside/needs.js'
import { layOut, PLAIN, parseSample, print, readSample, withData } from './print-archived.js'

const folder = mkdtempSync(join(tmpdir(), 'unchanged-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** One page, several pages, cells that go on over pages. */
const SAMPLES = ['01-heating-allowance.json', '03-smart-education.json', '15-long-narratives.json']

const printBoth = async (sample: string): Promise<readonly [plain: Uint8Array, archived: Uint8Array]> => {
  const pages = await layOut(parseSample(sample), 'yangquan-2023')
  return [await print(pages, PLAIN), await print(pages, withData(readSample(sample)))]
}

/** What the program writes about the PDF, and what it complains of. `FILE` and `OUT` in the arguments are paths. */
function ask(
  program: string,
  args: readonly string[],
  pdf: Uint8Array,
): { readonly output: Buffer; readonly complaints: string } {
  const [file, out] = [join(folder, 'a.pdf'), join(folder, 'out')]
  writeFileSync(file, pdf)
  const given = args.map((arg) => (arg === 'FILE' ? file : arg === 'OUT' ? out : arg))
  const { stderr, status } = spawnSync(program, given)
  expect(status).toBe(0)
  // Debian builds MuPDF without colour management; it says so of every document with an output intent.
  return {
    output: readFileSync(out),
    complaints: stderr.toString('utf8').replaceAll('warning: ICC support is not available\n', ''),
  }
}

const PROGRAMS = [
  ['pdftotext', ['-layout', 'FILE', 'OUT']],
  ['pdftotext', ['-raw', 'FILE', 'OUT']],
  ['mutool', ['draw', '-q', '-F', 'text', '-o', 'OUT', 'FILE']],
  ['mutool', ['draw', '-q', '-r', '110', '-F', 'pgm', '-o', 'OUT', 'FILE']],
] as const

needs(
  'pdftotext',
  'mutool',
  'pdftoppm',
)('poppler and MuPDF', () => {
  test.each(SAMPLES)('%s: the same text and pixels, no complaint', async (sample) => {
    const [plain, archived] = await printBoth(sample)
    for (const [program, args] of PROGRAMS) {
      const seen = ask(program, args, archived)
      expect(seen.complaints).toBe('')
      expect(Buffer.compare(seen.output, ask(program, args, plain).output)).toBe(0)
    }
  })
  test.each(SAMPLES)('%s: 0 pixels differ in poppler', async (sample) => {
    const [plain, archived] = await printBoth(sample)
    const pixels = (pdf: Uint8Array): Buffer => {
      const file = join(folder, 'p.pdf')
      writeFileSync(file, pdf)
      const { stdout, stderr } = spawnSync('pdftoppm', ['-r', '110', '-gray', file], { maxBuffer: 1 << 28 })
      expect(stderr.toString('utf8')).toBe('')
      return stdout
    }
    expect(Buffer.compare(pixels(archived), pixels(plain))).toBe(0)
  })
})

test.each(SAMPLES)('%s: the same text in pdf.js', async (sample) => {
  const [plain, archived] = await printBoth(sample)
  expect(await pdfJsText(archived)).toEqual(await pdfJsText(plain))
})
