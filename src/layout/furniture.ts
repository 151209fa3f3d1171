/** What stands around the grid: the title above it, the page head and the page foot in the margins. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FontBook } from '../fonts/face.js'
import { type BoundGrid, type BoundText, withNames } from '../template/bound-grid.js'
import type { Line } from '../text/break-lines.js'
import { splitClusters } from '../text/clusters.js'
import { normalise } from '../text/normalise.js'
import { type Length, mm } from './length.js'
import { type BreakText, createBreakText } from './measure-grid.js'
import { type MeasuredGrid, textHeight } from './measured.js'
import type { CellRole } from './page.js'
import type { PlacedCell } from './place-page.js'
import { placeLines } from './set-lines.js'

/** Page head and foot keep this distance from the type area. */
export const MARGIN_GAP = mm(2)

const NO_INSET = { x: 0, y: 0 }

/** A text box that is no cell of the grid. */
const placeBox = (
  role: CellRole,
  bound: BoundText,
  lines: readonly Line[],
  box: { readonly x: Length; readonly y: Length; readonly width: Length; readonly height: Length },
): PlacedCell => {
  const { x, y, width, height } = box
  const cell = { role, x, y, width, height, framed: false, part: 1, parts: 1, repeated: role === 'pageHead' }
  return { key: undefined, cell: withNames(cell, bound), text: placeLines(lines, bound.style, box, NO_INSET) }
}

/** As wide as the grid. */
const boxAt = ({ paper, tracks }: BoundGrid, y: Length, height: Length) => ({
  x: paper.margin.left,
  y,
  width: tracks.reduce((sum, track) => sum + track, 0),
  height,
})

/** Title and subtitle, from the upper margin down. */
export const placeHeading = (grid: MeasuredGrid): readonly PlacedCell[] => {
  let y = grid.bound.paper.margin.top
  return grid.bound.heading.map((line, index) => {
    const lines = grid.heading[index]?.lines ?? []
    const box = boxAt(grid.bound, y, lines.length * line.style.lineHeight)
    y += box.height + line.after
    return placeBox(line.role, line, lines, box)
  })
}

/** Height of the heading with the space behind each of its lines. */
export const headingHeight = (grid: MeasuredGrid): Length =>
  grid.heading.reduce((sum, text, index) => {
    const after = grid.bound.heading[index]?.after ?? 0
    return sum + textHeight(text, text.lines.length, 0) + after
  }, 0)

/** Page head and foot of every page, measured with the faces of the book. */
export const createFurniture = (grid: BoundGrid, book: FontBook) => {
  const breakText = createBreakText(book)
  // The head is the same on every page: set once.
  const pageHead = grid.pageHead ? [placeHead(grid, grid.pageHead, breakText)] : []
  return (number: number, count: number): { head: readonly PlacedCell[]; foot: readonly PlacedCell[] } => ({
    head: number === 1 ? [] : pageHead,
    foot: placeFoot(grid, breakText, number, count),
  })
}

const placeHead = (grid: BoundGrid, head: BoundText, breakText: BreakText): PlacedCell => {
  const { lineHeight } = head.style
  const box = boxAt(grid, grid.paper.margin.top - MARGIN_GAP - lineHeight, lineHeight)
  return placeBox('pageHead', head, cutToOneLine(head, box.width, breakText), box)
}

const ELLIPSIS = '……'

/** More than one line of the narrowest characters can hold. */
const LONGEST_HEAD = 1000

/** A repeat, not the print of the field: a long name is cut, wherever it may be, to one line with ……. */
const cutToOneLine = (bound: BoundText, width: Length, breakText: BreakText): readonly Line[] => {
  // Of a very long name a few hundred characters are looked at; the last may be half of one and is left out.
  const text = splitClusters(normalise(bound.text).replaceAll('\n', ' ').slice(0, LONGEST_HEAD))
    .slice(0, LONGEST_HEAD - 1)
    .join('')
  const [line] = breakText(text, bound.style, Number.POSITIVE_INFINITY)
  if (!line || line.width <= width) return line ? [line] : []
  const words = line.clusters.map((cluster) => cluster.text)
  // Few clusters are narrower than a fifth of an em; and marks widen again where their neighbour is cut off, so it is tried.
  let kept = Math.min(words.length, Math.floor((5 * width) / bound.style.size))
  let cut = setLine(words.slice(0, kept), bound, breakText)
  while (kept > 0 && cut.width > width) cut = setLine(words.slice(0, --kept), bound, breakText)
  return [cut]
}

const setLine = (words: readonly string[], bound: BoundText, breakText: BreakText): Line =>
  breakText(words.join('').trimEnd() + ELLIPSIS, bound.style, Number.POSITIVE_INFINITY)[0] as Line

/** The page number and, on the line below it, the verification code; each as many lines as it needs. */
const placeFoot = (grid: BoundGrid, breakText: BreakText, page: number, pages: number): readonly PlacedCell[] => {
  const { pageFoot, copy, paper } = grid
  const foot = pageFoot === undefined ? [] : [numberPage(pageFoot, page, pages)]
  let y = paper.height - paper.margin.bottom + MARGIN_GAP
  const placed = [...foot, ...(copy?.proof ? [copy.proof.text] : [])].map((text) => {
    const { lines, x, width } = setFootLines(grid, text, breakText)
    const box = { x, y, width, height: Math.max(1, lines.length) * text.style.lineHeight }
    y += box.height
    return placeBox('pageFoot', text, lines, box)
  })
  if (placed.length > 0 && y > paper.height) throw new FormError([problem('foot-unplaceable', '', {})], 'usage')
  return placed
}

const numberPage = (foot: BoundText, page: number, pages: number): BoundText => ({
  ...foot,
  text: foot.text.replaceAll('{page}', () => String(page)).replaceAll('{pages}', () => String(pages)),
})

/** Four of the 25 modules of a QR code stay white around it (ISO/IEC 18004, 5.3.8). */
const QUIET_ZONE = 4 / 25

/** As wide as the grid; beside the QR code, which stands at the right, no wider than leaves it free. */
const setFootLines = (grid: BoundGrid, { text, style }: BoundText, breakText: BreakText) => {
  const whole = boxAt(grid, 0, 0)
  const qr = grid.copy?.proof?.qr ?? 0
  const beside = qr === 0 ? 0 : Math.max(MARGIN_GAP, Math.ceil(qr * QUIET_ZONE)) + qr
  const free = whole.width - 2 * beside
  const lines = breakText(text, style, whole.width)
  if (free <= 0 || lines.every((line) => line.width <= free)) return { lines, x: whole.x, width: whole.width }
  return { lines: breakText(text, style, free), x: whole.x + beside, width: free }
}
