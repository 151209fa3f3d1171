/** PDF → pictures of its pages. */
import { FormError } from '../../diagnostics/form-error.js'
import { problem } from '../../diagnostics/make-problem.js'
import { showValue } from '../../model/show-value.js'
import type { Picture } from '../pixels/picture.js'
import { mapPages, type Pdfium, withDocument } from './pdfium.js'

export interface RenderOptions {
  /** Dots per inch, 20 to 1200. Default: 144, two pixels a point. */
  readonly dpi?: number | undefined
  /** Page numbers from 1. Default: all. */
  readonly pages?: readonly number[] | undefined
}

export interface PagePicture extends Picture {
  readonly page: number
  readonly dpi: number
}

export const DEFAULT_DPI = 144

/** Red before blue. No LCD antialiasing: black type stays grey and the picture small. */
const REVERSE_BYTE_ORDER = 0x10
/** Annotations but the widgets of form fields, signatures among them: those are drawn by the form environment, over the page. */
const ANNOTATIONS = 0x01
const BGRA = 4

/**
 * The pages as PDFium paints them on white, annotations and form fields with what they show included.
 * @throws FormError `peer-missing` without `@hyzyla/pdfium`; `pdf-unreadable`, `page-unknown`, `option-invalid`, `page-too-large`
 */
export const renderPages = async (pdf: Uint8Array, options: RenderOptions = {}): Promise<readonly PagePicture[]> => {
  const { dpi = DEFAULT_DPI, pages } = options
  if (!(Number.isInteger(dpi) && dpi >= 20 && dpi <= 1200)) throw invalid('dpi', dpi, 'not-dpi')
  // Of no page every claim is true: a snapshot of none would match whatever is printed.
  if (pages !== undefined && !(Array.isArray(pages) && pages.length > 0)) throw invalid('pages', pages, 'not-page-list')
  return withDocument(pdf, (pdfium, document) =>
    withFields(pdfium, document, (fields) =>
      mapPages(pdfium, document, pages, (page, number) => ({
        page: number,
        dpi,
        ...renderPage({ pdfium, fields, page, number }, dpi),
      })),
    ),
  )
}

const invalid = (option: string, value: unknown, reason: string): FormError =>
  new FormError([problem('option-invalid', '', { option, found: showValue(value), reason })], 'usage')

/** FPDF_FORMFILLINFO of version 2: its callbacks, all absent, end within these bytes. */
const INFO_BYTES = 256
const INFO_VERSION = 2

/** Hands over the form environment of a document, without which PDFium draws no field. No script of the document is run. */
const withFields = <T>(pdfium: Pdfium, document: number, use: (fields: number) => T): T => {
  const info = pdfium.wasmExports.malloc(INFO_BYTES)
  pdfium.HEAPU8.fill(0, info, info + INFO_BYTES)
  pdfium.HEAPU8[info] = INFO_VERSION
  const fields = pdfium._FPDFDOC_InitFormFillEnvironment(document, info)
  try {
    return use(fields)
  } finally {
    pdfium._FPDFDOC_ExitFormFillEnvironment(fields)
    pdfium.wasmExports.free(info)
  }
}

interface OpenPage {
  readonly pdfium: Pdfium
  /** The form environment. */
  readonly fields: number
  readonly page: number
  readonly number: number
}

const renderPage = ({ pdfium, fields, page, number }: OpenPage, dpi: number): Picture => {
  // A page smaller than a pixel is one pixel.
  const pixels = (points: number): number => Math.max(1, Math.round((points * dpi) / 72))
  const width = pixels(pdfium._FPDF_GetPageWidthF(page))
  const height = pixels(pdfium._FPDF_GetPageHeightF(page))
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, BGRA, 0, 0)
  if (bitmap === 0) throw new FormError([problem('page-too-large', '', { page: number, dpi, width, height })], 'usage')
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | REVERSE_BYTE_ORDER)
    pdfium._FORM_OnAfterLoadPage(page, fields)
    pdfium._FPDF_FFLDraw(fields, bitmap, page, 0, 0, width, height, 0, REVERSE_BYTE_ORDER)
    pdfium._FORM_OnBeforeClosePage(page, fields)
    const address = pdfium._FPDFBitmap_GetBuffer(bitmap)
    return {
      width,
      height,
      data: pdfium.HEAPU8.slice(address, address + pdfium._FPDFBitmap_GetStride(bitmap) * height),
    }
  } finally {
    pdfium._FPDFBitmap_Destroy(bitmap)
  }
}
