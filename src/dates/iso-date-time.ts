/** Dates as options and finished documents name them: an ISO 8601 calendar date in extended form, perhaps with a time and its offset. */
import { dayExists } from './day-exists.js'

/** The digits as they are written; a part of the time that is left out is `00`, and a fraction of a second is left out. */
export interface IsoDateTime {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly second: string
  /** `Z` or `+08:00`; the empty string where none is written. */
  readonly offset: string
}

/** Chinese papers are dated in Chinese time, which has no summer time. */
export const CHINESE_OFFSET = '+08:00'

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$/

/** Undefined for what is no such date, or a day that the calendar does not have. */
export const readIsoDateTime = (text: string): IsoDateTime | undefined => {
  const parts = ISO.exec(text)
  if (parts === null) return undefined
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', offset = ''] = parts
  if (!dayExists(Number(year), Number(month), Number(day))) return undefined
  return { year, month, day, hour, minute, second, offset: offset.replace(/^(...)(\d\d)$/, '$1:$2') }
}

export const isIsoDateTime = (text: string): boolean => readIsoDateTime(text) !== undefined

/** Whether the text is a day without a time, as `yyyy-MM-dd`. */
export const isIsoDate = (text: string): boolean => text.length === 'yyyy-MM-dd'.length && isIsoDateTime(text)

/** `2023-01-28T10:47:20+08:00`. */
export const isoText = ({ year, month, day, hour, minute, second, offset }: IsoDateTime): string =>
  `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`
