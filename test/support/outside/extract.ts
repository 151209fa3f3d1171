/** What other programs read out of a PDF: their text, and where each character stands. Points, origin top-left. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFParse } from 'pdf-parse'

export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** One character (MuPDF) or one word without blanks (Poppler). */
export interface Glyph extends Box {
  readonly text: string
  /** Where it stands, whatever box its font draws around it; MuPDF only. */
  readonly baseline?: number
}

const MOST_OUTPUT = 1 << 30

/** Runs a program on a PDF that lies in a folder of its own; `{pdf}` stands for the file. */
export const onPdf = (pdf: Uint8Array, tool: string, args: readonly string[]): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-pdf-'))
  const file = join(folder, 'form.pdf')
  try {
    writeFileSync(file, pdf)
    const run = spawnSync(
      tool,
      args.map((arg) => arg.replace('{pdf}', file)),
      { maxBuffer: MOST_OUTPUT },
    )
    if (run.error) throw run.error
    if (run.status !== 0) throw new Error(`${tool} ${args.join(' ')}: exit ${run.status}\n${run.stderr.toString()}`)
    return run.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Pages of `pdftotext -raw`: the order of the content streams. */
export const popplerPages = (pdf: Uint8Array): readonly string[] =>
  onPdf(pdf, 'pdftotext', ['-raw', '-enc', 'UTF-8', '{pdf}', '-']).toString('utf8').replace(/\f$/, '').split('\f')

export const popplerWords = (pdf: Uint8Array): readonly (readonly Glyph[])[] =>
  onPdf(pdf, 'pdftotext', ['-bbox', '-enc', 'UTF-8', '{pdf}', '-'])
    .toString('utf8')
    .split('<page ')
    .slice(1)
    .map((page) =>
      Array.from(
        page.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)<\/word>/g),
        ([, x0, y0, x1, y1, text]) => ({
          text: unescapeXml(text ?? ''),
          x0: Number(x0),
          y0: Number(y0),
          x1: Number(x1),
          y1: Number(y1),
        }),
      ),
    )

export const mupdfGlyphs = (pdf: Uint8Array): readonly (readonly Glyph[])[] =>
  onPdf(pdf, 'mutool', ['draw', '-q', '-F', 'stext', '-o', '-', '{pdf}'])
    .toString('utf8')
    .split('<page ')
    .slice(1)
    .map((page) =>
      Array.from(
        page.matchAll(
          /<char quad="(\S+) (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) (\S+)" x="\S+" y="(\S+)"[^>]* c="([^"]*)"\/>/g,
        ),
        ([, x0, y0, x1, , , y1, , , baseline, text]) => ({
          text: unescapeXml(text ?? ''),
          x0: Number(x0),
          y0: Number(y0),
          x1: Number(x1),
          y1: Number(y1),
          baseline: Number(baseline),
        }),
      ),
    )

export const pdfParsePages = async (pdf: Uint8Array): Promise<readonly string[]> => {
  // The parser takes the buffer over.
  const parser = new PDFParse({ data: pdf.slice() })
  try {
    const { pages } = await parser.getText({ disableNormalization: true })
    return pages.map((page) => page.text)
  } finally {
    await parser.destroy()
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : (ENTITIES[name ?? ''] ?? whole),
  )
