/** Which form the data is of: its `form` key says so. */
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

/**
 * Data without a form key goes to the first form, whose model then says what is missing.
 * @throws FormError `form-unknown`
 */
export const chooseForm = (forms: readonly FormDefinition[], data: unknown): FormDefinition => {
  const named =
    typeof data === 'object' && data !== null && Object.hasOwn(data, 'form')
      ? (data as { form: unknown }).form
      : undefined
  const form = typeof named === 'string' ? forms.find(({ id }) => id === named) : forms[0]
  if (form) return form
  throw new FormError([
    problem(
      'form-unknown',
      'form',
      { found: String(named), forms: forms.map(({ id }) => id) },
      forms[0]?.labels['form'],
    ),
  ])
}

/** What fields are called before it is known which form the data is of: only where there is but one. */
export const labelsOf = (forms: readonly FormDefinition[]): FormDefinition['labels'] =>
  forms.length === 1 ? (forms[0]?.labels ?? {}) : {}
