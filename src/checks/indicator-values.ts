/** Rules on single 指标值: cost-comparator, percent, satisfaction-100, deadline-outside. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import type { IndicatorValue } from '../model/indicator-value.js'
import type { PlacedIndicator } from './indicator-group.js'

/** A cost in a unit of money is a limit: ≤. A rate with ≥ (成本合理率≥80%) is none, nor is what is saved of a cost. */
export const checkCostComparator = ({
  path,
  name,
  value,
  level1,
  level2,
  meaning,
}: PlacedIndicator): readonly Diagnostic[] => {
  if ((!level1.includes('成本') && !level2.includes('成本')) || /节约|节省|节支|压减|核减/.test(name)) return []
  const isFloor = meaning.kind === 'quantity' && (meaning.comparator === '≥' || meaning.comparator === '>')
  const isMoney =
    meaning.kind === 'quantity' && /^(百|千|万|百万|千万|亿|万亿)?元|^(百万|千万|万|亿)$/.test(meaning.unit ?? '')
  return isFloor && isMoney ? [problem('cost-comparator', `${path}.value`, { name, value })] : []
}

/** Above 100 %, or the words 百分比 and 百分号 in place of the sign. */
export const checkPercent = ({ path, value, meaning }: PlacedIndicator): readonly Diagnostic[] => {
  const word = percentWord(value)
  const unit = word ?? (isPercent(meaning) ? '%' : undefined)
  const above = meaning.kind === 'quantity' && unit !== undefined && exceedsHundred(meaning.quantity)
  return [
    ...(above ? [problem('percent/above', `${path}.value`, { value })] : []),
    ...(word === undefined
      ? []
      : [problem('percent/word', `${path}.value`, { value, unit: word, expected: value.replace(percentWords, '%') })]),
  ]
}

/** One form writes per cent in one way. `path` is that of the list of groups. */
export const checkPercentMixed = (path: string, indicators: readonly PlacedIndicator[]): readonly Diagnostic[] => {
  const words = indicators.filter(({ value }) => percentWord(value) !== undefined).length
  const signs = indicators.filter(({ value }) => /[\d０-９]\s*[%％]/.test(value)).length
  return words > 0 && signs > 0 ? [problem('percent/mixed', path, { signs, words })] : []
}

/** 满意度 of 100 % is a promise nobody can keep. */
export const checkSatisfaction = ({
  path,
  name,
  value,
  level1,
  level2,
  meaning,
}: PlacedIndicator): readonly Diagnostic[] => {
  const isSatisfaction = [name, level1, level2].some((words) => words.includes('满意度'))
  const isWhole =
    meaning.kind === 'quantity' &&
    Number(meaning.quantity) === 100 &&
    (isPercent(meaning) || percentWord(value) !== undefined)
  return isSatisfaction && isWhole ? [problem('satisfaction-100', `${path}.value`, { name })] : []
}

/** The year and the period that deadlines have to keep to. */
export interface Term {
  readonly year: number | null
  readonly years: number | null
}

/**
 * A deadline of the annual side lies in the fiscal year. One of the period lies no further from it than the period is long,
 * before or behind, for the form does not say in which year of its period the project stands.
 */
export const checkDeadline = (
  { path, side, level2, value, meaning }: PlacedIndicator,
  { year, years }: Term,
): readonly Diagnostic[] => {
  if (!level2.includes('时效') || meaning.kind !== 'deadline' || year === null) return []
  // Some write 2023年前 for the end of 2023, though it means that of 2022: both are taken for what fits.
  const ends = meaning.isBefore ? [meaning.year - 1, meaning.year] : [meaning.year]
  if (side === 'annual')
    return ends.includes(year) ? [] : [problem('deadline-outside/annual', `${path}.value`, { value, year })]
  if (years === null || ends.some((end) => Math.abs(end - year) < years)) return []
  return [problem('deadline-outside/implementation', `${path}.value`, { value, year, years })]
}

const isPercent = (value: IndicatorValue): boolean => value.kind === 'quantity' && /^[%％]/.test(value.unit ?? '')

/** 95个百分比 means 95%. */
const percentWords = /(?<=[\d０-９])\s{0,9}个?(百分比|百分号)/u

const percentWord = (value: string): string | undefined => percentWords.exec(value)?.[1]

const exceedsHundred = (quantity: string): boolean => Number(quantity) > 100
