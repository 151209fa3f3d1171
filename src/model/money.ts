/** An amount in 元, exact: read from its source text, kept as a decimal string, never a floating-point number. */
import * as z from 'zod'
import { isNumberLiteral, type NumberLiteral, numberSource } from '../input/number-literal.js'
import { type Decimal, readDecimal, writeDecimal } from './decimal.js'
import { addProblem } from './issue.js'
import { showValue } from './show-value.js'

/** Digits before and behind the point together: what a JavaScript number still holds exactly. */
const mostDigits = 15

/** 分 is the smallest unit. */
const mostDecimals = 2

/**
 * An amount in 元: a number, a decimal string, or a number literal of the JSON reader; null is a blank cell.
 * The output is canonical decimal text, decimals as entered: `1234.50`.
 */
export const money = () => anyAmount

/** One schema for all fields, as with `text`. */
const anyAmount = z.custom<number | string | NumberLiteral | null>().transform((value, ctx): string | null => {
  if (value === null) return null
  const decimal = readAmount(value, ctx)
  if (decimal === undefined) return z.NEVER
  return fits(decimal, showAmount(value), ctx) ? writeDecimal(decimal) : z.NEVER
})

/** Exact integer of 分, for sums and comparisons. Takes what `money` gives. */
export const toFen = (amount: string): bigint => {
  const [whole = '0', decimals = ''] = amount.split('.')
  return BigInt(whole + decimals.padEnd(mostDecimals, '0'))
}

/** 分 → 元 as text, with the decimals it needs. */
export const fromFen = (fen: bigint): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  const decimals = digits.slice(-2)
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}${decimals === '00' ? '' : `.${decimals}`}`
}

const readAmount = (value: unknown, ctx: z.core.$RefinementCtx): Decimal | undefined => {
  if (typeof value === 'string') return readText(value, ctx)
  if (typeof value !== 'number' && !isNumberLiteral(value)) {
    addProblem(ctx, 'wrong-type/amount', { found: showValue(value) })
    return undefined
  }
  const source = typeof value === 'number' ? String(value) : value[numberSource]
  const decimal = readDecimal(source)
  if (decimal === undefined) addProblem(ctx, 'money-not-finite', { found: source })
  return decimal
}

const showAmount = (value: unknown): string => (typeof value === 'string' ? value : showValue(value))

const readText = (value: string, ctx: z.core.$RefinementCtx): Decimal | undefined => {
  const key = textFault(value)
  if (key === undefined) return readDecimal(value)
  addProblem(ctx, key, { found: value })
  return undefined
}

/** The usual ways to write an amount that is no plain decimal, and what to say of each; the first that fits. */
const habits = [
  ['money-format/separators', /^-?[\d.,，'\s]*\d[,，'\s]*$/],
  ['money-format/leading-zero', /^-?0\d+(\.\d+)?$/],
  ['money-format/exponent', /^-?\d+(\.\d+)?[eE][+-]?\d+$/],
  ['money-format/unit', /^[-¥￥$]?\s*\d[\d.,，\s]*[百千万亿元圆块分角]+$|^-?[¥￥$][\d.,，\s]+$/],
  ['money-format/full-width', /^[\d０-９.．,，＋－\s-]*[０-９][\d０-９.．,，\s]*$/],
] as const

/** No amount is longer; what is longer is not looked at closely. */
const longestAmount = 64

const textFault = (value: string) => {
  if (value.length > longestAmount) return 'money-format'
  if (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)) return undefined
  const plain = /^[-\d.]*$/.test(value)
  return (
    habits.find(([key, pattern]) => pattern.test(value) && !(plain && key === 'money-format/separators'))?.[0] ??
    'money-format'
  )
}

const fits = (decimal: Decimal, found: string, ctx: z.core.$RefinementCtx): boolean => {
  const digits = (decimal.whole === '0' ? '' : decimal.whole).length + decimal.decimals.length
  if (decimal.negative && /[1-9]/.test(decimal.whole + decimal.decimals)) {
    addProblem(ctx, 'money-negative', { found })
    return false
  }
  if (decimal.decimals.length > mostDecimals) {
    addProblem(ctx, 'money-decimals', { found, decimals: decimal.decimals.length })
    return false
  }
  if (digits > mostDigits) addProblem(ctx, 'money-digits', { found, digits, limit: mostDigits })
  return digits <= mostDigits
}
