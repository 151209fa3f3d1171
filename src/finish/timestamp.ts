/** Dates as PDF and XMP write them, taken from their ISO text without any time zone of the machine. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

export interface Timestamp {
  /** `D:20230128104720+08'00'` (ISO 32000-1, 7.9.4). */
  readonly pdf: string
  /** `2023-01-28T10:47:20+08:00` (XMP part 1, 8.2.1.2). */
  readonly xmp: string
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** Throws a FormError `option-invalid` for a text that is no ISO 8601 date with or without time and offset. */
export function readTimestamp(iso: string): Timestamp {
  const parts = ISO.exec(iso)
  if (parts === null || !isReal(parts)) throw invalid(iso)
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset = ''] = parts
  return {
    pdf: `D:${year}${month}${day}${hour}${minute}${second}${pdfOffset(offset)}`,
    xmp: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset.replace(OFFSET, '$1:$2')}`,
  }
}

/** ISO 8601 writes an offset with or without the colon. */
const OFFSET = /^([+-]\d\d):?(\d\d)$/

function isReal(parts: RegExpExecArray): boolean {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const [offsetHour = 0, offsetMinute = 0] = (parts[7] ?? '').match(/\d\d/g)?.map(Number) ?? []
  const inMonth = day >= 1 && day <= daysIn(year, month)
  return inMonth && hour < 24 && minute < 60 && second < 60 && offsetHour < 24 && offsetMinute < 60
}

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** PDF sets an apostrophe between and behind the parts of the offset. */
const pdfOffset = (offset: string): string => offset.replace(OFFSET, "$1'$2'")

const invalid = (found: string): FormError =>
  new FormError(
    [
      problem('option-invalid', '', {
        option: 'creationDate',
        found,
        reason: 'not-iso-date',
      }),
    ],
    'usage',
  )
