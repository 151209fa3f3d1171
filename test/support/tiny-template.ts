/** Tiny templates and grids for layout tests, in the synthetic face: 10 pt type, 12 pt lines, no insets unless asked for. */

import { pt } from '../../src/layout/length.js'
import type {
  BoundCell,
  BoundGrid,
  BoundMerge,
  BoundRow,
  BoundSection,
  TextStyle,
} from '../../src/template/bound-grid.js'

/** Type size of tiny grids: one em. */
export const SIZE = pt(10)
export const LINE = pt(12)

export const style = (changes: Partial<TextStyle> = {}): TextStyle => ({
  role: 'square',
  size: SIZE,
  lineHeight: LINE,
  align: 'left',
  verticalAlign: 'middle',
  justify: false,
  ...changes,
})

let fields = 0

export const cell = (column: number, text: string, changes: Partial<BoundCell> = {}): BoundCell => {
  const path = changes.role === undefined || changes.role === 'value' ? `field${fields++}` : undefined
  return {
    role: 'value',
    column,
    columnSpan: 1,
    text,
    style: style(),
    sources: path === undefined ? [] : [path],
    derived: [],
    ...(path === undefined ? {} : { path }),
    ...changes,
  }
}

export const label = (column: number, text: string, changes: Partial<BoundCell> = {}): BoundCell =>
  cell(column, text, { role: 'label', style: style({ align: 'center' }), ...changes })

export const merge = (firstRow: number, lastRow: number, bound: BoundCell): BoundMerge => ({
  ...bound,
  firstRow,
  lastRow,
})

export const row = (cells: readonly BoundCell[], changes: Partial<BoundRow> = {}): BoundRow => ({
  cells,
  minHeight: 0,
  breakInside: 'avoid',
  tie: 0,
  ...changes,
})

export const section = (rows: readonly BoundRow[], changes: Partial<BoundSection> = {}): BoundSection => ({
  headRows: 0,
  rows,
  merges: [],
  ...changes,
})

/** A grid of columns of so many em on a page that holds so many lines. */
export const grid = (
  columns: readonly number[],
  lines: number,
  sections: readonly BoundSection[],
  changes: Partial<BoundGrid> = {},
): BoundGrid => ({
  title: '表',
  paper: {
    width: columns.reduce((sum, em) => sum + em, 0) * SIZE,
    height: lines * LINE,
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
  },
  tracks: columns.map((em) => em * SIZE),
  inset: { x: 0, y: 0 },
  rule: { frame: pt(1), hairline: pt(0.5) },
  heading: [],
  sections,
  continuation: '',
  ...changes,
})
