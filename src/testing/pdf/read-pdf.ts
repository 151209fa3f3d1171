/** PDF → every character that it prints, with its place, font and colour, as PDFium finds them. */
import { mapPages, type Pdfium, withDocument } from './pdfium.js'

/** Millimetres, from the page's top-left corner. */
export interface PrintedCharacter {
  readonly text: string
  readonly x: number
  readonly baseline: number
  /** Advance in millimetres. */
  readonly width: number
  /** Type size in millimetres. */
  readonly size: number
  /** PostScript name without the tag of the subset. */
  readonly font: string
  /** Such as `#000000`. */
  readonly colour: string
  /** The PDF does not say which character this glyph is. */
  readonly unmapped: boolean
}

export interface PrintedPage {
  readonly number: number
  readonly width: number
  readonly height: number
  /** In the order in which they are painted; spaces that PDFium guesses are left out. */
  readonly characters: readonly PrintedCharacter[]
}

const MM_PER_POINT = 25.4 / 72

/** @throws FormError `peer-missing`, `pdf-unreadable` */
export const readPdf = async (pdf: Uint8Array): Promise<readonly PrintedPage[]> =>
  withDocument(pdf, (pdfium, document) =>
    mapPages(pdfium, document, undefined, (page, number) => readPage(pdfium, page, number)),
  )

const readPage = (pdfium: Pdfium, page: number, number: number): PrintedPage => {
  const height = pdfium._FPDF_GetPageHeightF(page)
  const text = pdfium._FPDFText_LoadPage(page)
  const scratch = pdfium.wasmExports.malloc(SCRATCH)
  try {
    const indices = Array.from({ length: pdfium._FPDFText_CountChars(text) }, (_, index) => index)
    const characters = indices
      .filter((index) => pdfium._FPDFText_IsGenerated(text, index) !== 1)
      .map((index) => readCharacter({ pdfium, text, scratch, height }, index))
    return { number, width: pdfium._FPDF_GetPageWidthF(page) * MM_PER_POINT, height: height * MM_PER_POINT, characters }
  } finally {
    pdfium.wasmExports.free(scratch)
    pdfium._FPDFText_ClosePage(text)
  }
}

/** Bytes of memory that PDFium writes its answers into; names of fonts have the upper part. */
const SCRATCH = 512
const NAME_AT = 64

interface Source {
  readonly pdfium: Pdfium
  readonly text: number
  readonly scratch: number
  /** Of the page, in points. */
  readonly height: number
}

const readCharacter = (source: Source, index: number): PrintedCharacter => {
  const { pdfium, text, scratch, height } = source
  const view = new DataView(pdfium.HEAPU8.buffer, scratch, SCRATCH)
  pdfium._FPDFText_GetLooseCharBox(text, index, scratch)
  const width = view.getFloat32(8, true) - view.getFloat32(0, true)
  pdfium._FPDFText_GetCharOrigin(text, index, scratch, scratch + 8)
  return {
    text: String.fromCodePoint(pdfium._FPDFText_GetUnicode(text, index)),
    x: view.getFloat64(0, true) * MM_PER_POINT,
    baseline: (height - view.getFloat64(8, true)) * MM_PER_POINT,
    width: width * MM_PER_POINT,
    size: pdfium._FPDFText_GetFontSize(text, index) * MM_PER_POINT,
    font: readFont(source, index),
    colour: readColour(source, index),
    unmapped: pdfium._FPDFText_HasUnicodeMapError(text, index) === 1,
  }
}

const readFont = ({ pdfium, text, scratch }: Source, index: number): string => {
  const length = pdfium._FPDFText_GetFontInfo(text, index, scratch + NAME_AT, SCRATCH - NAME_AT, scratch)
  const start = scratch + NAME_AT
  const name = pdfium.HEAPU8.slice(start, start + Math.min(Math.max(length - 1, 0), SCRATCH - NAME_AT))
  return new TextDecoder().decode(name).replace(/^[A-Z]{6}\+/, '')
}

const readColour = ({ pdfium, text, scratch }: Source, index: number): string => {
  pdfium._FPDFText_GetFillColor(text, index, scratch, scratch + 4, scratch + 8, scratch + 12)
  const view = new DataView(pdfium.HEAPU8.buffer, scratch, 16)
  return `#${[0, 4, 8].map((at) => view.getUint32(at, true).toString(16).padStart(2, '0')).join('')}`
}
