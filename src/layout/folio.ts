/** The number of a page through a book: a small line at the foot, beside or below the page foot (GB/T 9704-2012, 7.5). */
import type { FontBook } from '../fonts/face.js'
import type { BoundGrid, TextStyle } from '../template/bound-grid.js'
import { MARGIN_GAP } from './furniture.js'
import { type Length, mm } from './length.js'
import { createBreakText } from './measure-grid.js'
import type { Page } from './page.js'
import { placeLines, setLines } from './set-lines.js'

/** Where the number of a page goes. Set for each page when it is laid out; the number comes later. */
export interface FolioPlace {
  readonly align: 'left' | 'right'
  readonly x: Length
  readonly y: Length
  readonly width: Length
}

/** Room for a number of seven digits between its dashes. */
const FOLIO_WIDTH = mm(24)

/** On the line of the page foot; where the foot's own words reach into its room, below them. */
export const findFolioPlace = (page: Page, grid: BoundGrid, align: FolioPlace['align']): FolioPlace => {
  const { paper, tracks, pageFoot } = grid
  const gridWidth = tracks.reduce((sum, track) => sum + track, 0)
  const x = align === 'left' ? paper.margin.left : paper.margin.left + gridWidth - FOLIO_WIDTH
  const taken = page.runs.some(
    (run) => page.cells[run.cell]?.role === 'pageFoot' && run.x < x + FOLIO_WIDTH && run.x + run.width > x,
  )
  const y = paper.height - paper.margin.bottom + MARGIN_GAP + (taken ? (pageFoot?.style.lineHeight ?? 0) : 0)
  return { align, x, y, width: FOLIO_WIDTH }
}

const NO_INSET = { x: 0, y: 0 }

/** Sets numbers, each as a page with nothing else on it. */
export const createFolio = (style: Omit<TextStyle, 'align'>, book: FontBook) => {
  const breakText = createBreakText(book)
  return (text: string, { align, x, y, width }: FolioPlace, paper: Pick<Page, 'width' | 'height'>): Page => {
    const own = { ...style, align }
    const box = { x, y, width, height: style.lineHeight }
    const cell = { role: 'pageFoot', ...box, framed: false, part: 1, parts: 1, repeated: false } as const
    const runs = setLines(placeLines(breakText(text, own, width), own, box, NO_INSET), 0)
    return { number: 1, ...paper, cells: [cell], runs, rules: [] }
  }
}
