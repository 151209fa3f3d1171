/** Finds where fields stand on paper, for findings. */
import type { Place } from '../diagnostics/diagnostic.js'
import type { BoundGrid } from '../template/bound-grid.js'
import { textsOf } from '../template/texts-of.js'
import { toMm } from './length.js'
import type { Cell, Page } from './page.js'

/**
 * A finder for the pages of one form. The place of a field is its own cell, else the cell it is part of the text of
 * (`department.code` in `department`), else the first cell of anything inside it (`indicators[3]`).
 * A cell with several fields bears the path they have in common, and is no place for other fields under that path.
 */
export const createPlaceFinder = (grid: BoundGrid, pages: readonly Page[]): ((path: string) => Place | undefined) => {
  const own = new Map<string, Found>()
  for (const page of pages) {
    for (const cell of page.cells)
      if (!cell.repeated && cell.path !== undefined && !own.has(cell.path)) own.set(cell.path, { page, cell })
  }
  // Few findings name what has no cell of its own: what is part of what is asked for the first time one does.
  let parts: ReadonlyMap<string, Found> | undefined
  let inner: ReadonlyMap<string, Found> | undefined
  return (path) => {
    const cell = own.get(path)
    if (cell !== undefined) return placeOf(cell)
    parts ??= bySource(grid, own)
    const outer = firstOf([path, ...ancestors(path)], parts)
    if (outer !== undefined) return placeOf(outer)
    inner ??= firstInside(own)
    const inside = inner.get(path)
    return inside && placeOf(inside)
  }
}

interface Found {
  readonly page: Page
  readonly cell: Cell
}

/** For every field that is in the text of a cell the first such cell. */
const bySource = (grid: BoundGrid, own: ReadonlyMap<string, Found>): ReadonlyMap<string, Found> => {
  const parts = new Map<string, Found>()
  for (const { sources, path } of textsOf(grid)) {
    const found = path === undefined ? undefined : own.get(path)
    if (found !== undefined) for (const source of sources) if (!parts.has(source)) parts.set(source, found)
  }
  return parts
}

const firstOf = (paths: readonly string[], cells: ReadonlyMap<string, Found>): Found | undefined => {
  const path = paths.find((outer) => cells.has(outer))
  return path === undefined ? undefined : cells.get(path)
}

/** For everything that holds a cell the first one inside it. */
const firstInside = (own: ReadonlyMap<string, Found>): ReadonlyMap<string, Found> => {
  const inner = new Map<string, Found>()
  for (const [path, found] of own) for (const outer of ancestors(path)) if (!inner.has(outer)) inner.set(outer, found)
  return inner
}

/** `a.b[0].c` lies in `a.b[0]`, `a.b` and `a`, the nearest first. */
const ancestors = (path: string): readonly string[] => {
  const outer: string[] = []
  for (let rest = path; ; ) {
    const end = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['))
    if (end <= 0) return outer
    rest = rest.slice(0, end)
    outer.push(rest)
  }
}

const placeOf = ({ page, cell: { x, y, width, height } }: Found): Place => ({
  page: page.number,
  x: toMm(x),
  y: toMm(y),
  width: toMm(width),
  height: toMm(height),
})
