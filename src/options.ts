/** What a caller may choose, and what follows where the caller chose nothing. */
import type { z } from 'zod'
import type { FormDefinition } from './define-form.js'
import { FormError } from './diagnostics/form-error.js'
import { problem } from './diagnostics/make-problem.js'
import type { UserFont } from './fonts/user-font.js'
import { type CalendarDate, isoDate } from './model/calendar-date.js'
import type { DocumentInfo } from './paint/document-info.js'
import { checkTemplate } from './template/check-template.js'
import { valueAt } from './template/field-path.js'
import type { Template } from './template/template.js'

export interface FormOptions {
  /** Name of a variant, or a template of your own. Default: the data's `template`, else the form's default variant. */
  readonly template?: string | Template
  /** ISO 8601. Default: the form's filled-in date, else 1 January of its fiscal year, else none; never "now". */
  readonly creationDate?: string
  /** Fonts by role, such as `{ fangsong: { path: 'simfang.ttf' } }`: used for the role first and for characters that no shipped font has. */
  readonly fonts?: Readonly<Record<string, UserFont>>
  /** Title in place of the template's. */
  readonly title?: string
  /** Today as `yyyy-MM-dd`, for the check of dates: the library has no clock. */
  readonly today?: string
  /** Refuse to print where a finding is an error. */
  readonly strict?: boolean
}

const LONGEST_TITLE = 200

/** @throws FormError of kind `usage`: `template-unknown`, `template-invalid` */
export const chooseTemplate = <M extends z.ZodType>(form: FormDefinition<M>, data: unknown, options: FormOptions): Template => {
  const { template } = options
  if (typeof template === 'object') return checkTemplate(template)
  const named = valueAt(data, 'template')
  const name = template ?? (typeof named === 'string' && named !== '' ? named : form.defaultTemplate)
  const found = Object.hasOwn(form.templates, name) ? form.templates[name] : undefined
  if (found) return checkTemplate(found)
  const facts = { found: name, templates: Object.keys(form.templates) }
  // A wrong name in the data is the data's fault, one in the options the caller's.
  const path = template === undefined ? 'template' : ''
  throw new FormError([problem('template-unknown', path, facts)], template === undefined ? 'data' : 'usage')
}

/** @throws FormError of kind `usage`: `title-too-long`, `option-invalid` */
export const checkOptions = (options: FormOptions): void => {
  const { title, creationDate, today } = options
  if (title !== undefined) checkTitle(title)
  if (creationDate !== undefined) checkIso('creationDate', creationDate, ISO_DATE_TIME)
  if (today !== undefined) checkIso('today', today, ISO_DATE)
}

const checkTitle = (title: string): void => {
  const count = Array.from(title).length
  if (count > LONGEST_TITLE) throw usage(problem('title-too-long', '', { count, limit: LONGEST_TITLE }))
  if (CONTROL.test(title)) throw usage(problem('option-invalid', '', { option: 'title', found: title, reason: 'control-character' }))
}

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uD800-\uDFFF]/u
const ISO_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const ISO_DATE_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d):?[0-5]\d)?)?$/

const checkIso = (option: string, found: string, pattern: RegExp): void => {
  if (pattern.test(found)) return
  throw usage(problem('option-invalid', '', { option, found, reason: 'not-iso-date' }))
}

const usage = (diagnostic: ReturnType<typeof problem>): FormError => new FormError([diagnostic], 'usage')

/** Chinese papers are dated in Chinese time, which has no summer time. */
const CHINESE_OFFSET = '+08:00'

/** What the document says of itself. */
export const describeDocument = <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: unknown,
  options: FormOptions,
  title: string,
  creator: string,
): DocumentInfo => {
  const creationDate = options.creationDate ?? dateOfForm(form.dates, data)
  return { title, language: 'zh-CN', creator, ...(creationDate === undefined ? {} : { creationDate }) }
}

/** The filled-in date, else 1 January of the fiscal year, else none. Never the clock's. */
const dateOfForm = (dates: FormDefinition['dates'], data: unknown): string | undefined => {
  const filled = dates.filled === undefined ? null : (valueAt(data, dates.filled) as CalendarDate | null | undefined)
  if (filled) return `${isoDate(filled)}T${filled.time ?? '00:00:00'}${filled.offset ?? CHINESE_OFFSET}`
  const year = dates.year === undefined ? undefined : valueAt(data, dates.year)
  return typeof year === 'number' ? `${year}-01-01T00:00:00${CHINESE_OFFSET}` : undefined
}
