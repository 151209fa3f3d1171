/** Checks what can be checked without asking anyone: that the signed bytes are those, and that the key of the certificate signed them. */
import { FormError } from '../diagnostics/form-error.js'
import { certificateFacts, openCertificate } from './keys/certificates.js'
import { digest, publicKeyOf, verifyWith } from './keys/node-crypto.js'
import { openPdf } from './pdf/open-pdf.js'
import { type CmsSignature, readCms } from './read-cms.js'
import { type FoundSignature, type SignatureValue, signatureValues } from './read-signatures.js'

export interface CheckedSignature extends FoundSignature {
  /**
   * `intact`: the signed bytes are unchanged and the certificate's key signed them. `changed`: they are not, or it did not.
   * `unknown`: it is of an algorithm that is not known here: a signature such as SM2 or Ed25519, beneath which the bytes are
   * unchanged, or a digest such as SHA-3 or SHAKE256, by which nobody here can tell.
   */
  readonly verdict: 'intact' | 'changed' | 'unknown'
  /** The certificate holder; by a certificate that nobody has vouched for. */
  readonly certificateHolder?: string
  /** In DER. */
  readonly certificate?: Uint8Array
}

/**
 * Checks every signature of a PDF. Whether a certificate is to be trusted, and was not revoked, is not looked at:
 * that is for a validation service. Throws a FormError as `readSignatures`.
 */
export async function verifySignatures(pdf: Uint8Array): Promise<readonly CheckedSignature[]> {
  return Promise.all(signatureValues(openPdf(pdf)).map((value) => check(pdf, value)))
}

async function check(pdf: Uint8Array, { contents, ...found }: SignatureValue): Promise<CheckedSignature> {
  const cms = await readCms(contents)
  const certificateHolder = cms && holderOf(cms.certificate)
  if (cms === undefined || certificateHolder === undefined) return { ...found, verdict: 'changed' }
  const whose = { certificate: cms.certificate, certificateHolder }
  return { ...found, verdict: found.coversWholeRevision ? judge(pdf, found, cms) : 'changed', ...whose }
}

/** Undefined where the certificate cannot be read: it came out of the file and may be damaged as the rest of it. */
function holderOf(certificate: Uint8Array): string | undefined {
  try {
    return certificateFacts(certificate).holder
  } catch (error) {
    if (error instanceof FormError) return undefined
    throw error
  }
}

function judge(pdf: Uint8Array, { byteRange }: FoundSignature, cms: CmsSignature): CheckedSignature['verdict'] {
  const [start1, length1, start2, length2] = byteRange
  const named = cms.certificateHash === undefined || equal(cms.certificateHash, digest('SHA-256', cms.certificate))
  if (!named) return 'changed'
  if (cms.digest === undefined) return 'unknown'
  const signed = digest(cms.digest, pdf.subarray(start1, start1 + length1), pdf.subarray(start2, start2 + length2))
  if (!equal(signed, cms.messageDigest)) return 'changed'
  const { algorithm, signedAttributes: bytes, signature, saltLength } = cms
  const key = publicKeyOf(openCertificate(cms.certificate))
  const verified = key && algorithm && verifyWith(key, algorithm, { bytes, signature, saltLength })
  return verified === undefined ? 'unknown' : verified ? 'intact' : 'changed'
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])
