/** pdf.js (through pdf-parse), Poppler, MuPDF, qpdf and PDFium open every sample in every variant without a warning, with all its pages. */
import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFParse, VerbosityLevel } from 'pdf-parse'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { renderForm } from '../../src/index.js'
import { readPdf } from '../../src/testing/pdf/read-pdf.js'
import { performanceTarget } from '../../templates/index.js'
import { needs } from '../support/outside/needs.js'
import { inFolder } from '../support/outside/run-cli.js'
import { readSample, sampleFile } from './printed-sample.js'

interface Printed {
  readonly name: string
  readonly pdf: Uint8Array
  readonly pages: number
}

const printed: Printed[] = []

beforeAll(async () => {
  for (const file of readdirSync(new URL('.', sampleFile('x'))).sort()) {
    for (const template of Object.keys(performanceTarget.templates)) {
      const { pdf, pages } = await renderForm(performanceTarget, readSample(file.replace('.json', '')), { template })
      printed.push({ name: `${file} ${template}`, pdf, pages: pages.length })
    }
  }
})

/** What a program says of itself and not of the file: Debian builds MuPDF without colour management. */
const OWN_WORDS = /^warning: ICC support is not available\n/gm

/** What a program says of each file; nothing is expected. */
const complaints = (tool: string, args: (file: string) => readonly string[]): Promise<readonly string[]> =>
  inFolder(async (folder) =>
    printed.flatMap(({ name, pdf }, index) => {
      const file = join(folder, `${index}.pdf`)
      writeFileSync(file, pdf)
      const { status, stderr } = spawnSync(tool, args(file), { encoding: 'utf8', maxBuffer: 1 << 28 })
      const words = stderr.replace(OWN_WORDS, '')
      return status === 0 && words === '' ? [] : [`${name}: exit ${status} ${words}`]
    }),
  )

needs('pdftotext')('Poppler', () => {
  it('reads all without a word', async () =>
    expect(await complaints('pdftotext', (file) => [file, '/dev/null'])).toEqual([]))
})

needs('mutool')('MuPDF', () => {
  it('reads all without a word', async () =>
    expect(await complaints('mutool', (file) => ['draw', '-q', '-F', 'txt', '-o', '/dev/null', file])).toEqual([]))
})

needs('qpdf')('qpdf', () => {
  it('finds no fault in the files', async () =>
    expect(await complaints('qpdf', (file) => ['--check', '--no-warn', file])).toEqual([]))
})

describe('in JavaScript', () => {
  it('pdf.js reads all without a warning', async () => {
    const spies = (['log', 'warn', 'error'] as const).map((method) =>
      vi.spyOn(console, method).mockImplementation(() => undefined),
    )
    try {
      for (const { name, pdf, pages } of printed) {
        const parser = new PDFParse({ data: pdf.slice(), verbosity: VerbosityLevel.WARNINGS })
        expect((await parser.getText()).pages, name).toHaveLength(pages)
        await parser.destroy()
      }
      expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([])
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
  })

  it('PDFium reads all, every glyph with a character', async () => {
    for (const { name, pdf, pages } of printed) {
      const read = await readPdf(pdf)
      expect(read, name).toHaveLength(pages)
      expect(
        read.flatMap(({ characters }) => characters.filter(({ unmapped }) => unmapped)),
        name,
      ).toEqual([])
    }
  })
})
