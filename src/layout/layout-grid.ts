/** BoundGrid → Page[]: measure, divide into pages, place. Pure geometry on plain data. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FontBook } from '../fonts/face.js'
import { flatMap } from '../lists/flat-map.js'
import type { BoundGrid } from '../template/bound-grid.js'
import { drawRules } from './draw-rules.js'
import { createFurniture, headingHeight, placeHeading } from './furniture.js'
import type { Length } from './length.js'
import { measureGrid } from './measure-grid.js'
import { type MeasuredGrid, type MeasuredText, textHeight } from './measured.js'
import type { Page } from './page.js'
import { type PagePlan, type PageRooms, paginate } from './paginate.js'
import { placeCopy } from './place-copy.js'
import { type PlacedCell, placeRows } from './place-page.js'
import { setLines } from './set-lines.js'

/**
 * Lays a bound grid out on pages.
 * @param book faces that have a glyph for every character of the grid
 * @throws FormError `row-unplaceable` where the paper is too small for a single line; of kind `usage`, `foot-unplaceable` where
 *   the words of the page foot leave the paper; `heading-unplaceable` where those of the heading do
 */
export const layoutGrid = (grid: BoundGrid, book: FontBook): readonly Page[] => {
  const measured = measureGrid(grid, book)
  const rooms = pageRooms(measured)
  checkHeading(measured, rooms)
  const plans = paginate(measured, rooms)
  if ('unplaceableRow' in plans) throw unplaceable(measured, plans.unplaceableRow)
  const furnish = createFurniture(grid, book)
  const pages = plans.map((plan, index) => {
    const { head, foot } = furnish(index + 1, plans.length)
    return [...head, ...placeGrid(measured, rooms, plan, index), ...foot]
  })
  return numberParts(pages).map((cells, index) => assemblePage(grid, cells, index + 1, plans.length))
}

/** A heading is not divided: what of it would stand below the first page would be lost. Its longest line is named. */
const checkHeading = (grid: MeasuredGrid, { first }: PageRooms): void => {
  const blankBelow = grid.bound.heading.at(-1)?.after ?? 0
  if (first + blankBelow >= 0) return
  const [longest] = [...grid.heading].sort((a, b) => heightOf(b) - heightOf(a))
  const { path = '', label, sources = [] } = longest?.bound ?? {}
  // Words of the template or of the caller are the same for every form.
  throw new FormError([problem('heading-unplaceable', path, {}, label)], sources.length === 0 ? 'usage' : 'data')
}

const heightOf = (text: MeasuredText): Length => textHeight(text, text.lines.length, 0)

const pageRooms = (grid: MeasuredGrid): PageRooms => {
  const { paper, signature } = grid.bound
  const other = paper.height - paper.margin.top - paper.margin.bottom
  return { first: other - headingHeight(grid), other, beforeSignature: signature?.before ?? 0 }
}

const unplaceable = (grid: MeasuredGrid, row: number): FormError => {
  const cell = grid.rows[row]?.cells.find(({ bound }) => bound.path !== undefined)?.bound
  return new FormError([problem('row-unplaceable', cell?.path ?? '', {}, cell?.label)])
}

const placeGrid = (grid: MeasuredGrid, rooms: PageRooms, plan: PagePlan, index: number): readonly PlacedCell[] => {
  const heading = index === 0 ? placeHeading(grid) : []
  const top = grid.bound.paper.margin.top + (rooms.other - (index === 0 ? rooms.first : rooms.other))
  return [...heading, ...placeRows(grid, plan, top, rooms.beforeSignature)]
}

/** Tells every page part of a cell which one it is, out of how many. */
const numberParts = (pages: readonly (readonly PlacedCell[])[]): readonly (readonly PlacedCell[])[] => {
  if (pages.length === 1) return pages
  const counts = new Map<number, number>()
  for (const cells of pages) for (const { key } of cells) if (key !== undefined) addOne(counts, key)
  const seen = new Map<number, number>()
  return pages.map((cells) => cells.map((placed) => numberPart(placed, counts, seen)))
}

const numberPart = (placed: PlacedCell, counts: ReadonlyMap<number, number>, seen: Map<number, number>): PlacedCell => {
  const parts = placed.key === undefined || !placed.cell.framed ? 1 : (counts.get(placed.key) ?? 1)
  if (placed.key === undefined || parts === 1) return placed
  return { ...placed, cell: { ...placed.cell, part: addOne(seen, placed.key), parts } }
}

const addOne = (counts: Map<number, number>, key: number): number => {
  const count = (counts.get(key) ?? 0) + 1
  counts.set(key, count)
  return count
}

const assemblePage = (grid: BoundGrid, placed: readonly PlacedCell[], number: number, count: number): Page => {
  const cells = placed.map(({ cell }) => cell)
  return {
    number,
    width: grid.paper.width,
    height: grid.paper.height,
    cells,
    runs: flatMap(placed, ({ text }, index) => setLines(text, index)),
    rules: drawRules(cells, grid.rule),
    ...placeCopy(grid, cells, number, count),
  }
}
