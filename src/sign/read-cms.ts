/** Takes a signature value apart (RFC 5652): what was signed, by whom, and how. */
import { firstElement, hasSoundLengths } from './der.js'
import { loadPki, type Pki, toBuffer } from './pki.js'
import {
  DEFAULT_SALT_LENGTH,
  DIGEST_OIDS,
  type DigestName,
  RSA_PSS,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from './signer.js'

export interface CmsSignature {
  /** The signer's certificate in DER. */
  readonly certificate: Uint8Array
  /** Undefined for one that is not known here. */
  readonly digest: DigestName | undefined
  /** What the signer said the digest of the document is. */
  readonly messageDigest: Uint8Array
  /** The DER of the signed attributes, as it was signed. */
  readonly signedAttributes: Uint8Array
  /** Undefined for one that is not known here. */
  readonly algorithm: SignatureAlgorithm | undefined
  readonly signature: Uint8Array
  /** In bytes, where the algorithm is RSA PSS. */
  readonly saltLength: number
  /** SHA-256 of the certificate by the attribute signing-certificate-v2; undefined where there is none, or in another digest. */
  readonly certificateHash: Uint8Array | undefined
}

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const

/** Undefined for what is no signature of one signer with attributes. Zeros behind the structure are room that was not needed. */
export async function readCms(contents: Uint8Array): Promise<CmsSignature | undefined> {
  const pki = await loadPki()
  try {
    return takeApart(pki, contents)
  } catch {
    // Bytes from anywhere: whatever the parser stumbles over, it is no signature.
    return undefined
  }
}

function takeApart({ pkijs, asn1js }: Pki, contents: Uint8Array): CmsSignature | undefined {
  const structure = firstElement(contents)
  if (structure === undefined || !hasSoundLengths(structure)) return undefined
  const content = pkijs.ContentInfo.fromBER(toBuffer(structure))
  const signed = new pkijs.SignedData({ schema: content.content })
  const { signerInfos, certificates = [], encapContentInfo } = signed
  if (content.contentType !== OID.signedData || encapContentInfo.eContentType !== OID.data) return undefined
  const [info] = signerInfos
  const attributes = info?.signedAttrs
  if (signerInfos.length !== 1 || info === undefined || attributes === undefined) return undefined
  if (signed.version !== VERSION || info.version !== VERSION) return undefined
  const index = certificates.findIndex((one) => one instanceof pkijs.Certificate && isOf(one, info.sid))
  const certificate = encodedCertificates(content.content)[index]
  const { algorithmId } = info.digestAlgorithm
  // Whoever reads the signature in one pass takes it from the list at its head.
  if (!signed.digestAlgorithms.some((one) => one.algorithmId === algorithmId)) return undefined
  const digest = digestOf(algorithmId)
  const values = (type: string): readonly unknown[] =>
    attributes.attributes.find((one) => one.type === type)?.values ?? []
  const [messageDigest] = values(OID.messageDigest)
  if (certificate === undefined || !(messageDigest instanceof asn1js.OctetString)) return undefined
  return {
    certificate,
    digest,
    messageDigest: new Uint8Array(messageDigest.getValue()),
    signedAttributes: new Uint8Array(attributes.encodedValue),
    algorithm: digest && algorithmOf(pkijs, info.signatureAlgorithm, digest),
    signature: new Uint8Array(info.signature.getValue()),
    saltLength: saltLengthOf(pkijs, info.signatureAlgorithm),
    certificateHash: certificateHash(asn1js, values(OID.signingCertificateV2)[0]),
  }

  function isOf(one: InstanceType<Pki['pkijs']['Certificate']>, sid: unknown): boolean {
    return (
      sid instanceof pkijs.IssuerAndSerialNumber &&
      // To the byte, as signers copy it: names that a comparison by RFC 5280 calls the same are another here.
      Buffer.from(one.issuer.valueBeforeDecode).equals(Buffer.from(sid.issuer.valueBeforeDecode)) &&
      one.serialNumber.isEqual(sid.serialNumber)
    )
  }

  /** As they stand in the file: written anew from what the parser understood, a damaged one would come out whole. */
  function encodedCertificates(signedData: unknown): readonly Uint8Array[] {
    const parts = signedData instanceof asn1js.Sequence ? signedData.valueBlock.value : []
    const list = parts.find(({ idBlock }) => idBlock.tagClass === CONTEXT && idBlock.tagNumber === 0)
    if (!(list instanceof asn1js.Constructed)) return []
    return list.valueBlock.value.map((one) => new Uint8Array(one.valueBeforeDecodeView))
  }
}

/** Of data outside the structure, signed by one who is named by the issuer and number of a certificate (RFC 5652, 5.1 and 5.3). */
const VERSION = 1

/** The class of tags whose meaning depends on where they stand (X.690, 8.1.2.2). */
const CONTEXT = 3

const digestOf = (oid: string): DigestName | undefined =>
  (Object.keys(DIGEST_OIDS) as DigestName[]).find((name) => DIGEST_OIDS[name] === oid)

/** RSA and ECDSA as such, of which many signers name the digest beside it alone, as PSS always does. */
const WITHOUT_DIGEST: readonly string[] = [RSA_PSS, '1.2.840.113549.1.1.1', '1.2.840.10045.2.1', '1.2.840.10045.4.3']

function algorithmOf(
  pkijs: Pki['pkijs'],
  algorithm: AlgorithmIdentifier,
  digest: DigestName,
): SignatureAlgorithm | undefined {
  const oid = algorithm.algorithmId
  if (oid === RSA_PSS && !digestsAlike(pkijs, algorithm, digest)) return undefined
  return WITHOUT_DIGEST.includes(oid)
    ? { digest, oid }
    : Object.values(signatureAlgorithms).find((one) => one.oid === oid)
}

type AlgorithmIdentifier = InstanceType<Pki['pkijs']['AlgorithmIdentifier']>

const MGF1 = '1.2.840.113549.1.1.8'

/** PSS may digest and mask by something else than what digested the document (RFC 4055, 3.1); Node masks with the digest alone. */
function digestsAlike(pkijs: Pki['pkijs'], algorithm: AlgorithmIdentifier, digest: DigestName): boolean {
  const { hashAlgorithm, maskGenAlgorithm } = pssParameters(pkijs, algorithm)
  const mask = new pkijs.AlgorithmIdentifier({ schema: maskGenAlgorithm.algorithmParams })
  const digests = [hashAlgorithm, mask].map(({ algorithmId }) => digestOf(algorithmId))
  return maskGenAlgorithm.algorithmId === MGF1 && digests.every((one) => one === digest)
}

const saltLengthOf = (pkijs: Pki['pkijs'], algorithm: AlgorithmIdentifier): number =>
  algorithm.algorithmId === RSA_PSS ? pssParameters(pkijs, algorithm).saltLength : DEFAULT_SALT_LENGTH

/** What is not named is the default: SHA-1 and a salt of 20 bytes. */
const pssParameters = (
  pkijs: Pki['pkijs'],
  { algorithmParams }: AlgorithmIdentifier,
): InstanceType<Pki['pkijs']['RSASSAPSSParams']> =>
  new pkijs.RSASSAPSSParams(algorithmParams === undefined ? {} : { schema: algorithmParams })

/** SigningCertificateV2 → certs → the first ESSCertIDv2 → its hash, which stands first where the digest is the default. */
function certificateHash(asn1js: Pki['asn1js'], attribute: unknown): Uint8Array | undefined {
  let node: unknown = attribute
  for (let depth = 0; depth < 3; depth++) node = node instanceof asn1js.Sequence ? node.valueBlock.value[0] : undefined
  return node instanceof asn1js.OctetString ? new Uint8Array(node.getValue()) : undefined
}
