/** Dates as PDF and XMP write them, taken from their ISO text without any time zone of the machine. */
import { isoText, readIsoDateTime } from '../dates/iso-date-time.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

export interface Timestamp {
  /** `D:20230128104720+08'00'` (ISO 32000-1, 7.9.4). */
  readonly pdf: string
  /** `2023-01-28T10:47:20+08:00` (XMP part 1, 8.2.1.2). */
  readonly xmp: string
}

/** Throws a FormError `option-invalid` for a text that is no ISO 8601 date with or without time and offset. */
export function readTimestamp(iso: string): Timestamp {
  const parts = readIsoDateTime(iso)
  if (parts === undefined) throw invalid(iso)
  const { year, month, day, hour, minute, second, offset } = parts
  return { pdf: `D:${year}${month}${day}${hour}${minute}${second}${pdfOffset(offset)}`, xmp: isoText(parts) }
}

/** PDF sets an apostrophe between and behind the parts of the offset. */
const pdfOffset = (offset: string): string => offset.replace(/^([+-]\d\d):(\d\d)$/, "$1'$2'")

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
