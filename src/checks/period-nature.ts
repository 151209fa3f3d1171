/** period-nature: a one-off project lasts 1 year (一次性项目（1年结束）); a recurring one usually 3, the span of 中期财政规划. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'

const usualYears = 3

/** One finding at most; what is not settled yet (null) is not judged. `path` is that of the years. */
export const checkPeriodNature = (
  path: string,
  nature: 'recurring' | 'one-off' | null,
  years: number | null,
): readonly Diagnostic[] => {
  if (years === null) return []
  if (nature === 'one-off' && years !== 1) return [problem('period-nature/one-off', path, { years })]
  if (nature === 'recurring' && years !== usualYears) return [problem('period-nature/recurring', path, { years })]
  return []
}
