/** The cryptography of the platform (OpenSSL, through Node). The only file of signing that knows it. */
import {
  constants,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  type KeyObject,
  pbkdf2Sync,
  sign,
  timingSafeEqual,
  verify,
  X509Certificate,
} from 'node:crypto'
import { type DigestName, RSA_PSS, type SignatureAlgorithm } from '../signer.js'

export type { KeyObject }
export { createDecipheriv, createHmac, createPrivateKey, pbkdf2Sync, timingSafeEqual, X509Certificate }

const HASHES: Readonly<Record<DigestName, string>> = {
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  SM3: 'sm3',
}

export function digest(name: DigestName, ...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash(HASHES[name])
  for (const part of parts) hash.update(part)
  return hash.digest()
}

export const hashWith = (openSslName: string, bytes: Uint8Array): Uint8Array =>
  createHash(openSslName).update(bytes).digest()

/** `saltLength` in bytes, for RSA PSS. */
export const signWith = (
  key: KeyObject,
  { digest, oid }: SignatureAlgorithm,
  bytes: Uint8Array,
  saltLength: number,
): Uint8Array => sign(HASHES[digest], bytes, { key, ...padding(oid, saltLength) })

export interface SignedBytes {
  readonly bytes: Uint8Array
  readonly signature: Uint8Array
  /** In bytes, for RSA PSS. */
  readonly saltLength: number
}

/** Undefined for a key of an algorithm that OpenSSL does not know, or that signs in other ways than the ones here. */
export function publicKeyOf(certificate: X509Certificate): KeyObject | undefined {
  try {
    const { publicKey } = certificate
    return ['rsa', 'rsa-pss', 'ec'].includes(publicKey.asymmetricKeyType ?? '') ? publicKey : undefined
  } catch {
    return undefined
  }
}

/** False for a wrong signature; undefined where OpenSSL cannot tell, as for SM2, which wants an identity beside the key. */
export function verifyWith(
  key: KeyObject,
  { digest, oid }: SignatureAlgorithm,
  { bytes, signature, saltLength }: SignedBytes,
): boolean | undefined {
  if (digest === 'SM3') return undefined
  try {
    return verify(HASHES[digest], bytes, { key, ...padding(oid, saltLength) }, signature)
  } catch {
    return false
  }
}

const padding = (oid: string, saltLength: number): object =>
  oid === RSA_PSS ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength } : {}
