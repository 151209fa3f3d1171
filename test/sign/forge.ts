/** Signs as the library does, and lets whoever signs bring something else along: every byte of it is signed. */
import { readTimestamp } from '../../src/finish/timestamp.js'
import { appendEmptyAppearance } from '../../src/sign/appearance.js'
import { firstStructParent, linkFields } from '../../src/sign/link-fields.js'
import { makeCms } from '../../src/sign/make-cms.js'
import { findPage } from '../../src/sign/pdf/find-page.js'
import { type Increment, put, putText, reserve, startIncrement, writeIncrement } from '../../src/sign/pdf/increment.js'
import { dictionaryOf, openPdf } from '../../src/sign/pdf/open-pdf.js'
import { parseValue } from '../../src/sign/pdf/parse-value.js'
import { type PdfDictionary, type PdfReference, type PdfValue, withEntries } from '../../src/sign/pdf/value.js'
import { openSignature, roomFor, signatureDictionary } from '../../src/sign/signature-dictionary.js'
import type { Signer } from '../../src/sign/signer.js'
import { type Rectangle, widget } from '../../src/sign/widget.js'

/** What a forger has at hand. */
export interface Desk {
  readonly increment: Increment
  readonly widget: PdfReference
  readonly signature: PdfReference
}

export interface Forgery {
  /** Default: in the white. */
  readonly rectangle?: Rectangle
  /** Other entries of the widget. */
  readonly widget?: (desk: Desk) => Readonly<Record<string, PdfValue>>
  /** Changes other objects, after everything that signing changes. */
  readonly change?: (desk: Desk) => void
  /** Other entries of the trailer. */
  readonly trailer?: (desk: Desk) => Readonly<Record<string, PdfValue>>
}

/** On the first page, visible, and part of the structure where there is one. */
export async function forge(pdf: Uint8Array, signer: Signer, forgery: Forgery): Promise<Uint8Array> {
  const increment = startIncrement(openPdf(pdf))
  const { file } = increment
  const page = findPage(file, 1)!
  const desk = { increment, widget: reserve(increment), signature: reserve(increment) }
  const { rectangle = [60, 60, 160, 100] } = forgery
  const size = { width: rectangle[2] - rectangle[0], height: rectangle[3] - rectangle[1] }
  const structParent = firstStructParent(increment)
  const tagged = structParent === undefined ? {} : { structParent }
  const honest = widget({
    field: 'Signature1',
    rectangle,
    page: page.reference,
    appearance: appendEmptyAppearance(increment, size),
    value: desk.signature,
    ...tagged,
  })
  put(increment, desk.widget, withEntries(honest, forgery.widget?.(desk) ?? {}))
  linkFields(increment, [{ reference: desk.widget, page, ...tagged }], undefined)
  forgery.change?.(desk)
  const trailer = withEntries(file.trailer, forgery.trailer?.(desk) ?? {})
  return signIncrement({ ...increment, file: { ...file, trailer } }, desk.signature, signer)
}

async function signIncrement(increment: Increment, signature: PdfReference, signer: Signer): Promise<Uint8Array> {
  const room = roomFor(signer.certificates)
  const time = readTimestamp('2026-01-01T00:00:00Z')
  putText(increment, signature, signatureDictionary({ name: '某人', time, certify: false }, room))
  const written = writeIncrement(increment)
  const open = openSignature(written.pdf, written.bodies.get(signature.number) ?? 0, room)
  open.fill(await makeCms(signer, open.content))
  return written.pdf
}

/** Writes a dictionary anew, as signing left it, with other entries. */
export function rewrite({ increment }: Desk, at: PdfReference, changes: Readonly<Record<string, PdfValue>>): void {
  const { file, objects } = increment
  const body = objects.get(at.number)?.body
  const signed = body === undefined ? undefined : parseValue(new TextEncoder().encode(body), 0).value
  put(increment, at, withEntries((signed ?? dictionaryOf(file, at)) as PdfDictionary, changes))
}
