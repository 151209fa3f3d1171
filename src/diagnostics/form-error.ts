/** The one error the library throws. */
import { describeDiagnostic } from './describe-diagnostic.js'
import type { Diagnostic } from './diagnostic.js'

/** `data`: the form's data is at fault. `usage`: wrong options. `file`: a file, font or folder cannot be read or written. */
export type FormErrorKind = 'data' | 'usage' | 'file'

/** The message lists this many problems; `diagnostics` has them all. */
const mostListed = 20

/** Nothing was printed. `diagnostics` holds every reason; `message` says them in Chinese, with English beside; words of a form's author as they are. */
export class FormError extends Error {
  override readonly name = 'FormError'
  readonly diagnostics: readonly Diagnostic[]
  readonly kind: FormErrorKind

  /** @param cause what was thrown by the code of a form's author, with its stack */
  constructor(diagnostics: readonly Diagnostic[], kind: FormErrorKind = 'data', cause?: unknown) {
    super(writeMessage(diagnostics), cause === undefined ? {} : { cause })
    this.diagnostics = Object.freeze([...diagnostics])
    this.kind = kind
  }
}

const writeMessage = (diagnostics: readonly Diagnostic[]): string => {
  const lines = diagnostics.slice(0, mostListed).map(writeLine)
  const left = diagnostics.length - lines.length
  return left === 0 ? lines.join('\n') : `${lines.join('\n')}\n……另有${left}处问题 (${left} more)`
}

const writeLine = (diagnostic: Diagnostic): string => {
  const chinese = describeDiagnostic(diagnostic, 'zh-CN')
  // Words of an author's own are in the one language they were written in.
  if (typeof diagnostic.facts['message'] === 'string') return `${chinese.message}${chinese.hint}`
  const english = describeDiagnostic(diagnostic, 'en')
  return `${chinese.message}${chinese.hint}\n  ${english.message} ${english.hint}`
}
