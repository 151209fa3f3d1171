/** Template + form → BoundGrid: every word that will be printed, and a finding for each field that will not be. */

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { labelOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { mm, pt } from '../layout/length.js'
import { flatMap } from '../lists/flat-map.js'
import { bindCell, bindMerge } from './bind-cell.js'
import { type BindSource, type BoundContent, bindContent, bindMm, bindStyle, isPieces } from './bind-content.js'
import { bindGroups } from './bind-groups.js'
import {
  type BoundCell,
  type BoundGrid,
  type BoundLine,
  type BoundMerge,
  type BoundRow,
  type BoundSection,
  type BoundText,
  type TextStyle,
  TIE,
  withNames,
} from './bound-grid.js'
import type { CellTemplate, Content, LineTemplate, Piece, RowsSection, Template } from './template.js'
import { textsOf } from './texts-of.js'
import { unprintedFields } from './unprinted-fields.js'

export interface BindOptions {
  /** Title in place of the template's. */
  readonly title?: string
  /** Path patterns of fields that are never meant for paper. */
  readonly steering?: readonly string[]
}

/** @throws FormError `value-unprintable`, where the template prints a value that has no words, or adds up what is no amount */
export const bindTemplate = (
  source: BindSource,
  options: BindOptions = {},
): { readonly grid: BoundGrid; readonly diagnostics: readonly Diagnostic[] } => {
  const grid = bindGrid(source, options.title ?? source.template.title)
  const diagnostics = [...derivedAmounts(source.labels, grid), ...unprintedFields(source, grid, options.steering ?? [])]
  return { grid, diagnostics }
}

const bindGrid = (source: BindSource, title: string): BoundGrid => {
  const { template } = source
  const { pageHead, pageFoot } = template
  return {
    title,
    paper: {
      width: mm(template.paper.width),
      height: mm(template.paper.height),
      margin: bindMm(template.paper.margin),
    },
    tracks: template.columns.map(mm),
    inset: bindMm(template.inset),
    rule: { frame: pt(template.rule.frame), hairline: pt(template.rule.hairline) },
    heading: template.heading.map((line) => bindLine(source, line, title)),
    sections: template.sections.map((section) =>
      section.kind === 'rows' ? bindRows(source, section) : bindGroups(source, section),
    ),
    ...(template.signature ? { signature: bindSignature(source, template.signature) } : {}),
    ...(pageHead
      ? {
          pageHead: bindText(
            bindContent(source, withTitle(pageHead.content, title)),
            bindStyle(template, { type: pageHead.type, align: 'left' }),
          ),
        }
      : {}),
    ...(pageFoot ? { pageFoot: bindText(bindContent(source, pageFoot.content), bindStyle(template, pageFoot)) } : {}),
    continuation: template.continuation ?? '',
  }
}

/** `{title}` in the template's own words; what a user typed is never searched for it. */
const withTitle = (content: Content, title: string): Content => {
  const fill = (piece: Piece): Piece => (typeof piece === 'string' ? piece.replaceAll('{title}', () => title) : piece)
  return isPieces(content) ? content.map(fill) : fill(content)
}

const bindText = (content: BoundContent, style: TextStyle): BoundText =>
  withNames({ text: content.text, style, sources: content.sources, derived: content.derived }, content)

const bindLine = (source: BindSource, line: LineTemplate, title: string): BoundLine => {
  const content = bindContent(source, line.role === 'title' ? title : line.content)
  const style = bindStyle(source.template, { type: line.type, align: line.align ?? 'center' })
  return Object.assign(bindText(content, style), { role: line.role ?? 'subtitle', after: mm(line.after ?? 0) })
}

const bindRows = (source: BindSource, section: RowsSection): BoundSection => {
  const headRows = section.headRows ?? 0
  const rows = section.rows.map(
    (row, index): BoundRow => ({
      cells: row.cells.filter((cell) => (cell.rows ?? 1) === 1).map((cell) => bindCell(source, cell)),
      minHeight: mm(row.minHeight ?? 0),
      breakInside: row.breakInside ?? 'avoid',
      tie: tieOf(section, headRows, index),
    }),
  )
  const merges = section.rows.flatMap((row, index) =>
    row.cells.filter((cell) => (cell.rows ?? 1) > 1).map((cell) => bindMergedCell(source, cell, index)),
  )
  return { headRows, rows, merges }
}

/** Heads stand firmly on their first row; a block only as long as it fits on a page. */
const tieOf = (section: RowsSection, headRows: number, index: number): number => {
  if (index === 0) return TIE.none
  if (index <= headRows) return TIE.firm
  return section.keepTogether ? TIE.block : TIE.none
}

const bindMergedCell = (source: BindSource, cell: CellTemplate, row: number): BoundMerge =>
  bindMerge(source, cell, { firstRow: row, lastRow: row + (cell.rows ?? 1) - 1 })

const bindSignature = (
  source: BindSource,
  signature: NonNullable<Template['signature']>,
): NonNullable<BoundGrid['signature']> => ({
  tracks: signature.columns.map(mm),
  row: {
    cells: signature.cells.map(
      (cell): BoundCell => Object.assign(bindCell(source, cell, { align: 'left' }), { role: 'signature' } as const),
    ),
    minHeight: 0,
    breakInside: 'avoid',
    tie: TIE.firm,
  },
  before: mm(signature.before),
})

const derivedAmounts = (labels: BindSource['labels'], grid: BoundGrid): readonly Diagnostic[] =>
  flatMap(textsOf(grid), ({ derived, path = '', label }) =>
    derived.map(({ amount, isMoney, sources }) => {
      const names = sources.map((source) => labelOf(labels, source) ?? source)
      return problem(isMoney ? 'amount-derived' : 'amount-derived/number', path, { sources: names, amount }, label)
    }),
  )
