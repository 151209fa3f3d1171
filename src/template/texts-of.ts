/** All that a grid prints of a form, once: cells, merged cells, heading and signature line. Page head and foot only repeat it. */
import type { BoundGrid, BoundText } from './bound-grid.js'

export const textsOf = (grid: BoundGrid): readonly BoundText[] => {
  const texts: BoundText[] = []
  for (const { rows, merges } of grid.sections) {
    for (const { cells } of rows) texts.push(...cells)
    texts.push(...merges)
  }
  texts.push(...grid.heading, ...(grid.signature?.row.cells ?? []))
  return texts
}
