/** Makes diagnostics of the library's own codes; severity comes from the code, so that a rule states facts only. */
import type { DiagnosticCode, FactsOf, MessageKey } from './code.js'
import type { Diagnostic, Facts } from './diagnostic.js'
import { gradeOf } from './severity.js'

/**
 * A diagnostic for a catalogue key. The part of the key after `/` becomes the fact `variant`, which picks the words.
 * `path` is a field path such as `indicators[3].annual[0].value`, empty for the form as a whole.
 */
export const problem = <K extends MessageKey>(
  key: K,
  path: string,
  facts: FactsOf<K> & Facts,
  label?: string,
): Diagnostic => {
  const [code, variant] = key.split('/') as [DiagnosticCode, string | undefined]
  const grade = gradeOf(code)
  return {
    code,
    severity: grade === 'refuses' ? 'error' : grade,
    refuses: grade === 'refuses',
    path,
    ...(label === undefined ? {} : { label }),
    facts: variant === undefined ? facts : { variant, ...facts },
  }
}
