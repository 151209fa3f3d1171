/** PDFium as WebAssembly, the optional peer `@hyzyla/pdfium`: the same pixels and the same text on every machine. Loaded when first needed. */
import { FormError } from '../../diagnostics/form-error.js'
import { problem } from '../../diagnostics/make-problem.js'

/** What is used of PDFium's C interface (public/fpdfview.h, fpdf_text.h, fpdf_formfill.h, fpdf_doc.h). Handles and addresses are numbers. */
export interface Pdfium {
  readonly HEAPU8: Uint8Array
  readonly wasmExports: { malloc(size: number): number; free(address: number): void }
  _FPDF_InitLibraryWithConfig(config: object): void
  _FPDF_LoadMemDocument(address: number, size: number, password: number): number
  _FPDF_CloseDocument(document: number): void
  _FPDF_GetPageCount(document: number): number
  _FPDF_LoadPage(document: number, index: number): number
  _FPDF_ClosePage(page: number): void
  _FPDF_GetPageWidthF(page: number): number
  _FPDF_GetPageHeightF(page: number): number
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, scan0: number, stride: number): number
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): void
  _FPDFBitmap_GetBuffer(bitmap: number): number
  _FPDFBitmap_GetStride(bitmap: number): number
  _FPDFBitmap_Destroy(bitmap: number): void
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void
  _FPDFDOC_InitFormFillEnvironment(document: number, info: number): number
  _FPDFDOC_ExitFormFillEnvironment(form: number): void
  _FORM_OnAfterLoadPage(page: number, form: number): void
  _FORM_OnBeforeClosePage(page: number, form: number): void
  _FPDF_FFLDraw(
    form: number,
    bitmap: number,
    page: number,
    x: number,
    y: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void
  _FPDF_GetMetaText(document: number, tag: number, buffer: number, size: number): number
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(text: number): void
  _FPDFText_CountChars(text: number): number
  _FPDFText_GetUnicode(text: number, index: number): number
  _FPDFText_IsGenerated(text: number, index: number): number
  _FPDFText_HasUnicodeMapError(text: number, index: number): number
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number
  _FPDFText_GetLooseCharBox(text: number, index: number, rectangle: number): number
  _FPDFText_GetFontSize(text: number, index: number): number
  _FPDFText_GetFontInfo(text: number, index: number, buffer: number, size: number, flags: number): number
  _FPDFText_GetFillColor(text: number, index: number, red: number, green: number, blue: number, alpha: number): number
}

const PEER = '@hyzyla/pdfium'

let loaded: Promise<Pdfium> | undefined

/** @throws FormError `peer-missing`, kind `file` */
export const loadPdfium = (): Promise<Pdfium> => {
  loaded ??= startPdfium()
  return loaded
}

const startPdfium = async (): Promise<Pdfium> => {
  try {
    // By a name that is no literal, so that nothing has to be installed for the types either.
    const name: string = PEER
    const { PDFiumModule } = (await import(name)) as { PDFiumModule: (options: object) => Promise<Pdfium> }
    const pdfium = await PDFiumModule({})
    pdfium._FPDF_InitLibraryWithConfig({ version: 2 })
    return pdfium
  } catch (error) {
    throw new FormError(
      [problem('peer-missing', '', { package: PEER, reason: error instanceof Error ? error.message : String(error) })],
      'file',
    )
  }
}

/** Hands over an open document and closes it. @throws FormError `pdf-unreadable`, kind `file` */
export const withDocument = async <T>(pdf: Uint8Array, use: (pdfium: Pdfium, document: number) => T): Promise<T> => {
  const pdfium = await loadPdfium()
  const address = pdfium.wasmExports.malloc(pdf.length)
  pdfium.HEAPU8.set(pdf, address)
  const document = pdfium._FPDF_LoadMemDocument(address, pdf.length, 0)
  try {
    if (document === 0) throw new FormError([problem('pdf-unreadable', '', {})], 'file')
    return use(pdfium, document)
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document)
    pdfium.wasmExports.free(address)
  }
}

/** Hands over each page, or those of the numbers (from 1). @throws FormError `page-unknown`, kind `usage` */
export const mapPages = <T>(
  pdfium: Pdfium,
  document: number,
  numbers: readonly number[] | undefined,
  use: (page: number, number: number) => T,
): readonly T[] => {
  const count = pdfium._FPDF_GetPageCount(document)
  const wanted = numbers ?? Array.from({ length: count }, (_, index) => index + 1)
  return wanted.map((number) => {
    if (!Number.isInteger(number) || number < 1 || number > count)
      throw new FormError([problem('page-unknown', '', { page: number, pages: count })], 'usage')
    const page = pdfium._FPDF_LoadPage(document, number - 1)
    try {
      return use(page, number)
    } finally {
      pdfium._FPDF_ClosePage(page)
    }
  })
}
