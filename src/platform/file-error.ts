/** What the operating system says of a file, as a FormError; the words for its codes are in `diagnostics/reasons.ts`. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

/** `file-unreadable`, kind `file`. */
export const unreadable = (file: string, error: unknown): FormError =>
  unreadableBecause(file, isMisread(file) && systemCode(error) === 'ENOENT' ? 'name-encoding' : reasonOf(error))

/** Node reads names as UTF-8. One in GBK, as unpacked archives have, comes with marks in place of its bytes, and names no file. */
const isMisread = (file: string): boolean => file.includes('\uFFFD')

/** The same for a reason of the library's own. */
export const unreadableBecause = (file: string, reason: string): FormError =>
  new FormError([problem('file-unreadable', '', { file, reason })], 'file')

/** A font that is not there is `font-missing`, any other trouble `file-unreadable`: who may not read a sound font need not install it again. */
export const fontUnopened = (role: string, file: string, error: unknown): FormError =>
  systemCode(error) === 'ENOENT' ? fontMissing(role, file) : unreadable(file, error)

export const fontMissing = (role: string, file: string): FormError =>
  new FormError([problem('font-missing', '', { role, file })], 'file')

/** `file-unwritable`, kind `file`. */
export const unwritable = (file: string, error: unknown): FormError =>
  new FormError([problem('file-unwritable', '', { file, reason: reasonOf(error) })], 'file')

/** What the act gives; what it throws as `file-unwritable`. */
export const orUnwritable = <T>(file: string, act: () => T): T => {
  try {
    return act()
  } catch (error) {
    throw unwritable(file, error)
  }
}

/** The system code of an error, such as `ENOENT`; empty where it has none. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const reasonOf = (error: unknown): string => systemCode(error) || 'unknown'
