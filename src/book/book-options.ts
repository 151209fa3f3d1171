/** What a caller may choose for a book, and what is wrong with it in words. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { showValue } from '../model/show-value.js'
import { checkOptionKinds } from '../option-types.js'
import { checkOptions, type FormOptions } from '../options.js'
import type { Template } from '../template/template.js'

export interface BookOptions extends Pick<FormOptions, 'template' | 'fonts' | 'creationDate' | 'today' | 'strict'> {
  /** Title of the book, on its cover and in the document's properties. Default: that of the form's cover. */
  readonly title?: string | undefined
  /** Default: `plain`. Proof and data belong to one form, so there is no book of `final` or `public` copies. */
  readonly copy?: 'plain' | 'draft' | undefined
  /** For printing on both sides: every form begins on a right-hand page, gutter and page numbers are mirrored. */
  readonly duplex?: boolean | undefined
  /** Room for the binding in mm, by which the pages are moved away from it. Default: 5 with `duplex`, else 0. */
  readonly gutter?: number | undefined
  /** Aborting makes the iteration throw the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /**
   * Told what came of each record, in their order; the next is taken when it is done. Without it a record that cannot
   * be printed ends the book with its error: nothing is left out silently.
   */
  readonly onForm?: ((result: BookResult) => void | Promise<void>) | undefined
}

/** What came of one record. `index` counts the records from 0. */
export type BookResult =
  | {
      readonly kind: 'printed'
      readonly index: number
      readonly pageCount: number
      readonly diagnostics: readonly Diagnostic[]
    }
  | {
      readonly kind: 'failed'
      readonly index: number
      /**
       * As `renderForm` would have thrown it, `character-missing` too for what only cover and contents print of the form, or
       * `internal` where a function of the form threw.
       */
      readonly error: FormError
    }

/** The options with the defaults filled in; `forms` are those that each form is set with. */
export interface BookChoice {
  readonly title?: string
  readonly duplex: boolean
  /** mm. */
  readonly gutter: number
  readonly creationDate?: string
  readonly forms: FormOptions
}

const DUPLEX_GUTTER = 5

/** A frame this near to the paper's edge is still printed by every office printer. mm. */
const LEAST_MARGIN = 5

const OWN_KINDS = { duplex: 'flag', gutter: 'gutter', signal: 'signal', onForm: 'function' } as const
const ONE_FORM_ONLY = ['drop', 'images', 'attachData']

/** @throws FormError of kind `usage`: `option-invalid`, `title-too-long` */
export const readBookOptions = (options: BookOptions): BookChoice => {
  checkOptionKinds(options, OWN_KINDS)
  const { duplex = false, gutter, signal: _, onForm: __, ...rest } = options
  for (const option of ONE_FORM_ONLY) if (valueOf(rest, option) !== undefined) throw fault(option, rest, 'not-in-book')
  checkOptions(rest)
  if (rest.copy !== undefined && !['plain', 'draft'].includes(rest.copy)) throw fault('copy', rest, 'one-form-only')
  const { title, creationDate, ...forms } = rest
  return {
    duplex,
    gutter: gutter ?? (duplex ? DUPLEX_GUTTER : 0),
    ...(title === undefined ? {} : { title }),
    ...(creationDate === undefined ? {} : { creationDate }),
    forms,
  }
}

/** @throws FormError of kind `usage`: `option-invalid` where a page would be moved too near to the edge of the paper */
export const checkGutter = ({ gutter, duplex }: BookChoice, templates: readonly Template[]): void => {
  const room = Math.min(...templates.map((template) => roomOf(template, duplex)))
  // A gutter of none takes no room, whatever the margins are.
  if (gutter === 0 || (gutter > 0 && gutter <= room + 0.001)) return
  const most = Math.max(0, Math.floor(room * 10 + 0.001) / 10)
  throw new FormError([problem('gutter-too-wide', '', { found: gutter, most })], 'usage')
}

/** How far the grid may be moved to the right, and with two sides to the left as well. */
const roomOf = ({ paper, columns }: Template, duplex: boolean): number => {
  const width = columns.reduce((sum, column) => sum + column, 0)
  const right = paper.width - paper.margin.left - width - LEAST_MARGIN
  return duplex ? Math.min(right, paper.margin.left - LEAST_MARGIN) : right
}

const fault = (option: string, options: object, reason: string): FormError => {
  const found = showValue(valueOf(options, option))
  return new FormError([problem('option-invalid', '', { option, found, reason })], 'usage')
}

const valueOf = (options: object, option: string): unknown => (options as Record<string, unknown>)[option]
