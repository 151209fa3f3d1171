/** What is painted beneath rules and text of a page: watermark, QR code, pictures. */
import type { FontFaces } from '../fonts/face.js'
import type { Picture } from '../images/image.js'
import type { Mark, Page } from '../layout/page.js'
import { pictureOperators, writePicture } from './marks-picture.js'
import { qrOperators } from './marks-qr.js'
import { watermarkOperators } from './marks-watermark.js'
import type { PdfKitDocument, PdfReference } from './open-document.js'

/**
 * Operators for the marks of the document's open page; empty where it has none. They change no graphics state that
 * outlives them. `openings` open the marked content of each picture in a tagged document.
 */
export type PaintMarks = (page: Page, openings?: readonly string[]) => string

/** @param pictures by place: one for every picture mark of the pages */
export function createMarks(
  document: PdfKitDocument,
  book: FontFaces,
  pictures: Readonly<Record<string, Picture>>,
): PaintMarks {
  const images = new Map<string, { readonly name: string; readonly reference: PdfReference }>()
  const imageOf = (place: string): { readonly name: string; readonly reference: PdfReference } => {
    const picture = pictures[place]
    if (picture === undefined) throw new Error(`no picture for ${place}`)
    const image = images.get(place) ?? { name: `Im${images.size + 1}`, reference: writePicture(document, picture) }
    images.set(place, image)
    return image
  }
  const operators = (mark: Mark, opening: string | undefined): string => {
    if (mark.kind === 'watermark') return artifact(watermarkOperators(mark, book), '/Type /Background')
    if (mark.kind === 'qr') return artifact(qrOperators(mark), '/Type /Pagination')
    const { name, reference } = imageOf(mark.place)
    document.page.xobjects[name] = reference
    const drawn = pictureOperators(mark, name)
    return opening === undefined ? artifact(drawn, '/Type /Background') : `${opening}\nq\n${drawn}\nQ\nEMC`
  }
  return ({ marks = [] }, openings = []) => {
    let picture = 0
    return marks.map((mark) => operators(mark, mark.kind === 'picture' ? openings[picture++] : undefined)).join('\n')
  }
}

/** Nothing of it is part of the text: the code stands beside its QR code in letters (14.8.2.2). */
const artifact = (operators: string, properties: string): string =>
  `/Artifact <<${properties}>> BDC\nq\n${operators}\nQ\nEMC`
