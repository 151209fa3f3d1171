/** Turns one zod issue into diagnostics: which field, what was expected, what stands there. */
import type * as z from 'zod'
import type { MessageKey } from '../diagnostics/code.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { formatPath } from '../diagnostics/field-path.js'
import { labelOf, patternOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { type IssueParams, isIssueParams } from './issue.js'
import { isOpaque, opaqueName } from './plain-data.js'
import { showValue } from './show-value.js'
import type { createKeyFinder } from './suggest-key.js'

/** What the words need to know of the form. */
export interface IssueContext {
  readonly data: unknown
  readonly labels: Readonly<Record<string, string>>
  readonly findKey: ReturnType<typeof createKeyFinder>
}

type Segments = readonly PropertyKey[]

/** Whoever has more unknown keys than this in one place has another form at hand, and needs no help with spelling. */
const MOST_SUGGESTIONS = 50

export const explainIssue = (issue: z.core.$ZodIssue, context: IssueContext): readonly Diagnostic[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key, index) => explainUnknownKey(issue.path, key, context, index < MOST_SUGGESTIONS))
  }
  const value = valueAt(context.data, issue.path)
  if (isOpaque(value)) return [explain('not-plain-data', issue.path, { found: opaqueName(value) }, context)]
  if (value === undefined && typeof issue.path.at(-1) === 'string') return [explainMissing(issue, context)]
  return [explainValue(issue, value, context)]
}

const explainValue = (issue: z.core.$ZodIssue, value: unknown, context: IssueContext): Diagnostic => {
  const { key, facts } = faultOf(issue, value)
  return explain(key, issue.path, facts, context)
}

const faultOf = (issue: z.core.$ZodIssue, value: unknown): IssueParams => {
  if (issue.code === 'custom' && isIssueParams(issue.params)) return issue.params
  const found = showValue(value)
  if (issue.code === 'invalid_value') {
    return { key: 'wrong-choice', facts: { found, allowed: issue.values.map((choice) => showValue(choice)) } }
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : ''
  return { key: typeKeys[expected] ?? 'wrong-type/text', facts: { found } }
}

const typeKeys: Readonly<Record<string, MessageKey>> = {
  string: 'wrong-type/text',
  array: 'wrong-type/list',
  object: 'wrong-type/object',
}

/** A missing field is one whose value is undefined: the fault of that value tells its kind, and the kind how it is left blank. */
const explainMissing = (issue: z.core.$ZodIssue, context: IssueContext): Diagnostic => {
  const fault = faultOf(issue, undefined)
  const { found: _, ...facts } = fault.facts
  const key = String(issue.path.at(-1) ?? '')
  return explain(missingKeys[fault.key] ?? 'missing-key', issue.path, { ...facts, key }, context)
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

const valueAt = (data: unknown, path: Segments): unknown =>
  path.reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
        ? (value as Record<PropertyKey, unknown>)[segment]
        : undefined,
    data,
  )
