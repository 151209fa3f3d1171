/**
 * Pages → the cells of the form, each once, whatever pages it stands on; and what every stretch of text on a page is
 * to a reader: content of a cell, or an artifact (ISO 32000-1, 14.8.2.2).
 */
import type { Cell, Page } from '../../layout/page.js'

/** A stretch of marked content (14.6): page by index, and its number on that page. */
export interface ContentPiece {
  readonly page: number
  readonly mcid: number
}

/** A cell of the form with its content from all pages. */
export interface LogicalCell {
  /** The first of its page parts. */
  readonly cell: Cell
  readonly text: string
  readonly pieces: readonly ContentPiece[]
}

/** What a stretch of a page's text is: neighbouring runs of one cell. */
export type Stretch =
  | { readonly kind: 'content'; readonly cell: LogicalCell; readonly mcid: number }
  | { readonly kind: 'artifact'; readonly of: 'pageHead' | 'pageFoot' | 'repeat' }

export interface CollectedCells {
  /** In the order in which they first appear. */
  readonly cells: readonly LogicalCell[]
  /** For each page its stretches of text, in the order of its runs. */
  readonly stretches: readonly (readonly Stretch[])[]
}

/** A cell that is being collected. */
interface Draft {
  readonly cell: Cell
  text: string
  readonly pieces: ContentPiece[]
}

export function collectCells(pages: readonly Page[]): CollectedCells {
  const drafts = new Map<string, Draft>()
  const stretches = pages.map((page, index) => collectPage(page, index, drafts))
  return { cells: [...drafts.values()], stretches }
}

function collectPage(page: Page, index: number, drafts: Map<string, Draft>): readonly Stretch[] {
  const proof = index === 0 ? proofOf(page) : -1
  const found = page.cells.map((cell, at) => (at === proof ? registerOnce : register)(cell, `${index} ${at}`, drafts))
  const stretches: Stretch[] = []
  let mcid = 0
  let last = -1
  for (const run of page.runs) {
    const draft = found[run.cell]
    if (run.cell !== last && draft) draft.pieces.push({ page: index, mcid })
    if (run.cell !== last)
      stretches.push(draft ? { kind: 'content', cell: draft, mcid: mcid++ } : artifactOf(page, run.cell))
    if (draft) draft.text += run.text
    last = run.cell
  }
  return stretches
}

/** The draft that a page part belongs to; none for what stands there again, or in the margins. */
function register(cell: Cell, place: string, drafts: Map<string, Draft>): Draft | undefined {
  if (cell.role === 'pageHead' || cell.role === 'pageFoot') return undefined
  const key = cell.row === undefined ? place : `${cell.role} ${cell.row} ${cell.column}`
  const known = drafts.get(key)
  return known ? (cell.repeated ? undefined : known) : registerOnce(cell, key, drafts)
}

function registerOnce(cell: Cell, key: string, drafts: Map<string, Draft>): Draft {
  const draft: Draft = { cell, text: '', pieces: [] }
  drafts.set(key, draft)
  return draft
}

/**
 * The page foot that says in letters what the QR code says, or −1. It stands on every page and is read on the first:
 * who cannot see the paper needs the verification code too.
 */
function proofOf({ cells, runs, marks = [] }: Page): number {
  const code = marks.find(({ kind }) => kind === 'qr')
  if (code?.kind !== 'qr') return -1
  const words = (at: number): string =>
    runs
      .filter((run) => run.cell === at)
      .map(({ text }) => text)
      .join('')
  return cells.findIndex(({ role }, at) => role === 'pageFoot' && words(at).includes(code.text))
}

function artifactOf(page: Page, cell: number): Stretch {
  const role = page.cells[cell]?.role
  return { kind: 'artifact', of: role === 'pageHead' || role === 'pageFoot' ? role : 'repeat' }
}
