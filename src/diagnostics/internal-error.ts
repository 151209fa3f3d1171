import { FormError, type FormErrorKind } from './form-error.js'
import { problem } from './make-problem.js'

/** Whatever was thrown as the library's own error: one that is none is of the program, or of the author of a form, and is told in a sentence. */
export const asFormError = (error: unknown, kind: FormErrorKind = 'data'): FormError => {
  if (error instanceof FormError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new FormError([problem('internal', '', { reason })], kind)
}
