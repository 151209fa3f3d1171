/** Finds where fields stand on paper, for findings. */
import type { Place } from '../diagnostics/diagnostic.js'
import { toMm } from './length.js'
import type { Cell, Page } from './page.js'

/**
 * A finder for the pages of one form. The place of a field is its own cell, else the cell it is part of the text of
 * (`department.code` in `department`), else the first cell of anything inside it (`indicators[3]`).
 */
export const createPlaceFinder = (pages: readonly Page[]): ((path: string) => Place | undefined) => {
  const own = new Map<string, Place>()
  const inner = new Map<string, Place>()
  for (const page of pages) {
    for (const cell of page.cells)
      if (!cell.repeated && cell.path !== undefined) note(own, inner, cell.path, placeOf(page, cell))
  }
  return (path) =>
    own.get(path) ??
    ancestors(path)
      .map((outer) => own.get(outer))
      .find((place) => place !== undefined) ??
    inner.get(path)
}

const note = (own: Map<string, Place>, inner: Map<string, Place>, path: string, place: Place): void => {
  if (!own.has(path)) own.set(path, place)
  for (const outer of ancestors(path)) if (!inner.has(outer)) inner.set(outer, place)
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

const placeOf = (page: Page, { x, y, width, height }: Cell): Place => ({
  page: page.number,
  x: toMm(x),
  y: toMm(y),
  width: toMm(width),
  height: toMm(height),
})
