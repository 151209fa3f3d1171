/** Undoes the password-based encryptions that PKCS #12 files come in: PBES2 (RFC 8018) and the older ones of RFC 7292, appendix C. */
import type { Asn1Reader } from './asn1.js'
import { keyFault } from './key-fault.js'
import { createDecipheriv, pbkdf2Sync } from './node-crypto.js'
import { derive, PURPOSE } from './pkcs12-password.js'
import { decryptRc2Cbc } from './rc2.js'

export interface Encrypted {
  /** Object identifier of the encryption, and its parameters as parsed. */
  readonly algorithm: string
  readonly parameters: unknown
  readonly data: Uint8Array
}

/** A file that asks for more rounds than this wants to keep the machine busy. */
export const MOST_ITERATIONS = 10_000_000

const PBES2 = '1.2.840.113549.1.5.13'

const OLDER: Readonly<Record<string, { readonly keyLength: number; readonly rc2Bits?: number }>> = {
  '1.2.840.113549.1.12.1.3': { keyLength: 24 },
  '1.2.840.113549.1.12.1.4': { keyLength: 16 },
  '1.2.840.113549.1.12.1.5': { keyLength: 16, rc2Bits: 128 },
  '1.2.840.113549.1.12.1.6': { keyLength: 5, rc2Bits: 40 },
}

/** Throws a FormError `sign-key/p12-unsupported`, or any error where the password is wrong. */
export function decryptWithPassword(encrypted: Encrypted, password: string, asn1: Asn1Reader): Uint8Array {
  if (encrypted.algorithm === PBES2) return decryptPbes2(encrypted, password, asn1)
  const cipher = OLDER[encrypted.algorithm]
  if (cipher === undefined) throw keyFault('p12-unsupported')
  const [salt, iterations] = asn1.itemsOf(encrypted.parameters)
  const from = { hash: 'sha1', password, salt: asn1.octetsOf(salt), iterations: limited(asn1.integerOf(iterations)) }
  const key = derive(from, PURPOSE.key, cipher.keyLength)
  const iv = derive(from, PURPOSE.iv, 8)
  if (cipher.rc2Bits !== undefined) return decryptRc2Cbc(key, cipher.rc2Bits, iv, encrypted.data)
  // Two-key triple DES uses its first key again as the third.
  return decipher(
    'des-ede3-cbc',
    cipher.keyLength === 16 ? Buffer.concat([key, key.subarray(0, 8)]) : key,
    iv,
    encrypted.data,
  )
}

const CIPHERS: Readonly<Record<string, { readonly name: string; readonly keyLength: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyLength: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyLength: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyLength: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyLength: 24 },
}

const PSEUDO_RANDOM: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

/** RFC 8018, A.2 and A.4: PBKDF2 with its parameters, then the cipher with its vector. */
function decryptPbes2({ parameters, data }: Encrypted, password: string, asn1: Asn1Reader): Uint8Array {
  const [derivation, encryption] = asn1.itemsOf(parameters)
  const [, derivationParameters] = asn1.itemsOf(derivation)
  const [salt, iterations, ...rest] = asn1.itemsOf(derivationParameters)
  const [cipherOid, iv] = asn1.itemsOf(encryption)
  const cipher = CIPHERS[asn1.oidOf(cipherOid)]
  const prf = rest.find((item) => !asn1.isInteger(item))
  const hash = prf === undefined ? 'sha1' : PSEUDO_RANDOM[asn1.oidOf(asn1.itemsOf(prf)[0])]
  if (cipher === undefined || hash === undefined) throw keyFault('p12-unsupported')
  const rounds = limited(asn1.integerOf(iterations))
  const key = pbkdf2Sync(password, asn1.octetsOf(salt), rounds, cipher.keyLength, hash)
  return decipher(cipher.name, key, asn1.octetsOf(iv), data)
}

function decipher(name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const open = createDecipheriv(name, key, iv)
  return Buffer.concat([open.update(data), open.final()])
}

export function limited(iterations: number): number {
  if (iterations >= 1 && iterations <= MOST_ITERATIONS) return iterations
  throw keyFault('p12-unsupported')
}
