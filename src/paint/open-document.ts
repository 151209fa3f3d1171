/** Opens an empty document through pdfmake and takes over the PDFKit document behind it. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Page } from '../layout/page.js'
import type { DocumentInfo } from './document-info.js'
import { roundedPoints } from './numbers.js'

/** An indirect object of PDFKit, written when it is ended. Its published types lack `end` without arguments. */
export interface PdfReference {
  readonly data: object
  write(chunk: string | Uint8Array): void
  end(): void
  /** `7 0 R`. */
  toString(): string
}

/** What painting uses of PDFKit's document. */
export interface PdfKitDocument {
  /** Entries of the Info dictionary, written at the end. */
  info: object
  readonly page: {
    readonly fonts: Record<string, PdfReference>
    readonly xobjects: Record<string, PdfReference>
    readonly dictionary: PdfReference
  }
  ref(data: object): PdfReference
  addPage(options: { size: [number, number]; margin: number }): unknown
  addContent(operators: string): unknown
  bufferedPageRange(): { start: number; count: number }
  /** Everything written since it was last read, or null. */
  read(): Uint8Array | null
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'end', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  end(): void
}

/** An indirect object that is written as the text it is ended with. */
export interface TextObject {
  /** `7 0 R`. */
  readonly name: string
  end(text: string): void
}

/**
 * PDFKit takes a plain object apart into names, numbers and strings, which costs five times the time of writing the
 * text. What it does not know the kind of it prints as the string it gives: this is such a thing.
 */
export function textObject(document: PdfKitDocument): TextObject {
  let written = ''
  const reference = document.ref(pdfText(() => written))
  const end = (text: string): void => {
    written = text
    reference.end()
  }
  return { name: String(reference), end }
}

/** A value that PDFKit writes as the text it is. */
export const pdfText = (text: () => string): object => ({ [Symbol.toStringTag]: 'PdfText', toString: text })

interface PdfMake {
  setFonts(fonts: object): void
  setUrlAccessPolicy(allow: (url: string) => boolean): void
  setLocalAccessPolicy(allow: (path: string) => boolean): void
  createPdf(definition: TDocumentDefinitions): { getStream(): Promise<unknown> }
}

let loaded: Promise<PdfMake> | undefined

/** The document with its first page open. Whoever opens it must end it: an open document is never freed. */
export async function openDocument(first: Pick<Page, 'width' | 'height'>, info: DocumentInfo): Promise<PdfKitDocument> {
  loaded ??= loadPdfMake()
  const pdfmake = await loaded
  const stream = await pdfmake.createPdf(emptyDefinition(first, info)).getStream()
  const document = stream as PdfKitDocument
  hideInfo(document)
  return document
}

/**
 * A private instance, for pdfmake's own is shared with the host program, which sets fonts and policies on it.
 * Painting reads no file and no address, and says so, or pdfmake warns on the console.
 */
async function loadPdfMake(): Promise<PdfMake> {
  const { default: shared } = await import('pdfmake')
  const { constructor } = shared as unknown as { constructor: new () => PdfMake }
  const pdfmake = new constructor()
  pdfmake.setFonts({})
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  return pdfmake
}

/** Made afresh each time, because pdfmake writes into it. Compression is the finish stage's. */
function emptyDefinition(first: Pick<Page, 'width' | 'height'>, info: DocumentInfo): TDocumentDefinitions {
  return {
    version: '1.7',
    language: info.language,
    displayTitle: true,
    compress: false,
    pageSize: { width: roundedPoints(first.width), height: roundedPoints(first.height) },
    pageMargins: 0,
    content: [{ canvas: [] }],
  }
}

/**
 * The finish stage writes the Info dictionary. PDFKit must write none of its own, for it would put the clock in;
 * but it needs a date while it makes its XMP packet, which is replaced as well. A property that is not enumerable
 * gives it one and stays out of the dictionary.
 */
function hideInfo(document: PdfKitDocument): void {
  const epoch = { toISOString: () => '1970-01-01T00:00:00.000Z' }
  document.info = Object.defineProperty({}, 'CreationDate', { value: epoch, enumerable: false })
}
