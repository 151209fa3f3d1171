/** text-figures for persons: 337名 in the text against 377人 in the indicators. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { type Found, findAll, GAP, readingOf } from '../model/reading.js'
import type { TextField } from './fields.js'
import type { Indicator } from './indicator-group.js'

interface Count {
  readonly written: string
  readonly digits: string
}

interface IndicatorCount extends Count {
  readonly name: string
}

// Small numbers are ten experts and three staff, not the people the project is for; 余 and 多 are round figures.
const persons = new RegExp(
  `(?<![\\d.,])(?<digits>\\d[\\d,]{2,12})${GAP}(?:人次|人(?![社大民才])|名|位)(?!均|[余多])`,
  'gu',
)
const anyPersons = new RegExp(`\\d\\d${GAP}[人名位]`)

/**
 * A count in the text is wrong where no indicator has it and one has nearly it: a figure with one digit off or two exchanged;
 * or where text and indicators have one count each, of about the same size, and they differ. What was before the fiscal year
 * is another count.
 */
export const checkPersons = (
  texts: readonly TextField[],
  indicators: readonly Indicator[],
  year: number | null = null,
): readonly Diagnostic[] => {
  const expected = indicators.flatMap(({ name, value }) =>
    countsIn(value, null).map(({ written, digits }) => ({ written, digits, name })),
  )
  const known = new Set(expected.map(({ digits }) => digits))
  const counts = texts.flatMap(({ path, text }) =>
    countsIn(text, year).map(({ written, digits }) => ({ written, digits, path })),
  )
  const alone = known.size === 1 && new Set(counts.map(({ digits }) => digits)).size === 1
  const isMeant = alone ? isAlike : isSlip
  return distinct(counts.filter(({ digits }) => !known.has(digits))).flatMap(({ path, written, digits }) => {
    const near = expected.find((other) => isMeant(digits, other.digits))
    return near === undefined ? [] : [problem('text-figures/persons', path, factsOf(written, near))]
  })
}

interface PlacedCount extends Count {
  readonly path: string
}

/** Each number once for each field. */
const distinct = (counts: readonly PlacedCount[]): readonly PlacedCount[] => {
  const seen = new Set<string>()
  return counts.filter(({ path, digits }) => !seen.has(`${path} ${digits}`) && seen.add(`${path} ${digits}`))
}

const factsOf = (found: string, { written, name }: IndicatorCount) => ({ found, value: written, name })

const countsIn = (text: string, year: number | null): readonly Count[] =>
  anyPersons.test(readingOf(text)) ? readCounts(text, year) : []

const readCounts = (text: string, year: number | null): readonly Count[] =>
  findAll(text, persons)
    .filter((found) => !isOfThePast(text, found, year))
    .map(({ written, groups: { digits = '' } }) => ({ written, digits: digits.replaceAll(',', '') }))
    .filter(({ digits }) => digits.length >= 3)

/** 上年培训371人, 已培训371人 and 截至2022年底有371人: what was, and not what is aimed at. */
const past =
  /(?:上年|去年|前年|往年|历年|近[两二三四五\d]{1,2}年|截[至止]|已经?(?:完成|培训|发放|补助|资助|救助|惠及))[^，。；\n]{0,16}$/u

/** 2022年培训371人; 2022年以后退休的371人 are of now. */
const pastYear = /(?<year>(?:19|20)\d{2})年度?(?!以[前后来]|起|之[前后])[^，。；\n]{0,12}$/u

const isOfThePast = (text: string, { index }: Found, year: number | null): boolean => {
  const before = readingOf(text.slice(Math.max(0, index - 24), index))
  const named = pastYear.exec(before)?.groups?.['year']
  return past.test(before) || (year !== null && named !== undefined && Number(named) < year)
}

/** Between half and twice the other. */
const isAlike = (left: string, right: string): boolean => {
  const ratio = Number(left) / Number(right)
  return ratio >= 0.5 && ratio <= 2
}

/** Round figures differ in one digit without being slips: 500名 and 800人. */
const isSlip = (left: string, right: string): boolean => {
  if (left.length !== right.length || left.replace(/0+$/, '').length < 3) return false
  const off = Array.from(left, (digit, index) => (digit === right[index] ? -1 : index)).filter((index) => index >= 0)
  const [first = 0, second = 0] = off
  return (
    off.length === 1 ||
    (off.length === 2 && second === first + 1 && left[first] === right[second] && left[second] === right[first])
  )
}
