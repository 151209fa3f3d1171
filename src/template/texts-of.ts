/** What a grid prints of a form, once: cells, merged cells, heading and signature line. Page head and foot only repeat it. */
import { flatMap } from '../lists/flat-map.js'
import type { BoundCell, BoundGrid, BoundText } from './bound-grid.js'

export const textsOf = (grid: BoundGrid): readonly BoundText[] => [
  ...cellsOf(grid),
  ...grid.heading,
  ...(grid.signature?.row.cells ?? []),
]

/** The ruled ones, section by section, merged cells behind the rows of theirs. */
export const cellsOf = ({ sections }: BoundGrid): readonly BoundCell[] =>
  flatMap(sections, ({ rows, merges }) => [...flatMap(rows, ({ cells }) => cells), ...merges])
