/** What is read out of certificates: whose they are, and when they hold (RFC 5280). */
import { keyFault } from './key-fault.js'
import { X509Certificate } from './node-crypto.js'
import { tidyPem } from './tidy-pem.js'

export interface CertificateFacts {
  /** Common name, else the whole subject. */
  readonly holder: string
  readonly notBefore: Date
  readonly notAfter: Date
}

/** Throws a FormError `sign-key/certificate-unreadable`. */
export function openCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der)
  } catch {
    throw keyFault('certificate-unreadable')
  }
}

export function certificateFacts(der: Uint8Array): CertificateFacts {
  const certificate = openCertificate(der)
  return {
    holder: commonName(certificate.subject),
    notBefore: new Date(certificate.validFrom),
    notAfter: new Date(certificate.validTo),
  }
}

/** Node writes one attribute a line; the last common name is the most specific one. */
function commonName(subject: string | undefined): string {
  const lines = (subject ?? '').split('\n')
  const found = lines.findLast((line) => line.startsWith('CN='))
  return (found?.slice('CN='.length) ?? lines.join(' ')).replace(/\\(.)/g, '$1')
}

const PEM =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[A-Za-z0-9+/=\s]+?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g

/** All certificates of a PEM text, or the one of a DER file. */
export function readCertificates(input: string | Uint8Array): readonly Uint8Array[] {
  const text = typeof input === 'string' ? input : Buffer.from(input).toString('latin1')
  const blocks = text.match(PEM) ?? []
  const read =
    blocks.length > 0 ? blocks.map((pem) => openPem(tidyPem(pem))) : [openCertificate(Buffer.from(text, 'latin1')).raw]
  return read.map((raw) => new Uint8Array(raw))
}

function openPem(pem: string): Uint8Array {
  try {
    return new X509Certificate(pem).raw
  } catch {
    throw keyFault('certificate-unreadable')
  }
}
