/** Problems are data: a code, where it is, and the facts. The words live in the message catalogues. */

/** `error`: the form is wrong. `warning`: very likely wrong, a person may overrule. `hint`: worth a look. */
export type Severity = 'error' | 'warning' | 'hint'

/** Where a field stands on paper, in millimetres from the page's top-left corner. */
export interface Place {
  /** Page number, from 1. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The figures and words a message is made of; plain values only. `message` and `hint` are an author's own words. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export interface Diagnostic {
  /** Kebab-case name of the rule, a key of the message catalogues. */
  readonly code: string
  readonly severity: Severity
  /** True for a model error: the data cannot be printed at all. A finding (false) never stops printing, unless `strict`. */
  readonly refuses: boolean
  /** Field path such as `indicators[3].annual[0].value`; empty for the form as a whole. */
  readonly path: string
  /** The official Chinese label of the field, where it has one. */
  readonly label?: string
  readonly facts: Facts
  /** Added after layout to findings whose field is printed. */
  readonly place?: Place
}

/**
 * A finding for checks of one's own: `diagnostic('score-sum', 'error', 'score', { message: '各项得分之和不等于总分。' })`.
 * @param code kebab-case; any name, also one that the library uses
 * @param facts figures and words of the finding. Two have a meaning: `message`, the sentence to be said, and `hint`, what to do
 *   about it, both whole sentences in which `{name}` stands for the fact of that name; without `message` the words are those
 *   of the library's catalogue for the code, else the code itself
 * @param label where left out, the form's label of the path
 */
export const diagnostic = (
  code: string,
  severity: Severity,
  path: string,
  facts: Facts,
  label?: string,
): Diagnostic => ({ code, severity, refuses: false, path, ...(label === undefined ? {} : { label }), facts })
