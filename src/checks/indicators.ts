/** indicator-incomplete and indicator-unpaired: every indicator has a name and a value, and its partner on the other side. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { isBlank } from '../text/normalise.js'
import { shortList } from './excerpt.js'
import type { Indicator, IndicatorGroup, PlacedIndicator } from './indicator-group.js'

/** The finding stands at the empty half. */
export const checkComplete = ({ path, name, value }: PlacedIndicator): readonly Diagnostic[] => {
  const [hasName, hasValue] = [!isBlank(name), !isBlank(value)]
  if (hasName && !hasValue) return [problem('indicator-incomplete/value', `${path}.value`, { name })]
  if (hasValue && !hasName) return [problem('indicator-incomplete/name', `${path}.name`, { value })]
  return []
}

/** Where items carry ids, the ids must meet; else the counts must agree. `path` is that of the group. */
export const checkPaired = (path: string, group: IndicatorGroup): readonly Diagnostic[] => {
  const { implementation, annual, level2 } = group
  const ids = strayIds(implementation, annual)
  if (ids.length > 0) return [problem('indicator-unpaired/id', path, { group: level2, ids: shortList(ids) })]
  if (implementation.length === annual.length) return []
  const counts = { implementation: implementation.length, annual: annual.length }
  return [problem('indicator-unpaired', path, { group: level2, ...counts })]
}

const strayIds = (left: readonly Indicator[], right: readonly Indicator[]): readonly string[] => {
  const [leftIds, rightIds] = [idsOf(left), idsOf(right)]
  return [...without(leftIds, rightIds), ...without(rightIds, leftIds)]
}

const without = (ids: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others)
  return ids.filter((id) => !known.has(id))
}

const idsOf = (items: readonly Indicator[]): readonly string[] =>
  items.flatMap(({ id }) => (id === undefined ? [] : [id]))
