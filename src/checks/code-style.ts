/** code-style: the department code has one of the forms that the variant allows. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { isBlank } from '../text/normalise.js'

/** `allowed` holds regular-expression sources for the whole code. A source that is none allows nothing. */
export const checkCode = (path: string, code: string, allowed: readonly string[]): readonly Diagnostic[] => {
  const written = code.trim()
  if (isBlank(code) || allowed.some((source) => matchesWhole(source, written))) return []
  return [problem('code-style', path, { found: code })]
}

const matchesWhole = (source: string, text: string): boolean => {
  try {
    return new RegExp(`^(?:${source})$`, 'u').test(text)
  } catch {
    return false
  }
}
