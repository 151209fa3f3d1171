/** Where the letters really stand: glyph boxes as MuPDF finds them. Extracted text alone would pass for overprinted output. */
import type { RenderedForm } from '../../../src/index.js'
import { toPt } from '../../../src/layout/length.js'
import type { Page } from '../../../src/layout/page.js'
import { type FilledCell, fillCells } from './cell-text.js'
import type { Glyph } from './extract.js'

/** The PDF rounds to 0.001 pt, advances to thousandths of a font unit; more than this is no rounding. */
const ROUNDING = 0.03
/** No text is nearer to a rule, in millimetres. */
const LEAST_GAP = 0.3

const PT_PER_MM = 72 / 25.4

export const boxFaults = ({ pages }: RenderedForm, glyphs: readonly (readonly Glyph[])[]): readonly string[] =>
  pages.flatMap((page, index) => {
    const own = glyphs[index] ?? []
    const { cells, strays } = fillCells(page, own)
    return [
      ...strays.slice(0, 3).map(({ text }) => `“${text}” stands in no cell`),
      ...offPage(page, own),
      ...cells.flatMap((cell) => [...overprints(cell), ...leaves(cell)]),
      ...nearRules(page, own),
    ].map((fault) => `page ${page.number}: ${fault}`)
  })

const offPage = ({ width, height }: Page, glyphs: readonly Glyph[]): readonly string[] =>
  glyphs
    .filter(({ x0, y0, x1, y1 }) => x0 < 0 || y0 < 0 || x1 > toPt(width) || y1 > toPt(height))
    .map(({ text }) => `“${text}” leaves the page`)

/** Glyphs come line by line; each is compared with the next of its line and with the line above. */
const overprints = ({ glyphs, cell }: FilledCell): readonly string[] => {
  const inked = glyphs.filter(({ text, x0, x1 }) => text.trim() !== '' && x1 - x0 > ROUNDING)
  const found: string[] = []
  let lineTop = Number.NEGATIVE_INFINITY
  let lineBottom = Number.NEGATIVE_INFINITY
  let previous: Glyph | undefined
  for (const glyph of inked) {
    const sameLine = previous !== undefined && Math.abs(glyph.y1 - previous.y1) < 3
    if (sameLine && previous && glyph.x0 < previous.x1 - ROUNDING)
      found.push(`“${glyph.text}” over “${previous.text}” in ${cell.path ?? cell.role}`)
    if (!sameLine) {
      if (glyph.y0 < lineBottom - ROUNDING)
        found.push(`line with “${glyph.text}” over the line above in ${cell.path ?? cell.role}`)
      ;[lineTop, lineBottom] = [glyph.y0, glyph.y1]
    }
    lineTop = Math.min(lineTop, glyph.y0)
    lineBottom = Math.max(lineBottom, glyph.y1)
    previous = glyph
  }
  return found
}

const leaves = ({ cell, glyphs }: FilledCell): readonly string[] => {
  const [left, top, right, bottom] = [cell.x, cell.y, cell.x + cell.width, cell.y + cell.height].map(toPt) as [
    number,
    number,
    number,
    number,
  ]
  return glyphs
    .filter(
      ({ text, x0, y0, x1, y1 }) =>
        text.trim() !== '' &&
        (x0 < left - ROUNDING || y0 < top - ROUNDING || x1 > right + ROUNDING || y1 > bottom + ROUNDING),
    )
    .map(({ text }) => `“${text}” leaves ${cell.path ?? cell.role}`)
}

/** Least distance of a glyph box from the edge of a rule, in millimetres. */
export const leastGap = (page: Page, glyphs: readonly Glyph[]): { gap: number; text: string } => {
  let least = { gap: Number.POSITIVE_INFINITY, text: '' }
  const rules = page.rules.map(({ x1, y1, x2, y2, width }) => ({
    x0: toPt(Math.min(x1, x2) - width / 2),
    y0: toPt(Math.min(y1, y2) - width / 2),
    x1: toPt(Math.max(x1, x2) + width / 2),
    y1: toPt(Math.max(y1, y2) + width / 2),
  }))
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue
    for (const rule of rules) {
      const dx = Math.max(rule.x0 - glyph.x1, glyph.x0 - rule.x1, 0)
      const dy = Math.max(rule.y0 - glyph.y1, glyph.y0 - rule.y1, 0)
      const gap = Math.hypot(dx, dy) / PT_PER_MM
      if (gap < least.gap) least = { gap, text: glyph.text }
    }
  }
  return least
}

const nearRules = (page: Page, glyphs: readonly Glyph[]): readonly string[] => {
  const { gap, text } = leastGap(page, glyphs)
  return gap < LEAST_GAP ? [`“${text}” stands ${gap.toFixed(2)} mm from a rule`] : []
}
