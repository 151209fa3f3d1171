/**
 * Turns one zod issue into diagnostics: which field, what was expected, what stands there. Words that the author of the model
 * wrote ride along as the fact `message` and are said as they are.
 */
import type * as z from 'zod'
import type { MessageKey } from '../diagnostics/code.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { formatPath } from '../diagnostics/field-path.js'
import { labelOf, patternOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { isNumberLiteral } from '../input/number-literal.js'
import { authorMessage, expectedKind } from './default-message.js'
import { isIssueParams } from './issue.js'
import { isOpaque, opaqueName } from './plain-data.js'
import { isExact } from './plain-numbers.js'
import { type Segments, valueAt } from './segments.js'
import { showValue } from './show-value.js'
import type { createKeyFinder } from './suggest-key.js'

/** What the words need to know of the form. */
export interface IssueContext {
  readonly data: unknown
  readonly labels: Readonly<Record<string, string>>
  readonly findKey: ReturnType<typeof createKeyFinder>
}

/** Whoever has more unknown keys than this in one place has another form at hand, and needs no help with spelling. */
const MOST_SUGGESTIONS = 50

export const explainIssue = (issue: z.core.$ZodIssue, context: IssueContext): readonly Diagnostic[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key, index) => explainUnknownKey(issue.path, key, context, index < MOST_SUGGESTIONS))
  }
  const value = valueAt(context.data, issue.path)
  if (isOpaque(value)) return [explain('not-plain-data', issue.path, { found: opaqueName(value) }, context)]
  const [key, facts] = isMissing(issue, value) ? missing(issue) : judge(issue, value)
  const message = authorMessage(issue)
  return [explain(key, issue.path, message === undefined ? facts : { ...facts, message }, context)]
}

/** What a key of the catalogue says of a value. */
type Judgement = readonly [key: MessageKey, facts: Diagnostic['facts']]

/** A rule of an author's own that speaks of an absent key, such as “a or b”, has said why in its own words. */
const isMissing = (issue: z.core.$ZodIssue, value: unknown): boolean =>
  value === undefined &&
  typeof issue.path.at(-1) === 'string' &&
  !(issue.code === 'custom' && authorMessage(issue) !== undefined)

/** A missing field is one whose value is undefined: the fault of that value tells its kind, and the kind how it is left blank. */
const missing = (issue: z.core.$ZodIssue): Judgement => {
  const [fault, { found: _, ...facts }] = judge(issue, undefined)
  return [missingKeys[fault] ?? 'missing-key', { ...facts, key: String(issue.path.at(-1) ?? '') }]
}

const judge = (issue: z.core.$ZodIssue, value: unknown): Judgement => {
  const found = showValue(value)
  switch (issue.code) {
    case 'custom':
      return isIssueParams(issue.params) ? [issue.params.key, issue.params.facts] : ['model-rule', { found }]
    case 'invalid_type':
      return judgeType(expectedKind(issue) ?? typeKeys[issue.expected] ?? 'model-rule', value)
    case 'invalid_value':
      return ['wrong-choice', { found, allowed: issue.values.map((choice) => showValue(choice)) }]
    case 'invalid_format':
      return issue.format === 'date'
        ? ['wrong-type/iso-date', { found }]
        : ['text-format', { found, format: wanted(issue) }]
    case 'too_small':
      return judgeSize(lowerLimits(issue.inclusive ?? true), issue.origin, value, Number(issue.minimum))
    case 'too_big':
      return judgeSize(upperLimits(issue.inclusive ?? true), issue.origin, value, Number(issue.maximum))
    case 'not_multiple_of':
      return ['number-step', { found, step: issue.divisor }]
    case 'invalid_union':
      return ['wrong-type/union', { found }]
    default:
      return ['model-rule', { found }]
  }
}

/** A number that was expected and is there has been refused because it would have become another one. */
const judgeType = (key: MessageKey, value: unknown): Judgement => {
  const isNumber = key === 'wrong-type/number' || key === 'wrong-type/whole-number'
  const inexact = isNumber && isNumberLiteral(value) && !isExact(value)
  return [inexact ? 'number-inexact' : key, { found: showValue(value) }]
}

const typeKeys: Readonly<Record<string, MessageKey>> = {
  string: 'wrong-type/text',
  number: 'wrong-type/number',
  int: 'wrong-type/whole-number',
  boolean: 'wrong-type/flag',
  array: 'wrong-type/list',
  tuple: 'wrong-type/list',
  object: 'wrong-type/object',
  record: 'wrong-type/object',
  date: 'wrong-type/iso-date',
}

/** The pattern or the piece of text where there is one, else the name of the format, such as `email`. */
const wanted = (issue: z.core.$ZodIssueInvalidStringFormat): string => {
  const { prefix, suffix, includes } = issue as { prefix?: string; suffix?: string; includes?: string }
  const pattern = issue.format === 'regex' ? issue.pattern : undefined
  return pattern ?? prefix ?? suffix ?? includes ?? issue.format
}

/** What is said of a text, a list and a number beyond a limit. */
interface SizeKeys {
  readonly string: MessageKey
  readonly array: MessageKey
  readonly number: MessageKey
}

const lowerLimits = (inclusive: boolean): SizeKeys => ({
  string: 'text-too-short',
  array: 'list-length/short',
  number: inclusive ? 'number-limit/at-least' : 'number-limit/above',
})

const upperLimits = (inclusive: boolean): SizeKeys => ({
  string: 'text-too-long',
  array: 'list-length/long',
  number: inclusive ? 'number-limit/at-most' : 'number-limit/below',
})

const judgeSize = (keys: SizeKeys, origin: string, value: unknown, limit: number): Judgement => {
  if (typeof value === 'string' && origin === 'string') return [keys.string, { count: value.length, limit }]
  if (Array.isArray(value)) return [keys.array, { count: value.length, limit }]
  const found = showValue(value)
  return origin === 'number' || origin === 'int' ? [keys.number, { found, limit }] : ['model-rule', { found }]
}

const missingKeys: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  'wrong-type/text': 'missing-key/text',
  'wrong-type/amount': 'missing-key/amount',
  'wrong-type/integer': 'missing-key/integer',
  'wrong-type/date': 'missing-key/date',
  'wrong-type/list': 'missing-key/list',
  'wrong-type/object': 'missing-key/object',
  'wrong-choice': 'missing-key/choice',
  'wrong-choice/meanings': 'missing-key/meanings',
}

const explainUnknownKey = (parent: Segments, key: string, { findKey }: IssueContext, suggests: boolean): Diagnostic => {
  const path = formatPath([...parent, key])
  const { key: suggestion, places } = suggests ? findKey(patternOf(formatPath(parent)), key) : {}
  if (suggestion !== undefined) return problem('unknown-key/suggestion', path, { key, suggestion })
  return places === undefined
    ? problem('unknown-key', path, { key })
    : problem('unknown-key/elsewhere', path, { key, places })
}

/** The facts come from `addProblem`, which has checked them against the key. */
const explain = (key: MessageKey, path: Segments, facts: Diagnostic['facts'], { labels }: IssueContext): Diagnostic => {
  const written = formatPath(path)
  return problem(key, written, facts as Parameters<typeof problem>[2], labelOf(labels, written))
}
