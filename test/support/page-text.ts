/** Reads laid-out pages back for assertions. */
import type { Cell, Page } from '../../src/layout/page.js'

export interface ReadCell extends Cell {
  readonly page: number
  readonly lines: readonly string[]
  readonly text: string
}

export const readCells = (pages: readonly Page[]): readonly ReadCell[] =>
  pages.flatMap((page) =>
    page.cells.map((cell, index) => {
      const lines: string[] = []
      for (const run of page.runs) if (run.cell === index) lines[run.line] = (lines[run.line] ?? '') + run.text
      return { ...cell, page: page.number, lines: Array.from(lines, (line) => line ?? ''), text: lines.join('') }
    }),
  )

/** Text of every field over all its page parts, in order. */
export const textByPath = (pages: readonly Page[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  for (const cell of readCells(pages)) {
    if (cell.path === undefined || cell.repeated) continue
    texts.set(cell.path, (texts.get(cell.path) ?? '') + cell.text)
  }
  return texts
}
