/** A signer out of a private key that is at hand. */
import { type SignatureAlgorithm, type Signer, signatureAlgorithms } from '../signer.js'
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
  const algorithm = algorithmOf(key, padding)
  return {
    certificates: [own, ...certificates.filter((der) => der !== own)],
    algorithm,
    sign: (bytes) => signWith(key, algorithm, bytes),
  }
}

function algorithmOf(key: KeyObject, padding: RsaPadding): SignatureAlgorithm {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key
  if (type === 'rsa' || type === 'rsa-pss') {
    if ((details.modulusLength ?? 0) < LEAST_RSA_BITS) throw keyFault('weak')
    return signatureAlgorithms[type === 'rsa-pss' || padding === 'pss' ? 'rsa-pss-sha256' : 'rsa-sha256']
  }
  if (type === 'ec' && details.namedCurve === 'prime256v1') return signatureAlgorithms['ecdsa-sha256']
  if (type === 'ec' && details.namedCurve === 'secp384r1') return signatureAlgorithms['ecdsa-sha384']
  throw keyFault('unsupported')
}
