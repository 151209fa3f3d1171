/** The errors about a caller's font, as FormErrors that name the role or the file. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FontFaultReason } from './font-fault.js'

interface NamedFont {
  readonly path?: string | undefined
  readonly face?: string | undefined
}

/** `font-unreadable` for a file that is broken or no font, `font-refused` for a font that may not or cannot serve. */
export function refuseFont(role: string, font: NamedFont, fault: FontFaultReason, detail: string): FormError {
  const broken = fault === 'damaged' || fault === 'not-a-font'
  const facts = { file: fileOf(role, font), role, reason: fault, detail }
  return fontError(problem(broken ? 'font-unreadable' : 'font-refused', '', facts))
}

export function faceMissing(role: string, font: NamedFont, faces: readonly string[]): FormError {
  const facts = { file: fileOf(role, font), role, faces }
  return fontError(
    font.face === undefined
      ? problem('font-face-missing/unnamed', '', facts)
      : problem('font-face-missing', '', { ...facts, face: font.face }),
  )
}

export const fontMissing = (role: string, font: NamedFont): FormError =>
  fontError(problem('font-missing', '', { role, file: fileOf(role, font) }))

const fontError = (diagnostic: Diagnostic): FormError => new FormError([diagnostic], 'file')

/** A font given as bytes has no name but its role. */
const fileOf = (role: string, font: NamedFont): string => font.path ?? role
