/** A signer out of a PEM key and its certificates. */

import type { Signer } from '../signer.js'
import { readCertificates } from './certificates.js'
import { keyFault } from './key-fault.js'
import { keySigner, type RsaPadding } from './key-signer.js'
import { createPrivateKey, type KeyObject } from './node-crypto.js'
import { tidyPem } from './tidy-pem.js'

export interface PemKey {
  /** PKCS #8, PKCS #1 or SEC 1, encrypted or not. */
  readonly key: string | Uint8Array
  /** The signer's certificate, and those that issued it: PEM with any number of them, or one in DER; or a list of such. */
  readonly certificates: string | Uint8Array | readonly (string | Uint8Array)[]
  /** Of an encrypted key. */
  readonly password?: string | undefined
  /** For RSA keys. Default `pkcs1`. */
  readonly padding?: RsaPadding | undefined
}

/** Throws a FormError `sign-key`, which says what is wrong and nothing of what the key is. */
export function pemSigner({ key, certificates, password, padding }: PemKey): Signer {
  const files = Array.isArray(certificates) ? certificates : [certificates]
  return keySigner(openKey(key, password), files.flatMap(readCertificates), padding)
}

function openKey(key: string | Uint8Array, password: string | undefined): KeyObject {
  const pem = tidyPem(typeof key === 'string' ? key : Buffer.from(key).toString('latin1'))
  const encrypted = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(pem)
  if (encrypted && password === undefined) throw keyFault('password-missing')
  try {
    return createPrivateKey({ key: pem, format: 'pem', ...(password === undefined ? {} : { passphrase: password }) })
  } catch {
    throw keyFault(encrypted ? 'password-wrong' : 'key-unreadable')
  }
}
