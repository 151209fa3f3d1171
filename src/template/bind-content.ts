/** Fills the content of one cell: its pieces, read from the form at a base path, become text with its sources. */

import { labelOf } from '../diagnostics/label.js'
import { mm, pt } from '../layout/length.js'
import type { TextStyle } from './bound-grid.js'
import { commonPath, joinPath, valueAt } from './field-path.js'
import { formatValue, sumAmounts } from './formatters.js'
import type { CellTemplate, Content, Piece, Template } from './template.js'

/** What binding reads from; the same for a whole form. */
export interface BindSource {
  readonly template: Template
  readonly form: unknown
  /** Official labels by path pattern. */
  readonly labels: Readonly<Record<string, string>>
}

/** Text of a cell and the fields it came from. */
export interface BoundContent {
  readonly text: string
  readonly sources: readonly string[]
  readonly path?: string
  readonly label?: string
  /** Part of the text is a sum that the data does not hold. */
  readonly derived: boolean
}

interface BoundPiece {
  readonly text: string
  /** The fields it stands for: what the cell is named by. */
  readonly paths: readonly string[]
  /** The fields its characters come from. */
  readonly sources: readonly string[]
  readonly derived: boolean
}

/** @param base path of the item the content is relative to; empty for the form itself */
export const bindContent = (source: BindSource, content: Content | undefined, base = ''): BoundContent => {
  const pieces = content === undefined ? [] : isPieces(content) ? content : [content]
  const bound = pieces.map((piece) => bindPiece(source.form, piece, base))
  const sources = bound.flatMap((piece) => piece.sources)
  const path = commonPath(bound.flatMap((piece) => piece.paths))
  const label = path === undefined ? undefined : labelOf(source.labels, path)
  return {
    text: bound.map((piece) => piece.text).join(''),
    sources,
    derived: bound.some((piece) => piece.derived),
    ...(path === undefined ? {} : { path }),
    ...(label === undefined ? {} : { label }),
  }
}

export const isPieces = (content: Content): content is readonly Piece[] => Array.isArray(content)

const bindPiece = (form: unknown, piece: Piece, base: string): BoundPiece => {
  if (typeof piece === 'string') return { text: piece, paths: [], sources: [], derived: false }
  const path = joinPath(base, piece.field ?? '')
  const parts = (piece.sumOf ?? []).map((field) => joinPath(base, field))
  const given = piece.field === undefined ? undefined : valueAt(form, path)
  const derived = given === undefined && parts.length > 0
  const value = derived ? sumAmounts(parts.map((part) => amountAt(form, part))) : given
  const text = piece.choices?.[String(value)] ?? formatValue(value, piece.format)
  return {
    text: text === '' ? (piece.blank ?? '') : `${piece.prefix ?? ''}${text}${piece.suffix ?? ''}`,
    paths: piece.field === undefined ? parts : [path],
    sources: derived ? parts : [path],
    derived: derived && text !== '',
  }
}

const amountAt = (form: unknown, path: string): string | null => {
  const value = valueAt(form, path)
  return typeof value === 'string' ? value : null
}

/** The measured type of a cell: its named style, in raw units, with the cell's own alignment. */
export const bindStyle = (
  template: Template,
  cell: Pick<CellTemplate, 'type' | 'align' | 'verticalAlign' | 'justify' | 'role'>,
): TextStyle => {
  const type = template.type[cell.type ?? 'body'] ?? template.type.body
  if (!type) throw new Error(`type ${cell.type} is not in the template`)
  return {
    role: type.role,
    size: pt(type.size),
    lineHeight: pt(type.lineHeight),
    align: cell.align ?? (cell.role === 'value' ? 'left' : 'center'),
    verticalAlign: cell.verticalAlign ?? 'middle',
    justify: cell.justify ?? false,
  }
}

/** Insets, margins and the like come in millimetres. */
export const bindMm = <K extends string>(lengths: Readonly<Record<K, number>>): Record<K, number> =>
  Object.fromEntries(Object.entries<number>(lengths).map(([name, length]) => [name, mm(length)])) as Record<K, number>
