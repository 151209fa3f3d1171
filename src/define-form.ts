/** A form: its model, its words, its variants and its content rules, gathered into one value that the engine works on. */
import type * as z from 'zod'
import type { BookDefinition } from './book/book-definition.js'
import type { Diagnostic } from './diagnostics/diagnostic.js'
import type { Template } from './template/template.js'

/** What a content rule may know besides the form itself. */
export interface CheckContext {
  /** Today as `yyyy-MM-dd`, where the caller gives it: the engine has no clock. */
  readonly today?: string
  /** The variant that will be printed. */
  readonly template: Template
}

export interface FormDefinition<M extends z.ZodType = z.ZodType> {
  /** Kebab-case name, the value of the data's `form` key. */
  readonly id: string
  /** URL of the module that exports this form (`import.meta.url`): worker threads import it from there. Needed by `renderMany` only. */
  readonly module?: string
  /** Official Chinese title. */
  readonly title: string
  /** Newest format version of the data that this definition reads. */
  readonly formatVersion: number
  readonly model: M
  /** Official Chinese label by path pattern; `[]` stands for any index: `indicators[].annual[].value`. */
  readonly labels: Readonly<Record<string, string>>
  /**
   * Path patterns of the fields that steer and are never meant for paper, such as `indicators[].annual[].id`. Each names
   * single values, not all that lies inside: `parts[]` for the items of a list.
   */
  readonly steering: readonly string[]
  /**
   * Where the default creation date comes from: the paths of the filled-in date, else 1 January of the year. After the model
   * `filled` holds what `date()` of the field kit gives (a `CalendarDate`) or text such as `2024-03-05`, and `year` a number
   * or text of four digits; either may be blank. Anything else is a `form-date` that refuses to print.
   */
  readonly dates: { readonly filled?: string; readonly year?: string }
  /** Paths of what an archive asks for: 责任者, 机构 and 日期 (as in `dates`). They are written into the metadata of final and public copies. */
  readonly archive?: { readonly responsible?: string; readonly organisation?: string; readonly date?: string }
  /** How many of this form are bound into a book. Needed by `renderBook` only. */
  readonly book?: BookDefinition
  /** Variants by name, in the order they are listed to people. */
  readonly templates: Readonly<Record<string, Template>>
  readonly defaultTemplate: string
  /**
   * Content rules: findings on data that fits the model, made by `diagnostic`. They change nothing and never throw; a finding
   * without a label gets the one of its path. Where they throw all the same, the form is refused with a message that says so.
   */
  readonly checks: (form: z.output<M>, context: CheckContext) => readonly Diagnostic[]
  /** Where the grid and its rules come from: 文号 or publication. */
  readonly sources: readonly string[]
}

/** Types a form definition by its model; the value is returned frozen and otherwise as it came. */
export const defineForm = <M extends z.ZodType>(form: FormDefinition<M>): FormDefinition<M> => Object.freeze(form)
