/** Where cover and contents lead: the row of an entry to its form, what names a department to the first form of it. */
import type { Cell, Page } from '../layout/page.js'
import type { SheetLink, Target } from '../paint/book/sheet.js'
import type { BookPlan } from './arrange-book.js'

/** @param targetOf the head of a page of the book, by its number */
export const findLinks = (page: Page, plan: BookPlan, targetOf: (page: number) => Target): readonly SheetLink[] => {
  const areas = new Map<string, { readonly target: Target; readonly cells: Cell[] }>()
  for (const cell of page.cells) {
    const [key, department, entry] = LINKED.exec(cell.path ?? '') ?? []
    if (key === undefined) continue
    const number = plan.departments[Number(department)]?.forms[Number(entry ?? 0)]?.page
    if (number === undefined) continue
    const area = areas.get(key) ?? { target: targetOf(number), cells: [] }
    areas.set(key, area)
    area.cells.push(cell)
  }
  return [...areas.values()].map(({ target, cells }) => ({ ...around(cells), target }))
}

/** The paths of `BookCover` and `BookContents`. */
const LINKED = /^departments\[(\d+)\](?:\.entries\[(\d+)\])?/

/** The cells of a row stand side by side, and so do those that name a department. */
const around = (cells: readonly Cell[]): Omit<SheetLink, 'target'> => {
  const x = Math.min(...cells.map((cell) => cell.x))
  const y = Math.min(...cells.map((cell) => cell.y))
  const right = Math.max(...cells.map((cell) => cell.x + cell.width))
  const bottom = Math.max(...cells.map((cell) => cell.y + cell.height))
  return { x, y, width: right - x, height: bottom - y }
}
