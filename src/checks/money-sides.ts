/** money-annual-exceeds and money-one-off: what the year may be beside the whole period. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { toFen } from '../model/money.js'

type Amount = string | null | undefined

/** The year's amount is at most the period's. `path` is that of the year's amount. */
export const checkAnnualWithin = (path: string, annual: Amount, period: Amount): readonly Diagnostic[] =>
  typeof annual === 'string' && typeof period === 'string' && toFen(annual) > toFen(period)
    ? [problem('money-annual-exceeds', path, { annual, period })]
    : []

/** A project that ends within one year has the same amount on both sides; null counts as absent. */
export const checkAnnualEqual = (path: string, annual: Amount, period: Amount): readonly Diagnostic[] =>
  toFen(annual ?? '0') === toFen(period ?? '0')
    ? []
    : [problem('money-one-off', path, { annual: annual ?? null, period: period ?? null })]
