/** What signatures a PDF has, and which bytes each of them covers (ISO 32000-1, 12.8.1). Nothing here says that one is valid. */
import { findFields, type SignatureField } from './find-fields.js'
import { openPdf, type PdfFile, type Revision } from './pdf/open-pdf.js'
import { broken } from './pdf/pdf-fault.js'
import { isoDate, textOf } from './pdf/text-string.js'
import { nameOf, numberOf, type PdfDictionary } from './pdf/value.js'

/** Two stretches: start and length of each, in bytes from the start of the file. */
export type ByteRange = readonly [start1: number, length1: number, start2: number, length2: number]

export interface FoundSignature {
  /** Full name of the field. */
  readonly field: string
  readonly byteRange: ByteRange
  /** Which revision it was written with, from 0, the unsigned one. */
  readonly revision: number
  /**
   * Everything from the first byte to the end of its revision is signed, and only the signature value itself is left
   * out. False also where the signature dictionary was replaced by a later revision.
   */
  readonly coversWholeRevision: boolean
  /** The same, and nothing was added to the file since. */
  readonly coversWholeFile: boolean
  readonly subFilter: string
  /** As the signature dictionary says: claims, signed but not proven. */
  readonly signerName?: string
  /** ISO 8601. */
  readonly time?: string
  readonly reason?: string
}

/** A found signature with the signed value itself, for those who check it. */
export interface SignatureValue extends FoundSignature {
  /** The CMS structure in DER, with the zeros behind it. */
  readonly contents: Uint8Array
}

/**
 * The signatures of a PDF, the oldest first. Empty for an unsigned one.
 * Throws a FormError `pdf-broken` or `pdf-unsupported`, whatever the bytes are; never anything else, and never late.
 */
export function readSignatures(pdf: Uint8Array): readonly FoundSignature[] {
  return signatureValues(openPdf(pdf)).map(({ contents: _, ...found }) => found)
}

/**
 * The bytes before the first signature: what was there when the first person signed, a view and no copy.
 * An unsigned PDF is returned whole. Throws as `readSignatures`.
 */
export function unsignedRevision(pdf: Uint8Array): Uint8Array {
  const file = openPdf(pdf)
  const [first] = signatureValues(file)
  return first === undefined ? pdf : pdf.subarray(0, file.revisions[first.revision]?.start)
}

export function signatureValues(file: PdfFile): readonly SignatureValue[] {
  const signed = findFields(file).signatures.flatMap((field) =>
    field.signature ? [readValue(file, field, field.signature)] : [],
  )
  return signed.sort((a, b) => a.revision - b.revision)
}

function readValue(file: PdfFile, field: SignatureField, signature: PdfDictionary): SignatureValue {
  const { entries } = signature
  const byteRange = readByteRange(signature)
  const contents = entries.get('Contents')
  if (byteRange === undefined || contents?.kind !== 'string' || contents.at === undefined)
    throw broken('签名字典有误', 0)
  const [gapStart, gapEnd] = contents.at
  const revision = file.revisions.findIndex(({ end }) => gapEnd <= end)
  const whole = coversRevision(byteRange, gapStart, gapEnd, file.revisions[revision])
  return {
    field: field.name,
    byteRange,
    revision,
    coversWholeRevision: whole,
    coversWholeFile: whole && byteRange[2] + byteRange[3] === file.bytes.length,
    subFilter: nameOf(entries.get('SubFilter')) ?? '',
    ...claims(entries),
    contents: Uint8Array.from(contents.bytes, (letter) => letter.charCodeAt(0)),
  }
}

function claims(entries: PdfDictionary['entries']): Pick<FoundSignature, 'signerName' | 'time' | 'reason'> {
  const [signerName, time, reason] = [
    textOf(entries.get('Name')),
    isoDate(entries.get('M')),
    textOf(entries.get('Reason')),
  ]
  return {
    ...(signerName !== undefined && { signerName }),
    ...(time !== undefined && { time }),
    ...(reason !== undefined && { reason }),
  }
}

function readByteRange({ entries }: PdfDictionary): ByteRange | undefined {
  const value = entries.get('ByteRange')
  const numbers = value?.kind === 'array' ? value.items.map((item) => numberOf(item) ?? -1) : []
  if (numbers.length !== 4 || numbers.some((one) => !Number.isInteger(one) || one < 0)) return undefined
  return numbers as unknown as ByteRange
}

/** The gap is the value with its delimiters, no more; the end is that of the revision, with or without its line end. */
function coversRevision(
  [start1, length1, start2, length2]: ByteRange,
  gapStart: number,
  gapEnd: number,
  revision?: Revision,
): boolean {
  if (revision === undefined || start1 !== 0 || length1 !== gapStart || start2 !== gapEnd) return false
  const left = revision.end - (start2 + length2)
  return left === 0 || (revision.eol > 0 && left === revision.eol)
}
