/** Whole numbers in a range: fiscal years, years of a project. */
import * as z from 'zod'
import { isNumberLiteral, type NumberLiteral, numberSource } from '../input/number-literal.js'
import { readDecimal } from './decimal.js'
import { addProblem } from './issue.js'
import { readingOf } from './reading.js'
import { showValue } from './show-value.js'

/** A whole number from `least` to `most`; null where it is not settled yet. `2.023e3` is 2023, `"2023"` is text and refused. */
export const integer = (least: number, most: number) =>
  z.custom<number | NumberLiteral | null>().transform((value, ctx): number | null => {
    if (value === null) return null
    if (typeof value !== 'number' && !isNumberLiteral(value)) {
      addProblem(ctx, 'wrong-type/integer', { found: showValue(value), example: exampleFor(value, least, most) })
      return z.NEVER
    }
    const number = typeof value === 'number' ? value : exactValue(value[numberSource])
    if (Number.isInteger(number) && number >= least && number <= most) return number
    const key = Number.isInteger(number) || !Number.isFinite(number) ? 'integer-range' : 'integer-fraction'
    addProblem(ctx, key, { found: showValue(value), least, most })
    return z.NEVER
  })

/** A year as good as any to show how one is written. */
const someYear = 2023

/** The number that a text names where it may stand here, as 3 in "3年"; else one that may. */
const exampleFor = (value: unknown, least: number, most: number): number => {
  const written = typeof value === 'string' ? /\d{1,9}/.exec(readingOf(value.slice(0, 99)))?.[0] : undefined
  const candidates = [written === undefined ? Number.NaN : Number(written), someYear]
  return candidates.find((number) => number >= least && number <= most) ?? least
}

/** The value where the text is a whole number that a JavaScript number holds exactly, else something that is none. */
const exactValue = (source: string): number => {
  const decimal = readDecimal(source)
  if (decimal === undefined) return Number.POSITIVE_INFINITY
  if (/[1-9]/.test(decimal.decimals)) return 0.5
  return Number(decimal.whole) * (decimal.negative ? -1 : 1)
}

/** A fiscal year; null on a form printed ahead of its year. */
export const fiscalYear = () => integer(1900, 2999)

/** 项目期 in years. */
export const periodYears = () => integer(1, 99)
