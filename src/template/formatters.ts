/** The named formatters: every computation that a template may ask for on the way from a field to paper. */
import { isIsoDate, readIsoDateTime } from '../dates/iso-date-time.js'
import type { FormatterName } from './template.js'

/** Writes an amount without its sign, and the sign before that. */
const keepSign = (amount: string, write: (unsigned: string) => string): string =>
  amount.startsWith('-') ? `-${write(amount.slice(1))}` : write(amount)

const groupThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** A decimal string with thousands separators; its decimals stay as they are. */
const withSeparators = (amount: string): string => {
  const [whole = '', decimals] = amount.split('.')
  return groupThousands(whole) + (decimals === undefined ? '' : `.${decimals}`)
}

/** 元 → 万元: the point moves four places to the left and nothing is rounded. */
const toWanYuan = (amount: string): string => {
  const [whole = '', decimals = ''] = amount.split('.')
  const digits = whole.padStart(5, '0')
  const moved = (digits.slice(-4) + decimals).replace(/0+$/, '')
  return digits.slice(0, -4).replace(/^0+(?=\d)/, '') + (moved === '' ? '' : `.${moved}`)
}

interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export const isCalendarDate = (value: unknown): value is CalendarDate =>
  typeof value === 'object' && value !== null && 'year' in value && 'month' in value && 'day' in value

/** A date is a day of the calendar in whatever format, for it has no other words; a list is told as Chinese sentences tell one. */
const printText = (value: unknown): string => {
  if (isCalendarDate(value)) return printDay(value)
  return Array.isArray(value) ? value.join('、') : String(value)
}

const printDay = ({ year, month, day }: CalendarDate): string => `${year}年${month}月${day}日`

/** Models of one's own may hold a day as text, such as `2024-03-05`; any other text is printed as entered. */
const printDate = (value: unknown): string => {
  const iso = typeof value === 'string' && isIsoDate(value) ? readIsoDateTime(value) : undefined
  if (iso === undefined) return printText(value)
  return printDay({ year: Number(iso.year), month: Number(iso.month), day: Number(iso.day) })
}

/** What is no amount, such as 无 in a field of text, is printed as entered. */
const printAmount = (value: unknown, write: (unsigned: string) => string): string => {
  const amount = decimalText(value)
  return amount === undefined ? printText(value) : keepSign(amount, write)
}

const FORMATTERS: Readonly<Record<FormatterName, (value: unknown) => string>> = {
  text: printText,
  yuan: (value) => printAmount(value, withSeparators),
  wanYuan: (value) => printAmount(value, (amount) => withSeparators(toWanYuan(amount))),
  years: (value) => `${printText(value)}年`,
  date: printDate,
}

/** Whether a value has words: text, numbers and the like, lists of them, and dates; of anything else a program would tell its type. */
export const isPrintable = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  isCalendarDate(value) ||
  (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null))

/** Prints a value; null, undefined and the empty string print nothing. */
export const formatValue = (value: unknown, name: FormatterName = 'text'): string =>
  value === null || value === undefined || value === '' ? '' : FORMATTERS[name](value)

/** The decimal text of an amount, given as text, as a whole number of any size or as a number that needs no exponent; undefined for anything else. */
export const decimalText = (value: unknown): string | undefined => {
  const text = ['number', 'bigint', 'string'].includes(typeof value) ? String(value) : ''
  return /^-?\d+(\.\d+)?$/.test(text) ? text : undefined
}

/**
 * Exact sum of decimal strings, with as many decimals as the longest of them; null counts as absent.
 * @returns null where every amount is absent
 */
export const sumAmounts = (amounts: readonly (string | null)[]): string | null => {
  const given = amounts.filter((amount) => amount !== null)
  if (given.length === 0) return null
  const places = Math.max(...given.map((amount) => amount.split('.')[1]?.length ?? 0))
  const total = given.reduce((sum, amount) => sum + scaled(amount, places), 0n)
  return keepSign(total.toString(), (digits) => withPoint(digits, places))
}

const withPoint = (digits: string, places: number): string => {
  const padded = digits.padStart(places + 1, '0')
  return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`
}

const scaled = (amount: string, places: number): bigint => {
  const [whole = '0', decimals = ''] = amount.split('.')
  return BigInt(whole + decimals.padEnd(places, '0'))
}
