/** Binds one cell template, plain or merged over rows. */
import { type BindSource, bindContent, bindStyle } from './bind-content.js'
import type { BoundCell, BoundMerge } from './bound-grid.js'
import type { CellTemplate } from './template.js'

/** @param base path of the item the cell's content is relative to */
export const bindCell = (source: BindSource, cell: CellTemplate, base = ''): BoundCell => {
  const [first, last] = cell.columns
  const content = bindContent(source, cell.content, base)
  const isText = typeof cell.content === 'string'
  const role = cell.role ?? (cell.content === undefined ? 'blank' : isText ? 'label' : 'value')
  return {
    ...content,
    ...(cell.label === undefined ? {} : { label: cell.label }),
    style: bindStyle(source.template, { ...cell, role: role === 'value' ? 'value' : 'label' }),
    role,
    column: first - 1,
    columnSpan: last - first + 1,
  }
}

/** @param span rows of the section the cell is merged over, and the base path of its content */
export const bindMerge = (
  source: BindSource,
  cell: CellTemplate,
  span: { readonly firstRow: number; readonly lastRow: number; readonly base: string },
): BoundMerge => ({
  ...bindCell(source, { role: 'label', ...cell }, span.base),
  firstRow: span.firstRow,
  lastRow: span.lastRow,
})
