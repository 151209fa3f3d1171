/** PDF → pictures of its pages. */
import { FormError } from '../../diagnostics/form-error.js'
import { problem } from '../../diagnostics/make-problem.js'
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

/** Annotations too; red before blue. No LCD antialiasing: black type stays grey and the picture small. */
const FLAGS = 0x01 | 0x10
const BGRA = 4

/**
 * The pages as PDFium paints them on white.
 * @throws FormError `peer-missing` without `@hyzyla/pdfium`; `pdf-unreadable`, `page-unknown`, `option-invalid`
 */
export const renderPages = async (pdf: Uint8Array, options: RenderOptions = {}): Promise<readonly PagePicture[]> => {
  const { dpi = DEFAULT_DPI, pages } = options
  if (!(dpi >= 20 && dpi <= 1200))
    throw new FormError(
      [problem('option-invalid', '', { option: 'dpi', found: String(dpi), reason: 'not-dpi' })],
      'usage',
    )
  return withDocument(pdf, (pdfium, document) =>
    mapPages(pdfium, document, pages, (page, number) => ({ page: number, dpi, ...renderPage(pdfium, page, dpi) })),
  )
}

const renderPage = (pdfium: Pdfium, page: number, dpi: number): Picture => {
  const width = Math.round((pdfium._FPDF_GetPageWidthF(page) * dpi) / 72)
  const height = Math.round((pdfium._FPDF_GetPageHeightF(page) * dpi) / 72)
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, BGRA, 0, 0)
  try {
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS)
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
