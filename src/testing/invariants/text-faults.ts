/** Every character that the template prints is in the PDF, once, in its own cell, in order, and known by its code point. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { problem } from '../../diagnostics/make-problem.js'
import { toMm } from '../../layout/length.js'
import type { Cell, Page } from '../../layout/page.js'
import type { BoundGrid } from '../../template/bound-grid.js'
import { normalise } from '../../text/normalise.js'
import { compareTexts } from '../layout/compare-texts.js'
import type { PrintedCharacter, PrintedPage } from '../pdf/read-pdf.js'
import { type ExpectedCell, expectedCells, findExpected, standsAgain } from './filled-form.js'

/** What was found in one cell of one page. */
interface Found {
  readonly page: Page
  readonly cell: Cell
  readonly text: string
}

/**
 * @param pages the layout that says where the cells are, in raw units
 * @param printed what `readPdf` read from the PDF
 * @returns `text-incomplete`, `text-astray`, `glyph-unmapped`, `page-count`
 */
export const textFaults = (
  grid: BoundGrid,
  pages: readonly Page[],
  printed: readonly PrintedPage[],
): readonly Diagnostic[] => {
  if (pages.length !== printed.length)
    return [problem('page-count', '', { found: printed.length, expected: pages.length })]
  const found = pages.flatMap((page, index) => gather(page, printed[index]?.characters ?? []))
  return [
    ...found.flatMap((one) => ('faults' in one ? one.faults : [])),
    ...compareAll(
      grid,
      found.flatMap((one) => ('faults' in one ? [] : [one])),
    ),
  ]
}

/** Characters by the cell that their origin lies in. */
const gather = (
  page: Page,
  characters: readonly PrintedCharacter[],
): readonly (Found | { readonly faults: readonly Diagnostic[] })[] => {
  const boxes = page.cells.map((cell) => ({
    cell,
    left: toMm(cell.x),
    right: toMm(cell.x + cell.width),
    top: toMm(cell.y),
    bottom: toMm(cell.y + cell.height),
    inside: [] as PrintedCharacter[],
  }))
  const astray: PrintedCharacter[] = []
  for (const character of characters) {
    const x = character.x + NUDGE
    const box = boxes.find(
      ({ left, right, top, bottom }) =>
        left <= x && x < right && top <= character.baseline && character.baseline <= bottom,
    )
    if (box) box.inside.push(character)
    else if (character.text.trim() !== '') astray.push(character)
  }
  return [
    ...boxes.map(({ cell, inside }) => ({ page, cell, text: readingOrder(inside) })),
    { faults: [...strays(page, astray), ...unmapped(page, characters)] },
  ]
}

/** PDFium's places are single precision. */
const NUDGE = 0.02

const readingOrder = (characters: readonly PrintedCharacter[]): string =>
  characters
    .toSorted((a, b) => (Math.abs(a.baseline - b.baseline) < 0.3 ? a.x - b.x : a.baseline - b.baseline))
    .map(({ text }) => text)
    .join('')

const strays = (page: Page, astray: readonly PrintedCharacter[]): readonly Diagnostic[] =>
  astray.length === 0
    ? []
    : [problem('text-astray', '', { page: page.number, text: astray.map(({ text }) => text).join('') })]

const unmapped = (page: Page, characters: readonly PrintedCharacter[]): readonly Diagnostic[] =>
  characters
    .filter(({ unmapped, text }) => unmapped || text === '\u0000' || text === '\ufffd')
    .map(({ font, x, baseline }) =>
      problem('glyph-unmapped', '', {
        page: page.number,
        font,
        x: Math.round(x * 100) / 100,
        y: Math.round(baseline * 100) / 100,
      }),
    )

const strip = (text: string): string => normalise(text).replace(/\s/g, '')

/** Several page parts of one cell are one text; what stands again is compared each time. */
const compareAll = (grid: BoundGrid, found: readonly Found[]): readonly Diagnostic[] => {
  const expected = expectedCells(grid)
  const once = new Map<ExpectedCell, { readonly page: number; text: string }>(
    expected.filter((cell) => !standsAgain(cell)).map((cell) => [cell, { page: 1, text: '' }]),
  )
  const faults: Diagnostic[] = []
  for (const { page, cell, text } of found) {
    const owner = findExpected(expected, cell.row, cell.column)
    if (owner && !standsAgain(owner)) {
      const sofar = once.get(owner)
      once.set(owner, { page: sofar?.text ? sofar.page : page.number, text: (sofar?.text ?? '') + strip(text) })
    } else faults.push(...compareRepeated(grid, page, cell, text, owner))
  }
  return [
    ...faults,
    ...[...once].flatMap(([{ bound }, { page, text }]) =>
      tell(strip(bound.text), text, page, bound.label ?? bound.path ?? bound.role, bound.path ?? ''),
    ),
  ]
}

const compareRepeated = (
  grid: BoundGrid,
  page: Page,
  cell: Cell,
  text: string,
  owner: ExpectedCell | undefined,
): readonly Diagnostic[] => {
  const words = strip(text)
  const candidates = owner ? [owner.bound.text, owner.bound.text + grid.continuation] : wordsAround(grid, page, cell)
  if (candidates.some((candidate) => strip(candidate) === words)) return []
  if (cell.role === 'pageHead' && isCut(strip(grid.pageHead?.text ?? ''), words)) return []
  const name = owner ? strip(owner.bound.text) : (cell.label ?? cell.role)
  return tell(strip(candidates[0] ?? ''), words, page.number, name, cell.path ?? '')
}

/** Title, subtitle, page head and page foot. The foot is held against the layout, whose number `pageNumberFaults` checks. */
const wordsAround = (grid: BoundGrid, page: Page, cell: Cell): readonly string[] => {
  if (cell.role === 'pageHead') return [grid.pageHead?.text ?? '']
  if (cell.role === 'pageFoot')
    return [page.runs.flatMap((run) => (page.cells[run.cell] === cell ? [run.text] : [])).join('')]
  return grid.heading.filter(({ role }) => role === cell.role).map(({ text }) => text)
}

/** The page head is a repeat: a long name may be cut to one line with ……. */
const isCut = (whole: string, words: string): boolean => words.endsWith('……') && whole.startsWith(words.slice(0, -2))

const tell = (expected: string, found: string, page: number, cell: string, path: string): readonly Diagnostic[] => {
  const difference = compareTexts(expected, found)
  if (!difference) return []
  const { kind, before, after, following } = difference
  return [problem(`text-incomplete/${kind}`, path, { page, cell, before, after, following })]
}
