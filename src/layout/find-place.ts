/** Finds where a field stands on paper, for findings. */
import type { Place } from '../diagnostics/diagnostic.js'
import { isWithin } from '../template/field-path.js'
import { toMm } from './length.js'
import type { Cell, Page } from './page.js'

/**
 * The first place of a field: its own cell, else the cell it is part of the text of (`department.code` in `department`),
 * else the first cell of anything inside it (`indicators[3]`).
 */
export const findPlace = (pages: readonly Page[], path: string): Place | undefined => {
  if (path === '') return undefined
  const tests: readonly ((cellPath: string) => boolean)[] = [
    (cellPath) => cellPath === path,
    (cellPath) => isWithin(path, cellPath),
    (cellPath) => isWithin(cellPath, path),
  ]
  for (const test of tests) {
    for (const page of pages) {
      const cell = page.cells.find((one) => !one.repeated && one.path !== undefined && test(one.path))
      if (cell) return placeOf(page, cell)
    }
  }
  return undefined
}

const placeOf = (page: Page, { x, y, width, height }: Cell): Place => ({
  page: page.number,
  x: toMm(x),
  y: toMm(y),
  width: toMm(width),
  height: toMm(height),
})
