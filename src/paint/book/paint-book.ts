/**
 * Paints a book on a PDFKit document that pdfmake opened: what pages show as they come, page objects, outline and fonts
 * when all is known. The order of pages is a list at the end of the file, so no page is kept.
 */
import type { FontFaces } from '../../fonts/face.js'
import type { Length } from '../../layout/length.js'
import type { Page } from '../../layout/page.js'
import type { DocumentInfo } from '../document-info.js'
import { writeFont } from '../font-objects.js'
import { createMarks, type PaintMarks } from '../marks.js'
import { points } from '../numbers.js'
import { openDocument, type PdfKitDocument, type PdfReference, pdfText, textObject } from '../open-document.js'
import { ruleOperators } from '../rule-operators.js'
import { textOperators } from '../text-operators.js'
import { utf16Hex } from '../to-unicode.js'
import type { UsedFace } from '../used-faces.js'
import { type GrowingFaces, growFaces } from './growing-faces.js'
import type { PaintedPage, Sheet } from './sheet.js'
import { type OutlineChapter, writeOutline } from './write-outline.js'
import { annotations, downwards, NODE_SIZE, type WrittenNode, writeNode, writeStream } from './write-sheets.js'

/** A book that is being painted: what the functions of this file write on. */
export interface BookPainting {
  readonly document: PdfKitDocument
  readonly faces: GrowingFaces
  readonly paintMarks: PaintMarks
  /** Resources of every page but the cover: all fonts. */
  readonly resources: PdfReference
  /** Nodes of the page tree, those of the front matter before those of the body. */
  readonly nodes: { readonly front: WrittenNode[]; readonly body: WrittenNode[] }
  /** What the catalog says besides what PDFKit writes into it. */
  readonly catalog: string[]
  /** The document has not been ended. */
  open: boolean
}

/** @param cover the size of the first page, which stays open to the end. Whoever opens a painting must close it. */
export async function openPainting(
  cover: Pick<Page, 'width' | 'height'>,
  book: FontFaces,
  info: DocumentInfo,
): Promise<BookPainting> {
  const document = await openDocument(cover, info)
  const paintMarks = createMarks(document, book, {})
  const nodes = { front: [], body: [] }
  return { document, faces: growFaces(book), paintMarks, resources: document.ref({}), nodes, catalog: [], open: true }
}

/** Writes what the pages of one form show. `shifts` are their ways to the right, one a page. */
export function paintForm(
  painting: BookPainting,
  pages: readonly Page[],
  shifts: readonly Length[],
): readonly PaintedPage[] {
  const faces = painting.faces.collect(pages)
  return pages.map((page, index) => {
    const { width, height } = page
    const shift = shifts[index] ?? 0
    const operators = pageOperators(painting, page, faces)
    const content = writeStream(painting.document, `q\n${downwards({ height, shift })}\n${operators}\nQ`)
    return { content, width, height, shift }
  })
}

function pageOperators({ paintMarks }: BookPainting, page: Page, faces: ReadonlyMap<string, UsedFace>): string {
  const marks = paintMarks(page)
  return [...(marks === '' ? [] : [marks]), ruleOperators(page), textOperators(page, faces)].join('\n')
}

/** Writes page objects, a node of the page tree a step. Returns the name of each, `12 0 R`. */
export function* addSheets(
  painting: BookPainting,
  sheets: Iterable<Sheet>,
  part: keyof BookPainting['nodes'],
): Generator<void, readonly string[]> {
  const { document, nodes } = painting
  const tree = String(rootOf(document))
  const names: string[] = []
  for (const some of slices(sheets)) {
    const faces = painting.faces.collect(some.flatMap(({ folio }) => folio ?? []))
    const written = writeNode(document, some, { tree, resources: String(painting.resources), faces })
    nodes[part].push(written)
    for (const page of written.pages) names.push(page)
    yield
  }
  return names
}

function* slices(sheets: Iterable<Sheet>): Generator<readonly Sheet[]> {
  let some: Sheet[] = []
  for (const sheet of sheets) {
    some.push(sheet)
    if (some.length < NODE_SIZE) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** The page that pdfmake opened the document with: the cover, for what it says is known last. */
export function paintCover(
  painting: BookPainting,
  page: Page,
  { shift, links = [] }: Pick<Sheet, 'shift' | 'links'>,
): void {
  const { document } = painting
  const operators = pageOperators(painting, page, painting.faces.collect([page]))
  // PDFKit has turned the y axis already.
  document.addContent(`1 0 0 1 ${points(shift)} 0 cm\n${operators}`)
  const place = { height: page.height, shift }
  if (links.length > 0)
    Object.assign(document.page.dictionary.data, { Annots: pdfText(() => annotations(place, links)) })
}

/** Bookmarks, a chapter a step. */
export function* addOutline({ document, catalog }: BookPainting, chapters: readonly OutlineChapter[]): Generator<void> {
  const root = yield* writeOutline(document, chapters)
  catalog.push(`/Outlines ${root}\n/PageMode /UseOutlines\n`)
}

/** What readers call the pages (12.4.2): the first ones as they are given, all others 1, 2, 3 … */
export function addLabels({ document, catalog }: BookPainting, front: readonly string[]): void {
  const own = front.map((label, index) => `${index} <</P <FEFF${utf16Hex(label)}>>>`)
  const labels = textObject(document)
  labels.end(`<<\n/Nums [${[...own, `${front.length} <</S /D>>`].join('\n')}]\n>>`)
  catalog.push(`/PageLabels ${labels.name}\n`)
}

/** Whole objects: everything that was written and has not been taken. */
export const takeWritten = ({ document }: BookPainting): Uint8Array => document.read() ?? new Uint8Array()

/** Ends the document; at once where the book came to nothing, for one that is left open is never freed. */
export function closePainting(painting: BookPainting): void {
  if (painting.open) painting.document.end()
  painting.open = false
}

/** Writes the fonts and fills the page tree; the document can be closed then. Returns the entries that its catalog needs. */
export function completePainting({ document, faces, resources, nodes, catalog }: BookPainting): string {
  const fonts = faces.all().map((used) => ({ used, reference: document.ref({}) }))
  for (const { used, reference } of fonts) writeFont(document, reference, used)
  const byName = Object.fromEntries(fonts.map(({ used, reference }) => [used.resource, reference]))
  Object.assign(resources.data, { Font: byName })
  resources.end()
  Object.assign(document.page.fonts, byName)
  fillTree(document, [...nodes.front, ...nodes.body])
  return catalog.join('')
}

/** PDFKit lists the one page it knows; the others come behind it in nodes. */
function fillTree(document: PdfKitDocument, nodes: readonly WrittenNode[]): void {
  const { dictionary } = document.page
  const kids = [String(dictionary), ...nodes.map(({ node }) => node)].join(' ')
  const count = nodes.reduce((sum, { pages }) => sum + pages.length, 1)
  Object.assign(rootOf(document).data, { Count: count, Kids: pdfText(() => `[${kids}]`) })
}

/** The root of the page tree is the parent of PDFKit's page. */
const rootOf = ({ page }: PdfKitDocument): PdfReference =>
  (page.dictionary.data as { readonly Parent: PdfReference }).Parent
