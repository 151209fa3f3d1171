/** What a caller may choose, and what follows where the caller chose nothing. */
import type * as z from 'zod'
import { checkFields } from './check-fields.js'
import { COPY_KINDS, type CopyKind, isProven } from './copies/copy-kind.js'
import { CHINESE_OFFSET, isIsoDate, isIsoDateTime } from './dates/iso-date-time.js'
import type { FormDefinition } from './define-form.js'
import { FormError } from './diagnostics/form-error.js'
import { labelOf } from './diagnostics/label.js'
import { problem } from './diagnostics/make-problem.js'
import type { UserFont } from './fonts/user-font.js'
import type { UserImage } from './images/image.js'
import { isoDate } from './model/calendar-date.js'
import { dayOf, yearOf } from './model/form-dates.js'
import { checkOptionTypes } from './option-types.js'
import type { DocumentInfo } from './paint/document-info.js'
import { checkTemplate } from './template/check-template.js'
import { valueAt } from './template/field-path.js'
import type { Template } from './template/template.js'
import { invisibleMarks, isBlank } from './text/normalise.js'

export interface FormOptions {
  /** Name of a variant, or a template of your own. Default: the data's `template`, else the form's default variant. */
  readonly template?: string | Template | undefined
  /** ISO 8601. Default: the form's filled-in date, else 1 January of its fiscal year, else none; never "now". */
  readonly creationDate?: string | undefined
  /** Fonts by role, such as `{ fangsong: { path: 'simfang.ttf' } }`: used for the role first and for characters that no shipped font has. */
  readonly fonts?: Readonly<Record<string, UserFont>> | undefined
  /** Title in place of the template's. */
  readonly title?: string | undefined
  /** Today as `yyyy-MM-dd`, for the check of dates: the library has no clock. */
  readonly today?: string | undefined
  /** Refuse to print where a finding is an error. */
  readonly strict?: boolean | undefined
  /** Default: `plain`. A `draft` has a watermark; `final` and `public` carry their proof, and `public` masks private data. */
  readonly copy?: CopyKind | undefined
  /** Public copies: what to leave out beside what is always masked, by the names of the template's rules, such as `['names', 'phone']`. */
  readonly drop?: readonly string[] | undefined
  /** Final and public copies: pictures for the template's places, such as `{ seal: { path: 'seal.png' } }`; PNG or JPEG. */
  readonly images?: Readonly<Record<string, UserImage>> | undefined
  /** Final and public copies: whether the data is attached, without which a copy cannot be verified by itself. Default: true. */
  readonly attachData?: boolean | undefined
}

const LONGEST_TITLE = 200

/** @throws FormError of kind `usage`: `template-unknown`, `template-invalid` */
export const chooseTemplate = <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: unknown,
  options: FormOptions,
): Template => {
  const { template } = options
  if (typeof template === 'object') return checkFields(form, checkTemplate(template))
  const named = valueAt(data, 'template')
  const name = template ?? (typeof named === 'string' && named !== '' ? named : form.defaultTemplate)
  const found = Object.hasOwn(form.templates, name) ? form.templates[name] : undefined
  if (found) return checkFields(form, checkTemplate(found))
  const facts = { found: name, templates: Object.keys(form.templates) }
  // A wrong name in the data is the data's fault, one in the options the caller's.
  const path = template === undefined ? 'template' : ''
  const label = template === undefined ? labelOf(form.labels, 'template') : undefined
  throw new FormError([problem('template-unknown', path, facts, label)], template === undefined ? 'data' : 'usage')
}

/** Every template that a form may be set in, whatever its data says. */
export const templatesOf = (form: FormDefinition, { template }: FormOptions): readonly Template[] => {
  if (typeof template === 'object') return [template]
  const named = template === undefined ? undefined : form.templates[template]
  return named === undefined ? Object.values(form.templates) : [named]
}

/** @throws FormError of kind `usage`: `title-too-long`, `option-invalid` */
export const checkOptions = (options: FormOptions): void => {
  checkOptionTypes(options)
  const { title, creationDate, today } = options
  if (title !== undefined) checkTitle(title)
  if (creationDate !== undefined) checkIso('creationDate', creationDate, isIsoDateTime)
  if (today !== undefined) checkIso('today', today, isIsoDate)
  checkCopy(options)
}

const checkCopy = ({ copy = 'plain', drop, images, attachData }: FormOptions): void => {
  if (!COPY_KINDS.includes(copy))
    throw usage(problem('option-invalid/choice', '', { option: 'copy', found: String(copy), allowed: [...COPY_KINDS] }))
  const proven = isProven(copy)
  if (images !== undefined && !proven) throw copyFault('images', Object.keys(images).join('、'), 'proven-only')
  if (attachData !== undefined && !proven) throw copyFault('attachData', String(attachData), 'proven-only')
  if (drop !== undefined && copy !== 'public') throw copyFault('drop', drop.join('、'), 'public-only')
}

const copyFault = (option: string, found: string, reason: string): FormError =>
  usage(problem('option-invalid', '', { option, found, reason }))

const checkTitle = (title: string): void => {
  const count = Array.from(title).length
  if (count > LONGEST_TITLE) throw usage(problem('title-too-long', '', { count, limit: LONGEST_TITLE }))
  if (isBlank(title)) throw usage(problem('option-invalid', '', { option: 'title', found: title, reason: 'blank' }))
  if (invisibleMarks(title).length > 0)
    throw usage(problem('option-invalid', '', { option: 'title', found: title, reason: 'invisible-mark' }))
  if (CONTROL.test(title))
    throw usage(problem('option-invalid', '', { option: 'title', found: title, reason: 'control-character' }))
}

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uD800-\uDFFF]/u
const checkIso = (option: string, found: string, isIso: (text: string) => boolean): void => {
  if (!isIso(found)) throw usage(problem('option-invalid', '', { option, found, reason: 'not-iso-date' }))
}

const usage = (diagnostic: ReturnType<typeof problem>): FormError => new FormError([diagnostic], 'usage')

/** What the document says of itself. */
export const describeDocument = <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: unknown,
  options: FormOptions,
  title: string,
  creator: string,
): DocumentInfo => {
  const creationDate = creationDateOf(form, data, options)
  return { title, language: 'zh-CN', creator, ...(creationDate === undefined ? {} : { creationDate }) }
}

/** The date the PDF carries, or undefined where it carries none. */
export const creationDateOf = (
  form: Pick<FormDefinition, 'dates'>,
  data: unknown,
  options: FormOptions,
): string | undefined => options.creationDate ?? dateOfForm(form.dates, data)

/** The filled-in date, else 1 January of the fiscal year, else none. Never the clock's. */
const dateOfForm = (dates: FormDefinition['dates'], data: unknown): string | undefined => {
  const filled = dayOf(data, dates.filled)
  if (filled) return `${isoDate(filled)}T${filled.time ?? '00:00:00'}${filled.offset ?? CHINESE_OFFSET}`
  const year = yearOf(data, dates.year)
  return year === null ? undefined : `${year}-01-01T00:00:00${CHINESE_OFFSET}`
}
