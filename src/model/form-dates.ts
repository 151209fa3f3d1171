/** The fields that a form's definition takes the dates of its document from: what they say, and what is wrong with them. */
import type { FormDefinition } from '../define-form.js'
import type { MessageKey } from '../diagnostics/code.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { stepsOf } from '../diagnostics/field-path.js'
import { labelOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { type CalendarDate, readDate } from './calendar-date.js'
import { valueAt } from './segments.js'
import { showValue } from './show-value.js'

/** The day of a field; null where it is blank, is none, or the definition names no field. */
export const dayOf = (data: unknown, path: string | undefined): CalendarDate | null =>
  path === undefined ? null : (readDate(fieldOf(data, path)) ?? null)

/** The year of a field, with the same nulls. */
export const yearOf = (data: unknown, path: string | undefined): number | null =>
  path === undefined ? null : (readYear(fieldOf(data, path)) ?? null)

/** A `form-date` for every such field that has content and is no date, or no year. */
export const findDateFaults = (
  { dates, archive, labels }: Pick<FormDefinition, 'dates' | 'archive' | 'labels'>,
  data: unknown,
): readonly Diagnostic[] => {
  const fault = (key: MessageKey & `form-date/${string}`, path: string): Diagnostic =>
    problem(key, path, { found: showValue(fieldOf(data, path)) }, labelOf(labels, path))
  const days = [...new Set([dates.filled, archive?.date])].filter((path) => path !== undefined)
  const years = [dates.year].filter((path) => path !== undefined)
  return [
    ...days.filter((path) => readDate(fieldOf(data, path)) === undefined).map((path) => fault('form-date/day', path)),
    ...years.filter((path) => readYear(fieldOf(data, path)) === undefined).map((path) => fault('form-date/year', path)),
  ]
}

const fieldOf = (data: unknown, path: string): unknown => valueAt(data, stepsOf(path))

const readYear = (value: unknown): number | null | undefined => {
  if (value === null || value === undefined || value === '') return null
  return /^[12]\d{3}$/.test(String(value)) ? Number(value) : undefined
}
