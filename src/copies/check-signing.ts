/** Whether what was added to a copy since it was printed is signatures, none of which hides a word of it. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { toPt } from '../layout/length.js'
import type { Page } from '../layout/page.js'
import { foreignChanges } from '../sign/check-increments.js'
import { firstElement } from '../sign/der.js'
import { findFields, type SignatureField } from '../sign/find-fields.js'
import { type FoundPage, findPage, pagesOf } from '../sign/pdf/find-page.js'
import { itemsOf, openPdf, type PdfFile } from '../sign/pdf/open-pdf.js'
import type { Box } from '../sign/pdf/read-box.js'
import type { ByteRange, FoundSignature } from '../sign/read-signatures.js'

/** @param pages layout of the reprint */
export const checkSigning = (pdf: Uint8Array, pages: readonly Page[]): readonly Diagnostic[] => {
  const foreign = [...new Set(foreignChanges(pdf).map(({ kind }) => kind))]
  const covering = foreign.length > 0 ? [] : coveringSignatures(openPdf(pdf), pages)
  return [...foreign.map((kind) => `signing-${kind}`), ...covering].map((reason) =>
    problem('copy-altered/signed', '', { reason }),
  )
}

/** A signature may be seen in the white of the page and on the signature line, never on the grid or on any other line. */
const coveringSignatures = (file: PdfFile, pages: readonly Page[]): readonly string[] => {
  const { signatures } = findFields(file)
  return pages.some((page) => {
    const printed = printedBoxes(page)
    const found = findPage(file, page.number)
    return signatures.some((field) => isOn(file, field, found) && mayCover(field.box, printed))
  })
    ? ['signing-covers']
    : []
}

/** A widget that no page lists may be shown on any of them. */
const isOn = (file: PdfFile, { reference }: SignatureField, page: FoundPage | undefined): boolean => {
  const lists = ({ page }: FoundPage): boolean =>
    itemsOf(file, page.entries.get('Annots')).some(
      (item) => item.kind === 'reference' && item.number === reference.number,
    )
  return page === undefined || lists(page) || !pagesOf(file).some(lists)
}

/** Where it stands cannot be said of what has no box that can be read. */
const mayCover = (box: Box | undefined, printed: readonly Box[]): boolean =>
  box === undefined || printed.some((one) => overlap(one, box))

const printedBoxes = (page: Page): readonly Box[] => {
  const toBox = (x: number, y: number, width: number, height: number): Box => [
    toPt(x),
    toPt(page.height - y - height),
    toPt(x + width),
    toPt(page.height - y),
  ]
  const cells = page.cells.filter(({ framed }) => framed).map(({ x, y, width, height }) => toBox(x, y, width, height))
  const lines = page.runs
    .filter(({ cell }) => !page.cells[cell]?.framed && page.cells[cell]?.role !== 'signature')
    .map(({ x, baseline, width, size }) => toBox(x, baseline - size, width, size))
  const codes = (page.marks ?? []).flatMap((mark) =>
    mark.kind === 'qr' ? [toBox(mark.x, mark.y, mark.width, mark.height)] : [],
  )
  return [...cells, ...lines, ...codes]
}

/** Touching is not overlapping; half a point of rounding is let pass. */
const overlap = (a: Box, b: Box): boolean =>
  a[0] + 0.5 < b[2] && b[0] + 0.5 < a[2] && a[1] + 0.5 < b[3] && b[1] + 0.5 < a[3]

/**
 * Signatures that do not hold: the signed bytes, or the value itself, are not what they were. Nothing covers the room the
 * value stands in, so that room must hold the value in plain hexadecimal and zeros and nothing else.
 */
export const checkSignatures = async (
  pdf: Uint8Array,
  signatures: readonly FoundSignature[],
): Promise<readonly Diagnostic[]> => {
  if (signatures.length === 0) return []
  const broken = [
    ...(await changedFields(pdf)),
    ...signatures.filter(({ byteRange }) => !isPlainValue(pdf, byteRange)).map(({ field }) => field),
  ]
  return [...new Set(broken)].map((field) => problem('copy-altered/signature', '', { field }))
}

/** Loaded when there is a signature: it needs a library for certificates, which who never signs need not have. */
const changedFields = async (pdf: Uint8Array): Promise<readonly string[]> => {
  const { verifySignatures } = await import('../sign/verify-signatures.js')
  try {
    return (await verifySignatures(pdf)).filter(({ verdict }) => verdict === 'changed').map(({ field }) => field)
  } catch (error) {
    if (error instanceof FormError && error.diagnostics.some(({ code }) => code === 'sign-library-missing')) return []
    throw error
  }
}

const isPlainValue = (pdf: Uint8Array, [start, length, end]: ByteRange): boolean => {
  const text = Array.from(pdf.subarray(start + length, end), (byte) => String.fromCharCode(byte)).join('')
  const [, hex] = /^<((?:[0-9A-F]{2})*|(?:[0-9a-f]{2})*)>$/.exec(text) ?? []
  if (hex === undefined || !/^30/.test(hex)) return false
  const value = firstElement(Buffer.from(hex, 'hex'))
  return value !== undefined && /^0*$/.test(hex.slice(2 * value.length))
}
