/** Paints laid-out pages on a PDFKit document that pdfmake opened. */
import type { FontFaces } from '../fonts/face.js'
import type { Picture } from '../images/image.js'
import type { Page } from '../layout/page.js'
import type { DocumentInfo } from './document-info.js'
import { writeFont } from './font-objects.js'
import { createMarks, type PaintMarks } from './marks.js'
import { roundedPoints } from './numbers.js'
import { openDocument, type PdfKitDocument, type PdfReference } from './open-document.js'
import { ruleOperators } from './rule-operators.js'
import { RULES_ARTIFACT } from './structure/marked-content.js'
import { type Tags, tagPages } from './structure/tag-pages.js'
import { writeStructure } from './structure/write-structure.js'
import { textOperators } from './text-operators.js'
import { collectFaces, type UsedFace } from './used-faces.js'

/**
 * The pages as an uncompressed PDF 1.7 with a classic cross-reference table, without Info and with PDFKit's XMP:
 * `finishPdf` makes the document of it. Every character of every run is printed once, in the order of the runs.
 * Throws an Error, never a FormError, for pages that contradict the font book: an error of ours.
 */
export async function paintPages(
  pages: readonly Page[],
  book: FontFaces,
  info: DocumentInfo,
  pictures: Readonly<Record<string, Picture>> = {},
): Promise<Uint8Array> {
  const [first] = pages
  if (first === undefined) throw new Error('a document needs a page')
  const faces = collectFaces(pages, book)
  const document = await openDocument(first, info)
  const bytes = collectBytes(document)
  // Should painting throw, nobody waits for the bytes any more, and a failing stream must not fail twice.
  bytes.catch(() => undefined)
  try {
    const paintMarks = createMarks(document, book, pictures)
    paint(document, pages, faces, paintMarks, info.conformance === undefined ? undefined : tagPages(pages))
  } finally {
    // Ended in any case: PDFKit documents that are left open are never freed.
    document.end()
  }
  return bytes
}

function paint(
  document: PdfKitDocument,
  pages: readonly Page[],
  faces: ReadonlyMap<string, UsedFace>,
  paintMarks: PaintMarks,
  tags: Tags | undefined,
): void {
  const fonts = [...faces.values()].map((used) => ({ used, reference: document.ref({}) }))
  const written = pages.map((page, index) => {
    if (index > 0) document.addPage({ size: [roundedPoints(page.width), roundedPoints(page.height)], margin: 0 })
    nameFonts(document, fonts)
    const openings = tags?.openings[index]
    const marks = paintMarks(page, openings?.pictures)
    document.addContent((marks === '' ? '' : `${marks}\n`) + pageOperators(page, faces, openings?.text))
    // Now, for the next page has this one written. A signature field that is added later is reached in the order of
    // the structure (Tabs: ISO 14289-1, 7.18.3).
    if (tags) Object.assign(document.page.dictionary.data, { StructParents: index, Tabs: 'S' })
    return document.page.dictionary
  })
  const { start, count } = document.bufferedPageRange()
  if (start + count !== pages.length) throw new Error(`${start + count} pages for ${pages.length}`)
  for (const { used, reference } of fonts) writeFont(document, reference, used)
  if (tags) writeStructure(document, tags.tree, written)
}

function pageOperators(
  page: Page,
  faces: ReadonlyMap<string, UsedFace>,
  openings: readonly string[] | undefined,
): string {
  const rules = ruleOperators(page)
  const marked = openings === undefined || rules === '' ? rules : [RULES_ARTIFACT, rules, 'EMC'].join('\n')
  return [marked, textOperators(page, faces, openings)].join('\n')
}

function nameFonts(document: PdfKitDocument, fonts: readonly { used: UsedFace; reference: PdfReference }[]): void {
  for (const { used, reference } of fonts) document.page.fonts[used.resource] = reference
}

function collectBytes(document: PdfKitDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(joined(chunks)))
    document.on('error', reject)
  })
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
