/** Binds one cell template, plain or merged over rows. */
import { type BindSource, bindContent, cellStyle } from './bind-content.js'
import { type BoundCell, type BoundMerge, namesOf } from './bound-grid.js'
import type { CellTemplate } from './template.js'

/** What a cell is where its template does not say. */
export interface CellDefaults {
  readonly role?: CellTemplate['role']
  readonly align?: 'left'
}

/** @param base path of the item the cell's content is relative to */
export const bindCell = (source: BindSource, cell: CellTemplate, base = '', defaults: CellDefaults = {}): BoundCell => {
  const [first, last] = cell.columns
  const { text, sources, derived, path, label } = bindContent(source, cell.content, base)
  const role = cell.role ?? defaults.role ?? roleOf(cell)
  return {
    text,
    style: cellStyle(source.template, cell, role === 'value' ? 'value' : 'label', defaults.align),
    ...namesOf({ path, label: cell.label ?? label }),
    sources,
    derived,
    role,
    column: first - 1,
    columnSpan: last - first + 1,
  }
}

const roleOf = ({ content }: CellTemplate): BoundCell['role'] =>
  content === undefined ? 'blank' : typeof content === 'string' ? 'label' : 'value'

/** @param span rows of the section the cell is merged over, and the base path of its content */
export const bindMerge = (
  source: BindSource,
  cell: CellTemplate,
  span: { readonly firstRow: number; readonly lastRow: number; readonly base: string },
): BoundMerge => ({
  ...bindCell(source, cell, span.base, { role: 'label' }),
  firstRow: span.firstRow,
  lastRow: span.lastRow,
})
