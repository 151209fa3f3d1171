/** unknown → the typed form, or every reason why it is none. */
import type * as z from 'zod'
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { labelOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { isNumberLiteral, numberSource } from '../input/number-literal.js'
import { explainIssue, type IssueContext } from './explain-issue.js'
import { copyPlainData, mostValues } from './plain-data.js'
import { parsePlainly } from './plain-numbers.js'
import { showValue } from './show-value.js'
import { createKeyFinder } from './suggest-key.js'

export type ParsedForm<T> = { readonly data: T } | { readonly diagnostics: readonly Diagnostic[] }

/**
 * Parses data against a form's model. The input is never changed, nothing of it is kept, and no content of it makes this throw.
 * Diagnostics, all of them, in the order of the model: `missing-key`, `unknown-key`, `wrong-type`, `wrong-choice`,
 * `form-unknown`, `format-version-unknown`, `not-plain-data`, `too-many-values`, those of the field kit, and for what else
 * zod refuses `text-format`, `text-too-short`, `text-too-long`, `list-length`, `number-limit`, `number-step`,
 * `number-inexact`, `model-rule`.
 */
export const parseForm = <M extends z.ZodType>(
  definition: FormDefinition<M>,
  input: unknown,
): ParsedForm<z.output<M>> => {
  const copied = copyPlainData(input)
  if (copied === undefined) return { diagnostics: [problem('too-many-values', '', { limit: mostValues })] }
  const data = copied.value
  const foreign = findForeign(definition, data)
  if (foreign !== undefined) return { diagnostics: [foreign] }
  const result = parsePlainly(definition.model, data)
  if (result.success) return { data: result.data }
  const context: IssueContext = { data, labels: definition.labels, findKey: createKeyFinder(definition.labels) }
  return { diagnostics: result.error.issues.flatMap((issue) => explainIssue(issue, context)) }
}

/** Data of another form or of a newer format would fail in every field; say the one thing that is wrong. */
const findForeign = (definition: FormDefinition, data: unknown): Diagnostic | undefined => {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined
  const { form, formatVersion } = data as Readonly<Record<string, unknown>>
  if (typeof form === 'string' && form !== definition.id) {
    return problem('form-unknown', 'form', { found: form, forms: [definition.id] }, labelOf(definition.labels, 'form'))
  }
  const version = isNumberLiteral(formatVersion) ? Number(formatVersion[numberSource]) : formatVersion
  if (version === undefined || isKnownVersion(version, definition)) return undefined
  const facts = { found: showValue(formatVersion), newest: definition.formatVersion }
  const isQuoted = typeof version === 'string' && isKnownVersion(Number(version), definition)
  const key = isQuoted ? 'format-version-unknown/quoted' : 'format-version-unknown'
  return problem(key, 'formatVersion', facts, labelOf(definition.labels, 'formatVersion'))
}

const isKnownVersion = (version: unknown, { formatVersion }: FormDefinition): boolean =>
  typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= formatVersion
