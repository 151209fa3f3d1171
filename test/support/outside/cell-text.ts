/** Puts what other programs read back into the cells of the layout, by position alone. */
import { toPt } from '../../../src/layout/length.js'
import type { Cell, Page } from '../../../src/layout/page.js'
import { visible } from './expected-print.js'
import type { Glyph } from './extract.js'

export interface FilledCell {
  readonly cell: Cell
  readonly page: number
  /** In reading order: from top to bottom, then from left to right. */
  readonly glyphs: readonly Glyph[]
  readonly text: string
}

/** A letter has ink there, in points. */
const ABOVE_BASELINE = 2

/** The cells of a page with their glyphs, and the glyphs that stand in none. */
export const fillCells = (
  page: Page,
  glyphs: readonly Glyph[],
): { readonly cells: readonly FilledCell[]; readonly strays: readonly Glyph[] } => {
  const boxes = page.cells.map(({ x, y, width, height }) => ({
    x0: toPt(x),
    y0: toPt(y),
    x1: toPt(x + width),
    y1: toPt(y + height),
  }))
  const held: Glyph[][] = page.cells.map(() => [])
  const strays: Glyph[] = []
  // Cells come in reading order, glyphs nearly so: the last cell found is tried first.
  let last = 0
  for (const glyph of glyphs) {
    const x = (glyph.x0 + glyph.x1) / 2
    const y = glyph.baseline === undefined ? (glyph.y0 + glyph.y1) / 2 : glyph.baseline - ABOVE_BASELINE
    const holds = (index: number): boolean => {
      const box = boxes[index]
      return box !== undefined && x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1
    }
    const found = holds(last) ? last : boxes.findIndex((_, index) => holds(index))
    if (found < 0) strays.push(glyph)
    else {
      held[found]?.push(glyph)
      last = found
    }
  }
  const cells = page.cells.map((cell, index) => {
    const sorted = inLines(held[index] ?? [])
    return { cell, page: page.number, glyphs: sorted, text: visible(sorted.map((glyph) => glyph.text).join('')) }
  })
  return { cells, strays: strays.filter((glyph) => visible(glyph.text) !== '') }
}

/** Lines lie at least 10 pt apart; what differs by less than 3 pt in height stands in one line. */
const inLines = (glyphs: readonly Glyph[]): readonly Glyph[] => {
  const byHeight = glyphs
    .map((glyph, order) => ({ glyph, order, bottom: glyph.baseline ?? glyph.y1 }))
    .sort((a, b) => a.bottom - b.bottom)
  const lines: (typeof byHeight)[] = []
  for (const one of byHeight) {
    const line = lines.at(-1)
    if (line?.[0] && one.bottom - line[0].bottom < 3) line.push(one)
    else lines.push([one])
  }
  return lines.flatMap((line) =>
    line.sort((a, b) => a.glyph.x0 - b.glyph.x0 || a.order - b.order).map(({ glyph }) => glyph),
  )
}

/** Text of the layout's own cells, white space aside, in the layout's order. */
export const cellTexts = (page: Page): readonly string[] => {
  const texts = page.cells.map(() => '')
  for (const run of page.runs) texts[run.cell] += run.text
  return texts.map(visible)
}

/** Says where two texts part, instead of showing 50,000 characters twice. */
export const difference = (found: string, wanted: string): string | undefined => {
  if (found === wanted) return undefined
  let at = 0
  while (at < found.length && found[at] === wanted[at]) at++
  const excerpt = (text: string): string =>
    `…${text.slice(Math.max(0, at - 10), at)}▸${text.slice(at, at + 20)}… (${text.length})`
  return `from ${at}: found ${excerpt(found)} wanted ${excerpt(wanted)}`
}
