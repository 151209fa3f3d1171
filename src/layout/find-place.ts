/** Finds where fields stand on paper, for findings. */
import type { Place } from '../diagnostics/diagnostic.js'
import { toMm } from './length.js'
import type { Cell, Page } from './page.js'

/**
 * A finder for the pages of one form. The place of a field is its own cell, else the cell it is part of the text of
 * (`department.code` in `department`), else the first cell of anything inside it (`indicators[3]`).
 */
export const createPlaceFinder = (pages: readonly Page[]): ((path: string) => Place | undefined) => {
  const own = new Map<string, Found>()
  for (const page of pages) {
    for (const cell of page.cells)
      if (!cell.repeated && cell.path !== undefined && !own.has(cell.path)) own.set(cell.path, { page, cell })
  }
  // Few findings name what has no cell of its own: what lies inside what is asked for the first time one does.
  let inner: ReadonlyMap<string, Found> | undefined
  return (path) => {
    const outer = own.get(path) ?? firstOf(ancestors(path), own)
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

const firstOf = (paths: readonly string[], own: ReadonlyMap<string, Found>): Found | undefined => {
  const path = paths.find((outer) => own.has(outer))
  return path === undefined ? undefined : own.get(path)
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
