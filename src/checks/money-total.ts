/** money-total: the total is the exact sum of the given sources (填报说明 of 财预〔2015〕88号); null counts as absent. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { fromFen, toFen } from '../model/money.js'

type Amount = string | null | undefined

/**
 * `path` is that of the total. Without a single source there is no sum to compare.
 * @param key what the sources are called: all of them, or the three levels of government, whose sum is 财政拨款
 */
export const checkTotal = (
  path: string,
  total: Amount,
  sources: readonly Amount[],
  key: 'money-total' | 'money-total/levels' = 'money-total',
): readonly Diagnostic[] => {
  const given = sources.filter((amount) => typeof amount === 'string')
  if (given.length === 0) return []
  const sum = given.reduce((fen, amount) => fen + toFen(amount), 0n)
  if (typeof total !== 'string') return sum === 0n ? [] : [problem('money-total/blank', path, { sum: fromFen(sum) })]
  const difference = toFen(total) - sum
  if (difference === 0n) return []
  return [problem(key, path, { total, sum: fromFen(sum), difference: fromFen(difference) })]
}
