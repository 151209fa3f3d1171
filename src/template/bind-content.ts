/** Fills the content of one cell: its pieces, read from the form at a base path, become text with its sources. */

import { FormError } from '../diagnostics/form-error.js'
import { labelOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { mm, pt } from '../layout/length.js'
import type { DerivedAmount, TextStyle } from './bound-grid.js'
import { commonPath, joinPath, valueAt } from './field-path.js'
import { decimalText, formatValue, isPrintable, sumAmounts } from './formatters.js'
import type { CellTemplate, Content, Piece, Template } from './template.js'
import { isFrozenWhole } from './typed-templates.js'

/** What binding reads from; the same for a whole form. */
export interface BindSource {
  readonly template: Template
  readonly form: unknown
  /** Official labels by path pattern. */
  readonly labels: Readonly<Record<string, string>>
}

/** Something of the form that a cell's content is relative to: an item of a list, or the form itself. */
export interface FormItem {
  /** Empty for the form itself. */
  readonly path: string
  readonly value: unknown
}

export const wholeForm = ({ form }: BindSource): FormItem => ({ path: '', value: form })

/** What an item holds at one of its own paths. */
export const fieldOf = (item: FormItem, field: string): unknown => valueAt(item.value, field)

/** The items of a list that an item holds; none where it holds no list. */
export const itemsOf = (item: FormItem, field: string): readonly FormItem[] => {
  const list = fieldOf(item, field)
  const path = joinPath(item.path, field)
  return Array.isArray(list) ? list.map((value: unknown, index) => ({ path: `${path}[${index}]`, value })) : []
}

/** Text of a cell and the fields it came from. */
export interface BoundContent {
  readonly text: string
  readonly sources: readonly string[]
  readonly path?: string
  readonly label?: string
  /** Sums that are part of the text and that the data does not hold. */
  readonly derived: readonly DerivedAmount[]
}

interface BoundPiece {
  readonly text: string
  /** The fields it stands for: what the cell is named by. */
  readonly paths: readonly string[]
  /** The fields its characters come from. */
  readonly sources: readonly string[]
  readonly derived: readonly DerivedAmount[]
}

/**
 * @param item what the content is relative to
 * @throws FormError of kind `data`: `value-unprintable` for a value that has no words, or that is to be added up and is no amount
 */
export const bindContent = (
  source: BindSource,
  content: Content | undefined,
  item: FormItem = wholeForm(source),
): BoundContent => {
  // Most cells are the template's own words, or one field.
  if (content === undefined) return NOTHING
  if (typeof content === 'string') return { text: content, sources: NOTHING.sources, derived: NOTHING.derived }
  if (!isPieces(content)) return nameContent(source, bindPiece(source, item, content))
  const bound = content.map((piece) => bindPiece(source, item, piece))
  return nameContent(source, {
    text: joinWords(content, bound),
    paths: bound.flatMap((piece) => piece.paths),
    sources: bound.flatMap((piece) => piece.sources),
    derived: bound.flatMap((piece) => piece.derived),
  })
}

const joinWords = (pieces: readonly Piece[], bound: readonly BoundPiece[]): string =>
  bound.reduce((words, { text }, index) => {
    const piece = pieces[index]
    const join = piece === undefined || typeof piece === 'string' ? '' : (piece.join ?? '')
    return words === '' || text === '' ? words + text : words + join + text
  }, '')

const NOTHING: BoundContent = { text: '', sources: [], derived: [] }

const nameContent = (source: BindSource, { text, paths, sources, derived }: BoundPiece): BoundContent => {
  const path = commonPath(paths)
  if (path === undefined) return { text, sources, derived }
  const label = labelOf(source.labels, path)
  return label === undefined ? { text, sources, derived, path } : { text, sources, derived, path, label }
}

export const isPieces = (content: Content): content is readonly Piece[] => Array.isArray(content)

const bindPiece = (source: BindSource, item: FormItem, piece: Piece): BoundPiece => {
  if (typeof piece === 'string') return { text: piece, paths: [], sources: [], derived: NOTHING.derived }
  const { field, sumOf = [] } = piece
  if (field !== undefined && piece.sumOf === undefined) return bindField(source, item, piece, field)
  const path = joinPath(item.path, field ?? '')
  const parts = sumOf.map((part) => joinPath(item.path, part))
  const given = field === undefined ? undefined : fieldOf(item, field)
  const isSum = given === undefined && parts.length > 0
  const amount = isSum ? sumAmounts(sumOf.map((part) => amountOf(source, item, part))) : null
  return {
    text: withAffixes(piece, wordsOf(source, piece, path, isSum ? amount : given)),
    paths: field === undefined ? parts : [path],
    sources: isSum ? parts : [path],
    derived: amount === null ? NOTHING.derived : [{ amount, isMoney: isMoney(piece), sources: parts }],
  }
}

type FieldPiece = Exclude<Piece, string>

const isMoney = ({ format }: FieldPiece): boolean => format === 'yuan' || format === 'wanYuan'

/** Most pieces: one field, as it was given. */
const bindField = (source: BindSource, item: FormItem, piece: FieldPiece, field: string): BoundPiece => {
  const path = joinPath(item.path, field)
  const paths = [path]
  return {
    text: withAffixes(piece, wordsOf(source, piece, path, fieldOf(item, field))),
    paths,
    sources: paths,
    derived: NOTHING.derived,
  }
}

/** Only a template's own choices count: a value may be called as something that every object has, such as `constructor`. */
const wordsOf = (source: BindSource, { choices, format }: FieldPiece, path: string, value: unknown): string => {
  if (!isPrintable(value)) throw unprintable(source, 'value-unprintable', path)
  const words = choices !== undefined && Object.hasOwn(choices, String(value)) ? choices[String(value)] : undefined
  return words ?? formatValue(value, format)
}

const withAffixes = ({ blank = '', prefix = '', suffix = '' }: FieldPiece, text: string): string =>
  text === '' ? blank : `${prefix}${text}${suffix}`

/** What is no amount is not passed over: a sum without it would be a wrong figure on paper. */
const amountOf = (source: BindSource, item: FormItem, field: string): string | null => {
  const value = fieldOf(item, field)
  if (value === null || value === undefined || value === '') return null
  const amount = decimalText(value)
  if (amount === undefined) throw unprintable(source, 'value-unprintable/sum', joinPath(item.path, field))
  return amount
}

const unprintable = (
  { labels, template }: BindSource,
  key: 'value-unprintable' | 'value-unprintable/sum',
  path: string,
): FormError => new FormError([problem(key, path, { template: template.id }, labelOf(labels, path))])

/** The measured type of a cell: its named style, in raw units, with the cell's own alignment. */
export const bindStyle = (
  template: Template,
  cell: Pick<CellTemplate, 'type' | 'align' | 'verticalAlign' | 'justify' | 'role'>,
): TextStyle => {
  const name = cell.type ?? 'body'
  const type = template.type[name]
  if (!type) throw new Error(`type ${name} is not in the template`)
  return {
    role: type.role,
    size: pt(type.size),
    lineHeight: pt(type.lineHeight),
    align: cell.align ?? (cell.role === 'value' ? 'left' : 'center'),
    verticalAlign: cell.verticalAlign ?? 'middle',
    justify: cell.justify ?? false,
  }
}

/** Styles by cell template, for templates that are frozen: each of their rows and forms would make the same ones anew. */
const kept = new WeakMap<Template, CellStyles>()
type CellStyles = Readonly<Record<'value' | 'label', WeakMap<CellTemplate, TextStyle>>>

/** The style of a cell. @param role whether it is set as a value or as a label */
export const cellStyle = (
  template: Template,
  cell: CellTemplate,
  role: 'value' | 'label',
  align: CellTemplate['align'],
): TextStyle => {
  if (align !== undefined) return bindStyle(template, { align, ...cell, role })
  const styles = stylesOf(template)?.[role]
  const known = styles?.get(cell)
  if (known !== undefined) return known
  const style = bindStyle(template, { ...cell, role })
  styles?.set(cell, style)
  return style
}

/** None for a template that may still change. */
const stylesOf = (template: Template): CellStyles | undefined => {
  if (!isFrozenWhole(template)) return undefined
  const known = kept.get(template)
  if (known !== undefined) return known
  const styles: CellStyles = { value: new WeakMap(), label: new WeakMap() }
  kept.set(template, styles)
  return styles
}

/** Insets, margins and the like come in millimetres. */
export const bindMm = <K extends string>(lengths: Readonly<Record<K, number>>): Record<K, number> =>
  Object.fromEntries(Object.entries<number>(lengths).map(([name, length]) => [name, mm(length)])) as Record<K, number>
