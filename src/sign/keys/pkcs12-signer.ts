/** A signer out of a PKCS #12 file (.p12, .pfx; RFC 7292), in the ciphers of today and of the past twenty years. */
import { FormError } from '../../diagnostics/form-error.js'
import { loadPki, type Pki, toBuffer } from '../pki.js'
import type { Signer } from '../signer.js'
import { type Asn1Reader, asn1Reader } from './asn1.js'
import { decryptWithPassword, limited } from './decrypt-with-password.js'
import { keyFault } from './key-fault.js'
import { keySigner, type RsaPadding } from './key-signer.js'
import { createHmac, createPrivateKey, type KeyObject, timingSafeEqual } from './node-crypto.js'
import { derive, PURPOSE } from './pkcs12-password.js'

export interface Pkcs12Key {
  readonly file: Uint8Array
  readonly password: string
  /** For RSA keys. Default `pkcs1`. */
  readonly padding?: RsaPadding | undefined
}

/** The first private key of the file, with all its certificates. Throws a FormError `sign-key`. */
export async function pkcs12Signer({ file, password, padding }: Pkcs12Key): Promise<Signer> {
  const pki = await loadPki()
  const { key, certificates } = openFile(pki, file, password)
  return keySigner(key, certificates, padding)
}

interface Opened {
  readonly key: KeyObject
  readonly certificates: readonly Uint8Array[]
}

function openFile(pki: Pki, file: Uint8Array, password: string): Opened {
  const asn1 = asn1Reader(pki)
  const pfx = guarded('p12-unreadable', () => pki.pkijs.PFX.fromBER(toBuffer(file)))
  const content = guarded('p12-unreadable', () => asn1.octetsOf(pfx.authSafe.content))
  const checked = checkMac(pfx, content, password, asn1)
  // Behind a good MAC a fault is the file's, without one it is most likely the password's.
  const fault = checked ? 'p12-unreadable' : 'password-wrong'
  const bags = guarded(fault, () => readBags(pki, asn1, content, password))
  const key = guarded(fault, () =>
    bags.map((bag) => readKey(pki, asn1, bag, password)).find((one) => one !== undefined),
  )
  if (key === undefined) throw keyFault('p12-without-key')
  return { key, certificates: guarded(fault, () => bags.flatMap((bag) => readCertificate(pki, asn1, bag))) }
}

/** Whatever a reader throws over foreign bytes is one of our errors; its own words might quote what they read. */
function guarded<T>(fault: 'p12-unreadable' | 'password-wrong', read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof FormError ? error : keyFault(fault)
  }
}

const MAC_HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Whether there was a MAC to check (RFC 7292, 5.1). Throws `password-wrong` where it does not fit. */
function checkMac(
  { macData }: InstanceType<Pki['pkijs']['PFX']>,
  content: Uint8Array,
  password: string,
  asn1: Asn1Reader,
): boolean {
  const hash = macData && MAC_HASHES[macData.mac.digestAlgorithm.algorithmId]
  if (macData === undefined || hash === undefined) return false
  const expected = asn1.octetsOf(macData.mac.digest)
  const from = { hash, password, salt: asn1.octetsOf(macData.macSalt), iterations: limited(macData.iterations ?? 1) }
  const found = createHmac(hash, derive(from, PURPOSE.mac, expected.length))
    .update(content)
    .digest()
  if (found.length !== expected.length || !timingSafeEqual(found, expected)) throw keyFault('password-wrong')
  return true
}

type Bag = InstanceType<Pki['pkijs']['SafeBag']>

const DATA = '1.2.840.113549.1.7.1'

/** The bags of all safes, those that are encrypted opened. */
function readBags(pki: Pki, asn1: Asn1Reader, content: Uint8Array, password: string): readonly Bag[] {
  const { AuthenticatedSafe, SafeContents, EncryptedData } = pki.pkijs
  const safes = AuthenticatedSafe.fromBER(toBuffer(content)).safeContents
  return safes.flatMap((safe) => {
    if (safe.contentType === DATA) return SafeContents.fromBER(toBuffer(asn1.octetsOf(safe.content))).safeBags
    const { encryptedContentInfo: info } = new EncryptedData({ schema: safe.content })
    const { algorithmId: algorithm, algorithmParams: parameters } = info.contentEncryptionAlgorithm
    const data = new Uint8Array(info.getEncryptedContent())
    return SafeContents.fromBER(toBuffer(decryptWithPassword({ algorithm, parameters, data }, password, asn1))).safeBags
  })
}

function readKey({ pkijs }: Pki, asn1: Asn1Reader, { bagValue }: Bag, password: string): KeyObject | undefined {
  if (bagValue instanceof pkijs.PrivateKeyInfo) return pkcs8(new Uint8Array(bagValue.toSchema().toBER()))
  if (!(bagValue instanceof pkijs.PKCS8ShroudedKeyBag)) return undefined
  const { algorithmId: algorithm, algorithmParams: parameters } = bagValue.encryptionAlgorithm
  return pkcs8(
    decryptWithPassword({ algorithm, parameters, data: asn1.octetsOf(bagValue.encryptedData) }, password, asn1),
  )
}

const pkcs8 = (der: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' })

const X509 = '1.2.840.113549.1.9.22.1'

function readCertificate({ pkijs }: Pki, asn1: Asn1Reader, { bagValue }: Bag): readonly Uint8Array[] {
  if (!(bagValue instanceof pkijs.CertBag) || bagValue.certId !== X509) return []
  const { certValue } = bagValue
  if (certValue instanceof pkijs.Certificate) return [new Uint8Array(certValue.toSchema().toBER())]
  return [asn1.octetsOf(certValue)]
}
