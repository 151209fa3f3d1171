/** Finds amounts of money in running text: 600万元, 2,853 万元, 1.2亿元, ３３６０元. */
import { toFen } from '../model/money.js'
import { type Found, findAll, GAP, readingOf } from '../model/reading.js'

/** An amount of money in running text. */
export interface NamedAmount {
  /** As it stands in the text. */
  readonly written: string
  /** Integer of 分. */
  readonly fen: bigint
  /** An amount for each person, household or the like: no sum of the project. */
  readonly isUnitPrice: boolean
}

const multipliers: Readonly<Record<string, bigint>> = {
  '': 1n,
  百: 100n,
  千: 1_000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
}

// A full-width comma also parts clauses; it separates thousands only where three digits stand between any two.
const figure = '\\d{1,3}(?:，\\d{3}){1,4}(?!\\d)|\\d{1,15}(?:,\\d{3})*'

/** An amount with 元 behind it, for patterns; 元旦 and 元宵 are days. */
export const AMOUNT = `(?<![\\d.,])(?<whole>${figure})(?:\\.(?<decimals>\\d{1,8}))?${GAP}(?<unit>万亿|千万|百万|亿|万|千|百)?${GAP}元(?![旦宵])`
const amount = new RegExp(AMOUNT, 'gu')

/** All amounts, in order. */
export const amountsIn = (text: string): readonly NamedAmount[] =>
  findAll(text, amount).map((found) => ({
    written: found.written,
    fen: amountOf(found),
    isUnitPrice: isUnitPrice(text, found),
  }))

/** Integer of 分 of what matched `AMOUNT`. */
export const amountOf = ({ groups: { whole = '', decimals = '', unit = '' } }: Pick<Found, 'groups'>): bigint =>
  fenOf(whole.replace(/[,，]/g, ''), decimals, unit)

/** What makes an amount one for each; 每年 and 每月 speak of the whole project. For patterns. */
export const EACH = '(?:每(?!个?(?:年|月|季))|[人户亩]均|单价|补助标准|补贴标准|标准[为是])'
const eachBefore = new RegExp(`${EACH}[^，。；、\\d\\n]{0,8}$`, 'u')
const eachBehind = new RegExp(`^${GAP}(?:\\/(?!年)|${EACH})`, 'u')

const isUnitPrice = (text: string, { written, index }: Found): boolean =>
  eachBefore.test(readingOf(text.slice(Math.max(0, index - 12), index))) ||
  eachBehind.test(text.slice(index + written.length, index + written.length + 8))

/** Counted with eight decimals, so that 1.23456789亿元 is exact. */
const fenOf = (whole: string, decimals: string, unit: string): bigint =>
  ((toFen(whole) * 10n ** 8n + 100n * BigInt(decimals.padEnd(8, '0'))) * (multipliers[unit] ?? 1n)) / 10n ** 8n
