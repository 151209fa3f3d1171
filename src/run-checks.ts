/** Runs the content rules of a form: their findings get their labels here, and a rule that fails is told with the form's name. */
import type * as z from 'zod'
import type { CheckContext, FormDefinition } from './define-form.js'
import type { Diagnostic } from './diagnostics/diagnostic.js'
import { FormError } from './diagnostics/form-error.js'
import { withLabel } from './diagnostics/label.js'
import { problem } from './diagnostics/make-problem.js'
import { showValue } from './model/show-value.js'

/**
 * @throws FormError of kind `data`: `internal`, where the checks threw or gave something else than findings. It is the
 *   author's fault and not the data's, but other data may well pass.
 */
export const runChecks = <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: z.output<M>,
  context: CheckContext,
): readonly Diagnostic[] => {
  const findings = callChecks(form, data, context)
  if (!isFindings(findings)) {
    const found = findings instanceof Promise ? 'Promise' : showValue(findings)
    throw new FormError([problem('internal/checks-result', '', { form: form.id, found })])
  }
  return findings.map((finding) => withLabel(finding, form.labels))
}

const callChecks = <M extends z.ZodType>(
  form: FormDefinition<M>,
  data: z.output<M>,
  context: CheckContext,
): unknown => {
  try {
    return form.checks(data, context)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new FormError([problem('internal/checks-threw', '', { form: form.id, reason })], 'data', error)
  }
}

const isFindings = (value: unknown): value is readonly Diagnostic[] =>
  Array.isArray(value) &&
  value.every(
    (one: unknown) =>
      typeof one === 'object' &&
      one !== null &&
      ['code', 'severity', 'path'].every((key) => typeof (one as Record<string, unknown>)[key] === 'string') &&
      typeof (one as Partial<Diagnostic>).facts === 'object',
  )
