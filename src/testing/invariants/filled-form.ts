/** A form with its data, bound to its template: what ought to stand on paper, known before anything is measured. */
import type * as z from 'zod'
import { maskInput } from '../../copies/mask-input.js'
import type { FormDefinition } from '../../define-form.js'
import { FormError } from '../../diagnostics/form-error.js'
import { parseForm } from '../../model/parse-form.js'
import { chooseTemplate, type FormOptions } from '../../options.js'
import { bindTemplate } from '../../template/bind-template.js'
import type { BoundCell, BoundGrid } from '../../template/bound-grid.js'

/** A form, the data of one sheet and how it is to be printed. */
export interface FilledForm<M extends z.ZodType = z.ZodType> {
  readonly form: FormDefinition<M>
  readonly data: z.input<M>
  readonly options?: FormOptions | undefined
}

/** A cell of the grid, with the rows of the whole grid it stands in. */
export interface ExpectedCell {
  readonly bound: BoundCell
  readonly firstRow: number
  readonly lastRow: number
  /** Stands again at the head of every page that its section goes on to. */
  readonly head: boolean
  readonly section: number
}

/** @throws FormError with every model error of the data, or `template-unknown` */
export const bindFilled = <M extends z.ZodType>({ form, data, options = {} }: FilledForm<M>): BoundGrid => {
  // A public copy prints what the masking rules leave.
  const given = maskInput(form, data, options)
  const parsed = parseForm(form, given.input)
  if ('diagnostics' in parsed) throw new FormError(parsed.diagnostics)
  const template = chooseTemplate(form, parsed.data, given.options)
  const title = given.options.title === undefined ? {} : { title: given.options.title }
  return bindTemplate({ template, form: parsed.data, labels: form.labels }, { steering: form.steering, ...title }).grid
}

/** All cells of the grid; the signature line is the last row. */
export const expectedCells = (grid: BoundGrid): readonly ExpectedCell[] => {
  const cells: ExpectedCell[] = []
  let first = 0
  grid.sections.forEach(({ rows, merges, headRows }, section) => {
    rows.forEach((row, index) => {
      for (const bound of row.cells)
        cells.push({ bound, firstRow: first + index, lastRow: first + index, head: index < headRows, section })
    })
    for (const merge of merges)
      cells.push({
        bound: merge,
        firstRow: first + merge.firstRow,
        lastRow: first + merge.lastRow,
        head: false,
        section,
      })
    first += rows.length
  })
  for (const bound of grid.signature?.row.cells ?? [])
    cells.push({ bound, firstRow: first, lastRow: first, head: false, section: -1 })
  return cells
}

/** The words of the form itself stand again on every page part, what the user wrote is printed once. */
export const standsAgain = ({ bound, head }: ExpectedCell): boolean =>
  head || bound.role === 'label' || bound.role === 'head'

/** What a cell of the layout is a page part of. */
export const findExpected = (
  expected: readonly ExpectedCell[],
  row: number | undefined,
  column: number | undefined,
): ExpectedCell | undefined =>
  row === undefined
    ? undefined
    : expected.find((cell) => cell.bound.column === column && cell.firstRow <= row && row <= cell.lastRow)
