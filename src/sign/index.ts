/** `jixiao-forms/sign`: signing PDFs, and reading the signatures of signed ones. */
import { nodePlatform } from '../platform/node-platform.js'
import type { SignOptions } from './options.js'
import { sign } from './sign-pdf.js'

/**
 * Signs a PDF with a PAdES baseline B-B signature, appended as an incremental update: the given bytes stay as they are,
 * and the result begins with them. PDF/A and PDF/UA conformance stay what they were.
 * @param pdf a PDF with classic cross-reference tables, as jixiao writes them; signed ones may be signed again
 * @returns the signed PDF; with an RSA PKCS #1 key the same bytes for the same input
 * @throws FormError: `pdf-broken`, `pdf-unsupported` (kind `data`); `option-invalid`, `sign-key`, `certificate-not-valid`,
 * `field-taken`, `certify-not-first`, `certified`, `signature-place-small`, `character-missing` (kind `usage`);
 * `sign-library-missing` (kind `file`). Errors of the signer itself come through as they are.
 */
export const signPdf = async (pdf: Uint8Array, options: SignOptions): Promise<Uint8Array<ArrayBuffer>> =>
  sign(pdf, options, nodePlatform)

export { type ForeignChange, foreignChanges } from './check-increments.js'
export type { RsaPadding } from './keys/key-signer.js'
export { type PemKey, pemSigner } from './keys/pem-signer.js'
export { type Pkcs12Key, pkcs12Signer } from './keys/pkcs12-signer.js'
export type { ReservedField, SignaturePlace, SignOptions } from './options.js'
export { type ByteRange, type FoundSignature, readSignatures, unsignedRevision } from './read-signatures.js'
export { reserveFields } from './reserve-fields.js'
export { type DigestName, type SignatureAlgorithm, type Signer, signatureAlgorithms } from './signer.js'
export { type CheckedSignature, verifySignatures } from './verify-signatures.js'
