/** What the caller of `signPdf` may choose. */
import { readIsoDateTime } from '../dates/iso-date-time.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { readTimestamp, type Timestamp } from '../finish/timestamp.js'
import type { UserFont } from '../fonts/user-font.js'
import type { Signer } from './signer.js'

/** Where a signature is seen, in millimetres from the page's top-left corner. */
export interface SignaturePlace {
  /** Page number, from 1. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An empty field for someone who signs later. */
export interface ReservedField {
  readonly field: string
  /** Absent: the signature will not be seen. */
  readonly place?: SignaturePlace | undefined
}

export interface SignOptions {
  readonly signer: Signer
  /** The claimed time of signing, ISO 8601 with an offset: the library has no clock. */
  readonly time: string
  /** A field of the document that waits to be signed, or a name for a new one. Default: `Signature1`, or the next free number. */
  readonly field?: string | undefined
  /** Default: the common name of the certificate. */
  readonly name?: string | undefined
  readonly reason?: string | undefined
  /** Absent: the signature is not seen, or stands where its waiting field stands. */
  readonly place?: SignaturePlace | undefined
  /** A certification signature, the first of the document: from then on it may only be signed further (DocMDP, 12.8.2.2). */
  readonly certify?: boolean | undefined
  /** Fields for those who sign later. Behind a certification nobody can add a visible one. */
  readonly reserve?: readonly ReservedField[] | undefined
  /** Fonts by role, as in `FormOptions`; `song` sets what is seen. */
  readonly fonts?: Readonly<Record<string, UserFont>> | undefined
}

const LONGEST_TEXT = 200
const LONGEST_SIDE = 5000

/** @throws FormError of kind `usage`: `option-invalid` */
export function checkSignOptions(options: SignOptions): void {
  const { signer, name, reason, field, place, reserve = [] } = options
  if (signer.certificates.length === 0) throw new FormError([problem('sign-key/certificate-missing', '', {})], 'usage')
  checkText('name', name)
  checkText('reason', reason)
  checkField('field', field)
  if (place) checkPlace('place', place)
  checkReserved(reserve)
}

/** @throws FormError of kind `usage`: `option-invalid` */
export function checkReserved(reserved: readonly ReservedField[]): void {
  for (const { field, place } of reserved) {
    checkField('reserve', field)
    if (place) checkPlace('reserve', place)
  }
}

export const invalidOption = (option: string, found: string, reason: string): FormError =>
  new FormError([problem('option-invalid', '', { option, found, reason })], 'usage')

function checkText(option: string, text: string | undefined): void {
  if (text === undefined) return
  if (Array.from(text).length > LONGEST_TEXT) throw invalidOption(option, text, `超过${LONGEST_TEXT}字`)
  if (/[\u0000-\u001F\u007F-\u009F\uD800-\uDFFF]/u.test(text)) throw invalidOption(option, text, '含有控制字符')
}

/** A point would make the field a part of another one (12.7.3.2). */
function checkField(option: string, field: string | undefined): void {
  checkText(option, field)
  if (field?.trim() === '' || field?.includes('.')) throw invalidOption(option, field, '域名不能为空，也不能含有“.”')
}

function checkPlace(option: string, place: SignaturePlace): void {
  const { page, x, y, width, height } = place
  const found = [page, x, y, width, height].join(',')
  if (!Number.isInteger(page) || page < 1) throw invalidOption(option, found, '页码应为从1起的整数')
  const lengths = [x, y, width, height]
  if (lengths.some((one) => !Number.isFinite(one) || one < 0 || one > LONGEST_SIDE))
    throw invalidOption(option, found, '位置以毫米为单位，不能为负')
  if (width === 0 || height === 0) throw invalidOption(option, found, '宽和高应大于0')
}

/** A time without an offset could be any of 26 hours. */
export function signingTime(iso: string): Timestamp {
  if (readIsoDateTime(iso)?.offset) return readTimestamp(iso)
  throw invalidOption('time', iso, '应为带时区的ISO 8601日期时间，如2023-01-28T10:47:20+08:00')
}
