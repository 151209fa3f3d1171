/** A date as a paper form knows it: a day, perhaps with the clock time it was entered. No time zone, never a `Date`. */
import * as z from 'zod'
import { dayExists } from '../dates/day-exists.js'
import { addProblem } from './issue.js'
import { showValue } from './show-value.js'

export interface CalendarDate {
  /** 1900–2999. */
  readonly year: number
  /** 1–12. */
  readonly month: number
  /** 1–31. */
  readonly day: number
  /** `HH:mm:ss`, where the data gives a time. */
  readonly time?: string
  /** `+08:00`, where the data gives an offset from UTC. */
  readonly offset?: string
}

const clock = '(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:\\.\\d+)?)?'
const offset = '(?<offset>Z|[+-]\\d{2}:?\\d{2})'

const layouts: readonly RegExp[] = [
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2}))?$/,
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:[T ]${clock}${offset}?)?$`),
  /^(?<year>\d{4})年(?<month>\d{1,2})月(?<day>\d{1,2})日$/,
]

/**
 * A date: `yyyyMMddHHmmss`, `yyyyMMdd`, ISO 8601 date or date-time, or 2023年1月28日. The empty string and null are blank.
 * The output is the day as written; an offset is kept and never reckoned with.
 */
export const date = () =>
  z.custom<string | null>().transform((value, ctx): CalendarDate | null => {
    if (value === null || value === '') return null
    if (typeof value !== 'string') {
      addProblem(ctx, 'wrong-type/date', { found: showValue(value) })
      return z.NEVER
    }
    const parts = readParts(value)
    const found = parts === undefined ? undefined : buildDate(parts)
    if (found !== undefined) return found
    addProblem(ctx, parts === undefined ? 'date-format' : 'date-impossible', { found: value })
    return z.NEVER
  })

/**
 * The date that a value of any model stands for: what `date` gives, or text that it reads.
 * @returns null for a blank, undefined for what is no date
 */
export const readDate = (value: unknown): CalendarDate | null | undefined => {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'object') return isCalendarDate(value) ? value : undefined
  const parts = typeof value === 'string' ? readParts(value) : undefined
  return parts === undefined ? undefined : buildDate(parts)
}

const isCalendarDate = (value: object): value is CalendarDate => {
  const { year, month, day, time = '00:00:00', offset = '+08:00' } = value as Partial<CalendarDate>
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}T${time}${offset}`
  return [year, month, day].every((part) => typeof part === 'number') && typeof readDate(written) === 'object'
}

/** `2023-01-28`, which also sorts as dates do. */
export const isoDate = ({ year, month, day }: CalendarDate): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

type Parts = Readonly<Record<string, string | undefined>>

const readParts = (text: string): Parts | undefined => {
  for (const layout of layouts) {
    const groups = layout.exec(text)?.groups
    if (groups !== undefined) return groups
  }
  return undefined
}

const buildDate = (parts: Parts): CalendarDate | undefined => {
  const [year, month, day] = [Number(parts['year']), Number(parts['month']), Number(parts['day'])]
  if (year < 1900 || year > 2999 || !dayExists(year, month, day)) return undefined
  if (Number(parts['hour'] ?? 0) > 23 || Number(parts['minute'] ?? 0) > 59 || Number(parts['second'] ?? 0) > 59)
    return undefined
  const zone = parts['offset'] === undefined ? undefined : readOffset(parts['offset'])
  if (zone === '') return undefined
  return {
    year,
    month,
    day,
    ...(parts['hour'] === undefined ? {} : { time: `${parts['hour']}:${parts['minute']}:${parts['second'] ?? '00'}` }),
    ...(zone === undefined ? {} : { offset: zone }),
  }
}

/** `+08:00`; the empty string where there is no such offset. */
const readOffset = (written: string): string => {
  if (written === 'Z') return '+00:00'
  const [sign, hours, minutes] = [written.slice(0, 1), written.slice(1, 3), written.slice(-2)]
  return Number(hours) <= 14 && Number(minutes) <= 59 ? `${sign}${hours}:${minutes}` : ''
}
