/** Finds amounts of money in running text: 600万元, 2,853万元, 1.2亿元, 3360元. */
import { toFen } from '../model/money.js'

/** An amount of money in running text. */
export interface NamedAmount {
  /** As it stands in the text. */
  readonly written: string
  /** Integer of 分. */
  readonly fen: bigint
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

const amount = /(?<![\d.,])(\d{1,15}(?:,\d{3})*)(?:\.(\d{1,8}))?(万亿|千万|百万|亿|万|千|百)?元/gu

/** All amounts with 元 behind them, in order. */
export const amountsIn = (text: string): readonly NamedAmount[] =>
  Array.from(text.matchAll(amount), ([written, whole = '', decimals = '', unit = '']) => ({
    written,
    fen: fenOf(whole.replaceAll(',', ''), decimals, unit),
  }))

/** Counted with eight decimals, so that 1.23456789亿元 is exact. */
const fenOf = (whole: string, decimals: string, unit: string): bigint =>
  ((toFen(whole) * 10n ** 8n + 100n * BigInt(decimals.padEnd(8, '0'))) * (multipliers[unit] ?? 1n)) / 10n ** 8n
