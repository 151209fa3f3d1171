/** date: the form was filled in before today, and near its fiscal year. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { type CalendarDate, isoDate } from '../model/calendar-date.js'

const mostMonths = 18

/** `today` is `yyyy-MM-dd`, where the caller gives it. */
export const checkFilingDate = (
  path: string,
  filled: CalendarDate | null,
  { today, year }: { readonly today?: string | undefined; readonly year: number | null },
): readonly Diagnostic[] => {
  if (filled === null) return []
  const date = isoDate(filled)
  const isFuture = today !== undefined && date > today.slice(0, 10)
  const isFar = year !== null && monthsFromYear(filled, year) > mostMonths
  return [
    ...(isFuture ? [problem('date/future', path, { date, today })] : []),
    ...(isFar ? [problem('date/far', path, { date, year })] : []),
  ]
}

/** Whole months before January or after December of the year; 0 inside it. */
const monthsFromYear = ({ year, month }: CalendarDate, fiscalYear: number): number => {
  const months = 12 * (year - fiscalYear) + month
  return months < 1 ? 1 - months : Math.max(0, months - 12)
}
