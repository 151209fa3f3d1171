/** Page objects, number lines and links of a book (ISO 32000-1, 7.7.3, 12.5.6.5), in the order of the book. */
import { toPt } from '../../layout/length.js'
import { decimal, points } from '../numbers.js'
import { type PdfKitDocument, textObject } from '../open-document.js'
import { textOperators } from '../text-operators.js'
import type { UsedFace } from '../used-faces.js'
import type { Sheet, SheetLink, Target } from './sheet.js'

/** Pages under one node of the page tree: a reader that wants one page need not read the list of all. */
export const NODE_SIZE = 128

/** What all sheets share. */
export interface SheetSurroundings {
  /** The root of the page tree, and the resources of every page: `12 0 R`. */
  readonly tree: string
  readonly resources: string
  /** Faces that have a CID for every character of the folios. */
  readonly faces: ReadonlyMap<string, UsedFace>
}

/** A node of the page tree and the pages under it. */
export interface WrittenNode {
  readonly node: string
  readonly pages: readonly string[]
}

/** At most `NODE_SIZE` neighbouring sheets. */
export function writeNode(
  document: PdfKitDocument,
  sheets: readonly Sheet[],
  surroundings: SheetSurroundings,
): WrittenNode {
  const node = textObject(document)
  const pages = sheets.map((sheet) => writeSheet(document, sheet, node.name, surroundings))
  node.end(`<<\n/Type /Pages\n/Parent ${surroundings.tree}\n/Count ${pages.length}\n/Kids [${pages.join(' ')}]\n>>`)
  return { node: node.name, pages }
}

function writeSheet(document: PdfKitDocument, sheet: Sheet, node: string, surroundings: SheetSurroundings): string {
  const { width, height, content, folio, links = [] } = sheet
  const contents = [
    ...(content === undefined ? [] : [content]),
    ...(folio === undefined ? [] : [writeStream(document, folioOperators(sheet, folio, surroundings.faces))]),
  ]
  const page = textObject(document)
  const entries = [
    '/Type /Page',
    `/Parent ${node}`,
    `/MediaBox [0 0 ${points(width)} ${points(height)}]`,
    ...(contents.length === 0 ? [] : [`/Contents [${contents.join(' ')}]`]),
    `/Resources ${contents.length === 0 ? '<<>>' : surroundings.resources}`,
    ...(links.length === 0 ? [] : [`/Annots ${annotations(sheet, links)}`]),
  ]
  page.end(`<<\n${entries.join('\n')}\n>>`)
  return page.name
}

/** The content before it is closed in by `q` and `Q`, so this stream begins in the state of a fresh page (7.8.2). */
const folioOperators = (sheet: Sheet, folio: Parameters<typeof textOperators>[0], faces: SheetSurroundings['faces']) =>
  `${downwards(sheet)}\n${textOperators(folio, faces)}`

/** y grows downwards as in the layout, and the page is moved by its gutter. */
export const downwards = ({ height, shift }: Pick<Sheet, 'height' | 'shift'>): string =>
  `1 0 0 -1 ${points(shift)} ${points(height)} cm`

export function writeStream(document: PdfKitDocument, operators: string): string {
  const stream = document.ref({})
  stream.write(operators)
  stream.end()
  return String(stream)
}

export const annotations = (sheet: Pick<Sheet, 'height' | 'shift'>, links: readonly SheetLink[]): string =>
  `[${links.map((link) => annotation(sheet, link)).join('\n')}]`

/** Without a border of its own: the row is ruled already. The user space of annotations has its origin at the foot. */
function annotation({ height, shift }: Pick<Sheet, 'height' | 'shift'>, link: SheetLink): string {
  const [left, right] = [link.x + shift, link.x + shift + link.width]
  const rectangle = [left, height - link.y - link.height, right, height - link.y].map(points).join(' ')
  return `<</Type /Annot /Subtype /Link /Border [0 0 0] /Rect [${rectangle}] /Dest ${destination(link.target)}>>`
}

/** The head of the page, at the zoom that the reader has chosen (12.3.2.2). */
export const destination = ({ page, height }: Target): string => `[${page} /XYZ 0 ${decimal(toPt(height))} null]`
