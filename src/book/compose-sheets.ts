/** A planned book as the list of its sheets: blank ones where a form must wait for a right-hand page, numbers at the foot. */

import type { FolioPlace } from '../layout/folio.js'
import { type Length, mm } from '../layout/length.js'
import type { Page } from '../layout/page.js'
import type { Sheet } from '../paint/book/sheet.js'
import type { BookPlan } from './arrange-book.js'
import type { BookChoice } from './book-options.js'

/** Bound at the left on odd pages, and with two sides at the right on even ones. @param number of a page, from 1 */
export const shiftOf = (number: number, { gutter, duplex }: Pick<BookChoice, 'gutter' | 'duplex'>): Length =>
  duplex && number % 2 === 0 ? -mm(gutter) : mm(gutter)

/** The outer edge. */
export const edgeOf = (number: number, duplex: boolean): FolioPlace['align'] =>
  duplex && number % 2 === 0 ? 'left' : 'right'

/** Sets the number of a page. */
export type SetFolio = (number: number, place: FolioPlace, paper: Pick<Page, 'width' | 'height'>) => Page

export function* bodySheets(plan: BookPlan, setFolio: SetFolio): Generator<Sheet> {
  let last = 0
  let paper: Pick<Sheet, 'width' | 'height'> | undefined
  for (const { entry, page } of plan.departments.flatMap(({ forms }) => forms)) {
    for (; last + 1 < page; last++) if (paper !== undefined) yield blankSheet(paper)
    for (const { painted, folio } of entry.pages) {
      const { width, height } = painted
      paper = { width, height }
      yield { ...painted, folio: setFolio(++last, folio, paper) }
    }
  }
}

/** Counted like any other page, and nothing stands on it. */
export const blankSheet = ({ width, height }: Pick<Sheet, 'width' | 'height'>): Sheet => ({ width, height, shift: 0 })
