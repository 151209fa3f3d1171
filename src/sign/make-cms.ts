/**
 * The signature value of PAdES baseline B-B: CMS SignedData, detached, with content type, message digest and signing
 * certificate as its signed attributes and no signing time, which stands in the PDF (ETSI EN 319 142-1, 6.3; RFC 5652; RFC 5035).
 */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { digest } from './keys/node-crypto.js'
import { loadPki, type Pki, toBuffer } from './pki.js'
import { DIGEST_OIDS, type SignatureAlgorithm, type Signer } from './signer.js'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

/** `content` is what the byte range covers, in its two parts. Returns DER. */
export async function makeCms(signer: Signer, content: readonly Uint8Array[]): Promise<Uint8Array> {
  const pki = await loadPki()
  const certificates = signer.certificates.map((der) => pki.pkijs.Certificate.fromBER(toBuffer(der)))
  const attributes = signedAttributes(
    pki,
    signer,
    certificates[0] as Certificate,
    digest(signer.algorithm.digest, ...content),
  )
  const toSign = new pki.asn1js.Set({ value: attributes.map((attribute) => attribute.toSchema()) }).toBER()
  const signature = await askSigner(signer, new Uint8Array(toSign))
  const cms = signedData(pki, signer.algorithm, certificates, attributes, signature)
  const der = new Uint8Array(cms.toSchema().toBER())
  for (const certificate of signer.certificates) requireWhole(der, certificate)
  return der
}

type Certificate = InstanceType<Pki['pkijs']['Certificate']>
type Attribute = InstanceType<Pki['pkijs']['Attribute']>

/** In the order that DER gives to a set: by their bytes (X.690, 11.6). */
function signedAttributes(pki: Pki, signer: Signer, certificate: Certificate, messageDigest: Uint8Array): Attribute[] {
  const { pkijs, asn1js } = pki
  const attribute = (type: string, value: unknown): Attribute => new pkijs.Attribute({ type, values: [value] })
  const attributes = [
    attribute(OID.contentType, new asn1js.ObjectIdentifier({ value: OID.data })),
    attribute(OID.messageDigest, new asn1js.OctetString({ valueHex: toBuffer(messageDigest) })),
    attribute(OID.signingCertificateV2, signingCertificate(pki, signer.certificates[0] as Uint8Array, certificate)),
  ]
  const keyed = attributes.map((one) => ({ one, bytes: Buffer.from(one.toSchema().toBER()) }))
  return keyed.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ one }) => one)
}

/**
 * SigningCertificateV2 with one ESSCertIDv2: the SHA-256 of the certificate, which as the default is not named, with
 * issuer and serial number (RFC 5035, 4).
 */
function signingCertificate({ asn1js }: Pki, der: Uint8Array, { issuer, serialNumber }: Certificate): object {
  const { Sequence, OctetString, Constructed } = asn1js
  const directoryName = new Constructed({ idBlock: { tagClass: 3, tagNumber: 4 }, value: [issuer.toSchema()] })
  const issuerSerial = new Sequence({ value: [new Sequence({ value: [directoryName] }), serialNumber] })
  const hash = new OctetString({ valueHex: toBuffer(digest('SHA-256', der)) })
  const certificateId = new Sequence({ value: [hash, issuerSerial] })
  return new Sequence({ value: [new Sequence({ value: [certificateId] })] })
}

async function askSigner(signer: Signer, bytes: Uint8Array): Promise<Uint8Array> {
  const signature = await signer.sign(bytes)
  if (signature instanceof Uint8Array && signature.length > 0) return signature
  throw new FormError([problem('sign-key/no-signature', '', {})], 'usage')
}

function signedData(
  { pkijs, asn1js }: Pki,
  algorithm: SignatureAlgorithm,
  certificates: readonly Certificate[],
  attributes: readonly Attribute[],
  signature: Uint8Array,
): InstanceType<Pki['pkijs']['ContentInfo']> {
  const own = certificates[0] as Certificate
  const digestAlgorithm = new pkijs.AlgorithmIdentifier({ algorithmId: DIGEST_OIDS[algorithm.digest] })
  const { parameters } = algorithm
  const signatureAlgorithm = new pkijs.AlgorithmIdentifier({
    algorithmId: algorithm.oid,
    ...(parameters && { algorithmParams: asn1js.fromBER(toBuffer(parameters)).result }),
  })
  const signerInfo = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm,
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: [...attributes] }),
    signatureAlgorithm,
    signature: new asn1js.OctetString({ valueHex: toBuffer(signature) }),
  })
  const signed = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [...certificates],
    signerInfos: [signerInfo],
  })
  return new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) })
}

/** A certificate that came out otherwise than it went in would not be the one that was hashed. */
function requireWhole(cms: Uint8Array, certificate: Uint8Array): void {
  if (!Buffer.from(cms).includes(Buffer.from(certificate))) {
    throw new FormError([problem('sign-key/certificate-unreadable', '', {})], 'usage')
  }
}
