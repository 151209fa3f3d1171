/** Signs a PDF: PAdES baseline B-B (ETSI EN 319 142-1, 6.3) by incremental update (ISO 32000-1, 7.5.6). */

import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { type FontBookOptions, openFontBook } from '../fonts/font-book.js'
import type { Platform } from '../platform/platform.js'
import { appendAppearance, appendEmptyAppearance, type Size } from './appearance.js'
import type { AppearanceWords } from './appearance-lines.js'
import { checkPermission } from './check-permission.js'
import { type ChosenField, chooseField } from './choose-field.js'
import { findFields } from './find-fields.js'
import { certificateFacts } from './keys/certificates.js'
import { firstStructParent, linkFields, type NewField } from './link-fields.js'
import { makeCms } from './make-cms.js'
import {
  checkSignOptions,
  invalidOption,
  type ReservedField,
  type SignaturePlace,
  type SignOptions,
  signingTime,
} from './options.js'
import { type FoundPage, findPage } from './pdf/find-page.js'
import { type Increment, put, putText, reserve, startIncrement, writeIncrement } from './pdf/increment.js'
import { openPdf } from './pdf/open-pdf.js'
import { broken, unsupported } from './pdf/pdf-fault.js'
import { type PdfReference, withEntries } from './pdf/value.js'
import { openSignature, roomFor, signatureDictionary } from './signature-dictionary.js'
import { changeable, INVISIBLE, placeOnPage, type Rectangle, widget } from './widget.js'

/** The file with the signature behind it. Every byte of the input stays where it was. */
export async function sign(
  pdf: Uint8Array,
  options: SignOptions,
  platform: Platform,
): Promise<Uint8Array<ArrayBuffer>> {
  checkSignOptions(options)
  const words = wordsOf(options)
  const increment = startIncrement(openPdf(pdf))
  const chosen = choose(increment, options)
  const signature = reserve(increment)
  placeFields(increment, options, chosen, { signature, words, book: fontsOf(options, platform) })
  const room = roomFor(options.signer.certificates)
  putText(
    increment,
    signature,
    signatureDictionary({ ...words, time: signingTime(options.time), certify: options.certify ?? false }, room),
  )
  const written = writeIncrement(increment)
  const open = openSignature(written.pdf, written.bodies.get(signature.number) ?? 0, room)
  open.fill(await makeCms(options.signer, open.content))
  return written.pdf
}

/** Throws a FormError `sign-key/not-valid-then` for a certificate that did not hold at the time of signing. */
function wordsOf({ signer, name, time, reason }: SignOptions): AppearanceWords {
  signingTime(time)
  const { holder, notBefore, notAfter } = certificateFacts(signer.certificates[0] as Uint8Array)
  const then = Date.parse(time)
  if (then < notBefore.getTime() || then > notAfter.getTime()) {
    const facts = { time, from: notBefore.toISOString(), to: notAfter.toISOString() }
    throw new FormError([problem('certificate-not-valid', '', facts)], 'usage')
  }
  return { name: name ?? holder, time, ...(reason !== undefined && { reason }) }
}

function choose({ file }: Increment, options: SignOptions): ChosenField {
  const fields = findFields(file)
  const chosen = chooseField(fields, options)
  const added = [...(chosen.waiting ? [] : [{ field: chosen.name, place: options.place }]), ...(options.reserve ?? [])]
  const newVisible = added.filter(({ place }) => place !== undefined).map(({ field }) => field)
  checkPermission(file, fields, { certify: options.certify ?? false, newVisible })
  return chosen
}

/** Opened only where something is to be seen. */
const fontsOf = (
  { fonts = {} }: SignOptions,
  { shippedFonts, readFontFile }: Platform,
): (() => ReturnType<typeof openFontBook>) => {
  const options: FontBookOptions = { shipped: shippedFonts(), user: fonts, readFile: readFontFile }
  return () => openFontBook(options)
}

export interface Signed {
  readonly signature: PdfReference
  readonly words: AppearanceWords
  readonly book: () => ReturnType<typeof openFontBook>
}

function placeFields(increment: Increment, options: SignOptions, { name, waiting }: ChosenField, signed: Signed): void {
  const { place, reserve: reserved = [], certify = false } = options
  if (waiting) {
    if (waiting.box === undefined) throw broken('签名域的位置有误', 0)
    const changes = changeable(look(increment, waiting.box, signed), signed.signature)
    put(increment, waiting.reference, withEntries(waiting.field, changes))
  }
  const own: readonly ReservedField[] = waiting ? [] : [{ field: name, ...(place && { place }) }]
  const fields = createFields(increment, [...own, ...reserved], own.length === 0 ? undefined : signed)
  linkFields(increment, fields, certify ? signed.signature : undefined)
}

/** The first of them is signed, where there is a signature; the others wait. */
export function createFields(
  increment: Increment,
  fields: readonly ReservedField[],
  signed: Signed | undefined,
): readonly NewField[] {
  let structParent = firstStructParent(increment)
  return fields.map((field, index) => {
    // What cannot be seen is no part of the structure (ISO 14289-1, 7.18.1), so that it can be added behind a signature.
    const tagged = field.place === undefined || structParent === undefined ? {} : { structParent: structParent++ }
    return createField(increment, field, index === 0 ? signed : undefined, tagged)
  })
}

function createField(
  increment: Increment,
  { field, place }: ReservedField,
  signed: Signed | undefined,
  tagged: { readonly structParent?: number },
): NewField {
  const page = pageOf(increment, place)
  const rectangle = place ? placeOnPage(place, page) : INVISIBLE
  const to = reserve(increment)
  const parts = { field, rectangle, page: page.reference, appearance: look(increment, rectangle, signed), ...tagged }
  put(increment, to, widget({ ...parts, ...(signed && { value: signed.signature }) }))
  return { reference: to, page, ...tagged }
}

/** Invisible fields belong to the first page. */
function pageOf({ file }: Increment, place: SignaturePlace | undefined): FoundPage {
  const page = findPage(file, place?.page ?? 1)
  if (page === undefined) throw invalidOption('place', String(place?.page ?? 1), '没有这一页')
  if (place && page.rotation % 360 !== 0) throw unsupported('rotated')
  return page
}

function look(increment: Increment, [left, bottom, right, top]: Rectangle, signed: Signed | undefined): PdfReference {
  const size: Size = { width: right - left, height: top - bottom }
  if (signed === undefined || size.width === 0 || size.height === 0) return appendEmptyAppearance(increment, size)
  return appendAppearance(increment, size, signed.words, signed.book())
}
