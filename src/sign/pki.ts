/** PKI.js, loaded when a signature is first made or read: a plain print never needs it, and it may be left out. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

export interface Pki {
  readonly pkijs: typeof import('pkijs')
  readonly asn1js: typeof import('asn1js')
}

let loaded: Promise<Pki> | undefined

/** Throws a FormError `sign-library-missing` of kind `file` where the optional packages are not installed. */
export function loadPki(): Promise<Pki> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<Pki> {
  try {
    const [pkijs, asn1js] = await Promise.all([import('pkijs'), import('asn1js')])
    return { pkijs, asn1js }
  } catch {
    throw new FormError([problem('sign-library-missing', '', { packages: ['pkijs', 'asn1js'] })], 'file')
  }
}

/** A copy in a buffer of its own, as asn1js wants its bytes. Not by `slice`: that of Node's Buffer does not copy. */
export const toBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
