/** Checks what can be checked without asking anyone: that the signed bytes are those, and that the key of the certificate signed them. */
import { certificateFacts, openCertificate } from './keys/certificates.js'
import { digest, verifyWith } from './keys/node-crypto.js'
import { openPdf } from './pdf/open-pdf.js'
import { type CmsSignature, readCms } from './read-cms.js'
import { type FoundSignature, type SignatureValue, signatureValues } from './read-signatures.js'

export interface CheckedSignature extends FoundSignature {
  /**
   * `intact`: the signed bytes are unchanged and the certificate's key signed them. `changed`: they are not, or it did not.
   * `unknown`: the bytes are unchanged, but the signature is of an algorithm that is not known here, such as SM2.
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
  if (cms === undefined) return { ...found, verdict: 'changed' }
  const { certificate } = cms
  const whose = { certificate, certificateHolder: certificateFacts(certificate).holder }
  return { ...found, verdict: found.coversWholeRevision ? judge(pdf, found, cms) : 'changed', ...whose }
}

function judge(pdf: Uint8Array, { byteRange }: FoundSignature, cms: CmsSignature): CheckedSignature['verdict'] {
  const [start1, length1, start2, length2] = byteRange
  const signed = digest(cms.digest, pdf.subarray(start1, start1 + length1), pdf.subarray(start2, start2 + length2))
  const named = cms.certificateHash === undefined || equal(cms.certificateHash, digest('SHA-256', cms.certificate))
  if (!equal(signed, cms.messageDigest) || !named) return 'changed'
  const { publicKey } = openCertificate(cms.certificate)
  const { algorithm, signedAttributes: bytes, signature, saltLength } = cms
  const verified = verifyWith(publicKey, algorithm, { bytes, signature, saltLength })
  return verified === undefined ? 'unknown' : verified ? 'intact' : 'changed'
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])
