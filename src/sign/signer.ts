/** Who signs: certificates, an algorithm and a function. Keys, cards, HSMs and signing services all come in through this. */

/** Digests the library can compute itself. */
export type DigestName = 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SM3'

/** What the signed attributes name as the signature algorithm (RFC 5652, 5.3). */
export interface SignatureAlgorithm {
  /** Digest of the document, and of whatever the signature algorithm digests. */
  readonly digest: DigestName
  /** Object identifier of the signature algorithm. */
  readonly oid: string
  /** Its parameters in DER. Absent: none are written, as ECDSA and SM2 want it. */
  readonly parameters?: Uint8Array
}

/**
 * The one thing to implement for an HSM, a card or a signing service. `sign` gets the DER of the signed attributes
 * (a few hundred bytes, never the document) and returns the signature as its algorithm encodes it in CMS: for RSA the
 * bare number, for ECDSA and SM2 the DER sequence of r and s. It digests the bytes itself, as the algorithm wants.
 */
export interface Signer {
  /** In DER: the signer's own first, then those that issued it, as far as they shall be embedded. */
  readonly certificates: readonly Uint8Array[]
  readonly algorithm: SignatureAlgorithm
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array
}

/** NULL, which PKCS #1 wants as parameters (RFC 8017, A.2.4). */
const DER_NULL = Uint8Array.of(0x05, 0x00)

const der = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

export const RSA_PSS = '1.2.840.113549.1.1.10'

/** The salt that is meant where the parameters name none (RFC 4055, 3.1). */
export const DEFAULT_SALT_LENGTH = 20

/** SHA-256 in both places, hash and mask generation (RFC 4055, 3.1). DER leaves a default out. */
export function pssAlgorithm(saltLength: number): SignatureAlgorithm {
  const hash = '300d06096086480165030402010500'
  const salt = saltLength === DEFAULT_SALT_LENGTH ? '' : explicit(2, integer(saltLength))
  const mask = `301a06092a864886f70d010108${hash}`
  return {
    digest: 'SHA-256',
    oid: RSA_PSS,
    parameters: der(element('30', explicit(0, hash) + explicit(1, mask) + salt)),
  }
}

const explicit = (tag: number, content: string): string => element(`a${tag}`, content)

/** Of fewer than 128 bytes. */
const element = (tag: string, content: string): string => tag + byte(content.length / 2) + content

/** From 0 to 32767; a first bit that is set would make it negative. */
const integer = (value: number): string =>
  element('02', value < 0x80 ? byte(value) : byte(value >> 8) + byte(value & 0xff))

const byte = (value: number): string => value.toString(16).padStart(2, '0')

/** The algorithms that jixiao knows by name. Any other is spelt out in the signer. */
export const signatureAlgorithms = {
  'rsa-sha256': { digest: 'SHA-256', oid: '1.2.840.113549.1.1.11', parameters: DER_NULL },
  'rsa-sha384': { digest: 'SHA-384', oid: '1.2.840.113549.1.1.12', parameters: DER_NULL },
  'rsa-sha512': { digest: 'SHA-512', oid: '1.2.840.113549.1.1.13', parameters: DER_NULL },
  /** A salt as long as the digest, as RFC 4055 advises. */
  'rsa-pss-sha256': pssAlgorithm(32),
  'ecdsa-sha256': { digest: 'SHA-256', oid: '1.2.840.10045.4.3.2' },
  'ecdsa-sha384': { digest: 'SHA-384', oid: '1.2.840.10045.4.3.3' },
  'ecdsa-sha512': { digest: 'SHA-512', oid: '1.2.840.10045.4.3.4' },
  /** GB/T 35275 and GM/T 0006: SM2 with SM3. The signature itself comes from a service or a card. */
  'sm2-sm3': { digest: 'SM3', oid: '1.2.156.10197.1.501' },
} as const satisfies Readonly<Record<string, SignatureAlgorithm>>

/** Object identifiers of the digests. */
export const DIGEST_OIDS: Readonly<Record<DigestName, string>> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
  SM3: '1.2.156.10197.1.401',
}
