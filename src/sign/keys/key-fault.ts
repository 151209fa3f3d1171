/** The errors about keys, certificates and passwords. None of them ever holds a byte of a key or a letter of a password. */
import type { MessageKey } from '../../diagnostics/code.js'
import { FormError } from '../../diagnostics/form-error.js'
import { problem } from '../../diagnostics/make-problem.js'

/** What a key cannot do, or is not; the words are in the catalogues. */
export type KeyFault = Extract<MessageKey, `sign-key/${string}`> extends `sign-key/${infer Fault}` ? Fault : never

export const keyFault = (fault: KeyFault): FormError => new FormError([problem(`sign-key/${fault}`, '', {})], 'usage')
