/** Turns one zod issue into diagnostics: which field, what was expected, what stands there. */
import type * as z from 'zod'
import type { MessageKey } from '../diagnostics/code.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { formatPath } from '../diagnostics/field-path.js'
import { labelOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { isIssueParams } from './issue.js'
import { nearestKey } from './nearest-key.js'
import { isOpaque, opaqueName } from './plain-data.js'
import { showValue } from './show-value.js'

/** What the words need to know of the form. */
export interface IssueContext {
  readonly data: unknown
  readonly labels: Readonly<Record<string, string>>
  /** Every key the model knows, wherever it stands. */
  readonly keys: readonly string[]
}

type Segments = readonly PropertyKey[]

/** Whoever has more unknown keys than this in one place has another form at hand, and needs no help with spelling. */
const MOST_SUGGESTIONS = 50

export const explainIssue = (issue: z.core.$ZodIssue, context: IssueContext): readonly Diagnostic[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key, index) =>
      explainUnknownKey([...issue.path, key], key, context, index < MOST_SUGGESTIONS),
    )
  }
  const value = valueAt(context.data, issue.path)
  if (isOpaque(value)) return [explain('not-plain-data', issue.path, { found: opaqueName(value) }, context)]
  if (value === undefined && typeof issue.path.at(-1) === 'string') return [explainMissing(issue.path, context)]
  return [explainValue(issue, value, context)]
}

const explainValue = (issue: z.core.$ZodIssue, value: unknown, context: IssueContext): Diagnostic => {
  if (issue.code === 'custom' && isIssueParams(issue.params)) {
    return explain(issue.params.key, issue.path, issue.params.facts, context)
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map((choice) => showValue(choice))
    return explain('wrong-choice', issue.path, { found: showValue(value), allowed }, context)
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : ''
  return explain(typeKeys[expected] ?? 'wrong-type/text', issue.path, { found: showValue(value) }, context)
}

const typeKeys: Readonly<Record<string, MessageKey>> = {
  string: 'wrong-type/text',
  array: 'wrong-type/list',
  object: 'wrong-type/object',
}

const explainMissing = (path: Segments, context: IssueContext): Diagnostic =>
  explain('missing-key', path, { key: String(path.at(-1) ?? '') }, context)

/** Suggests a key of the same spelling or nearly, or the key whose official label was written. */
const explainUnknownKey = (
  path: Segments,
  key: string,
  { labels, keys }: IssueContext,
  suggests: boolean,
): Diagnostic => {
  const labelled = Object.keys(labels).find((pattern) => labels[pattern] === key)
  const suggestion = suggests ? (labelled?.replace(/^.*\./, '') ?? nearestKey(key, keys)) : undefined
  const written = formatPath(path)
  return suggestion === undefined
    ? problem('unknown-key', written, { key })
    : problem('unknown-key/suggestion', written, { key, suggestion })
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
