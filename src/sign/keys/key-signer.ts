/** A signer out of a private key that is at hand. */
import { pssAlgorithm, type SignatureAlgorithm, type Signer, signatureAlgorithms } from '../signer.js'
import { openCertificate } from './certificates.js'
import { keyFault } from './key-fault.js'
import { type KeyObject, signWith } from './node-crypto.js'

/** How an RSA key signs: PKCS #1 v1.5, which every reader knows, or PSS. */
export type RsaPadding = 'pkcs1' | 'pss'

/** RSA needs this many bits (GM/T and ETSI TS 119 312 agree). */
const LEAST_RSA_BITS = 2048

/** The certificate of the key is moved to the front. Throws a FormError `sign-key`. */
export function keySigner(key: KeyObject, certificates: readonly Uint8Array[], padding: RsaPadding = 'pkcs1'): Signer {
  const own = certificates.find((der) => openCertificate(der).checkPrivateKey(key))
  if (own === undefined) throw keyFault(certificates.length === 0 ? 'certificate-missing' : 'mismatch')
  const { algorithm, saltLength } = algorithmOf(key, padding)
  return {
    certificates: [own, ...certificates.filter((der) => der !== own)],
    algorithm,
    sign: (bytes) => signWith(key, algorithm, bytes, saltLength),
  }
}

interface KeyAlgorithm {
  readonly algorithm: SignatureAlgorithm
  /** In bytes; 0 where there is none. */
  readonly saltLength: number
}

function algorithmOf(key: KeyObject, padding: RsaPadding): KeyAlgorithm {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key
  if (type === 'rsa' || type === 'rsa-pss') {
    if ((details.modulusLength ?? 0) < LEAST_RSA_BITS) throw keyFault('weak')
    return type === 'rsa-pss' || padding === 'pss' ? pss(details) : unsalted('rsa-sha256')
  }
  if (type === 'ec' && details.namedCurve === 'prime256v1') return unsalted('ecdsa-sha256')
  if (type === 'ec' && details.namedCurve === 'secp384r1') return unsalted('ecdsa-sha384')
  if (type === 'ec' && details.namedCurve === 'secp521r1') return unsalted('ecdsa-sha512')
  throw keyFault('unsupported')
}

const unsalted = (name: keyof typeof signatureAlgorithms): KeyAlgorithm => ({
  algorithm: signatureAlgorithms[name],
  saltLength: 0,
})

const SHA256_LENGTH = 32

/**
 * A PSS key may name the digests and the salt it is for, and then signs with no others (RFC 4055, 1.2 and 3.1): a longer
 * salt than it names is allowed, but validators compare. The salt has to find room beside the digest (RFC 8017, 9.1.1).
 */
function pss(details: NonNullable<KeyObject['asymmetricKeyDetails']>): KeyAlgorithm {
  const { hashAlgorithm = 'sha256', mgf1HashAlgorithm = 'sha256', saltLength = SHA256_LENGTH } = details
  const room = Math.ceil(((details.modulusLength ?? 0) - 1) / 8) - SHA256_LENGTH - 2
  if (hashAlgorithm !== 'sha256' || mgf1HashAlgorithm !== 'sha256' || saltLength > room) throw keyFault('pss-limits')
  return { algorithm: pssAlgorithm(saltLength), saltLength }
}
