/** Binds one cell template, plain or merged over rows. */
import { type BindSource, type BoundContent, bindContent, cellStyle, type FormItem } from './bind-content.js'
import { type BoundCell, type BoundMerge, withNames } from './bound-grid.js'
import type { CellTemplate, Content } from './template.js'

/** What a cell is where its template does not say. */
export interface CellDefaults {
  readonly role?: CellTemplate['role']
  readonly align?: 'left'
}

/** @param item what the cell's content is relative to; the form itself where it is left out */
export const bindCell = (
  source: BindSource,
  cell: CellTemplate,
  defaults: CellDefaults = {},
  item?: FormItem,
): BoundCell =>
  fillCell(
    source,
    cell,
    bindContent(source, cell.content, item),
    cell.role ?? defaults.role ?? roleOf(cell),
    defaults.align,
  )

/** The same cell with nothing in it. */
export const bindBlank = (source: BindSource, cell: CellTemplate): BoundCell =>
  fillCell(source, cell, bindContent(source, undefined), 'blank')

const fillCell = (
  source: BindSource,
  cell: CellTemplate,
  { text, sources, derived, path, label }: BoundContent,
  role: BoundCell['role'],
  align?: 'left',
): BoundCell => {
  const [first, last] = cell.columns
  const bound = {
    text,
    style: cellStyle(source.template, cell, role === 'value' ? 'value' : 'label', align),
    sources,
    derived,
    role,
    column: first - 1,
    columnSpan: last - first + 1,
  }
  return withNames(bound, { path, label: cell.label ?? label })
}

const roleOf = ({ content }: CellTemplate): BoundCell['role'] =>
  content === undefined ? 'blank' : typeof content === 'string' ? 'label' : 'value'

/** Where a merged cell stands, and what is in it. */
export interface MergeSpan {
  /** Rows of the section the cell is merged over, both included. */
  readonly firstRow: number
  readonly lastRow: number
  /** What its content is relative to; the form itself where it is left out. */
  readonly item?: FormItem | undefined
  /** In place of the template's. */
  readonly content?: Content | undefined
}

export const bindMerge = (source: BindSource, cell: CellTemplate, span: MergeSpan): BoundMerge => {
  const content = bindContent(source, span.content ?? cell.content, span.item)
  const { firstRow, lastRow } = span
  return Object.assign(fillCell(source, cell, content, cell.role ?? 'label'), { firstRow, lastRow })
}
