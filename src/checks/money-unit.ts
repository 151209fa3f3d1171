/** money-unit: an amount that was probably entered in 万元 where the form wants 元, or the other way round. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { toFen } from '../model/money.js'
import type { NamedAmount } from './amounts-in-text.js'

/** 1,000 元: no project of a budget is smaller. */
const smallest = 100_000n

/** More than nothing and less than any project of a budget. */
export const isSmallAmount = (amount: string | null | undefined): amount is string =>
  typeof amount === 'string' && toFen(amount) > 0n && toFen(amount) < smallest

/** An amount so small was probably meant in 万元. */
export const checkSmallAmount = (path: string, amount: string | null | undefined): readonly Diagnostic[] =>
  isSmallAmount(amount) ? [problem('money-unit/small', path, { amount })] : []

/** An amount named in the text; `where` is the label of the field that names it. */
export interface NarratedAmount extends NamedAmount {
  readonly where: string
}

/** Exactly 10,000 times one of the amounts in the text, or a ten-thousandth, and itself not named there; unit prices aside. */
export const checkAmountFactor = (
  path: string,
  amount: string | null,
  narrated: readonly NarratedAmount[],
): readonly Diagnostic[] => {
  if (amount === null || isSmallAmount(amount)) return []
  const fen = toFen(amount)
  if (fen === 0n || narrated.some((named) => named.fen === fen)) return []
  const match = narrated.find(
    (named) => !named.isUnitPrice && (named.fen === fen * 10_000n || named.fen * 10_000n === fen),
  )
  return match === undefined
    ? []
    : [problem('money-unit/factor', path, { amount, named: match.written, where: match.where })]
}
