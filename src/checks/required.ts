/** required: what every form must say. A blank form has these findings too, and still prints. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { isBlank } from '../text/normalise.js'
import type { TextField } from './fields.js'
import type { IndicatorGroup } from './indicator-group.js'

/** White space alone is blank. */
export const checkRequired = ({ path, text }: TextField): readonly Diagnostic[] =>
  isBlank(text) ? [problem('required', path, {})] : []

/** Each standard 一级指标 has at least one indicator, on either side. `path` is that of the list of groups. */
export const checkRequiredGroups = (
  path: string,
  groups: readonly IndicatorGroup[],
  level1s: readonly string[],
): readonly Diagnostic[] =>
  level1s
    .filter((level1) => !groups.some((group) => group.level1.trim() === level1 && hasIndicator(group)))
    .map((level1) => problem('required/indicators', path, { level1 }))

const hasIndicator = ({ implementation, annual }: IndicatorGroup): boolean =>
  [...implementation, ...annual].some(({ name, value }) => !isBlank(name) || !isBlank(value))
