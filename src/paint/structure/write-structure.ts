/**
 * Writes the structure tree (ISO 32000-1, 14.7): an object for every element, which the parent tree and the id tree
 * refer to. The finish stage finds the root by its type and hangs it into the catalog.
 */
import { type PdfKitDocument, type PdfReference, type TextObject, textObject } from '../open-document.js'
import { utf16Hex } from '../to-unicode.js'
import { byContent } from './marked-content.js'
import type { StructureElement, TableAttributes } from './structure-tree.js'

/** How the root begins: the finish stage looks for it. */
export const STRUCTURE_ROOT = '<</Type/StructTreeRoot'

type References = ReadonlyMap<StructureElement, TextObject>

/** @param pages the page objects, whose `StructParents` is their index */
export function writeStructure(document: PdfKitDocument, tree: StructureElement, pages: readonly PdfReference[]): void {
  const root = textObject(document)
  const objects = new Map<StructureElement, TextObject>()
  writeElement(document, tree, root.name, pages, objects)
  const parents = writeParentTree(document, tree, pages.length, objects)
  const ids = writeIdTree(document, objects)
  root.end(
    `${STRUCTURE_ROOT}/K ${nameOf(objects, tree)}/ParentTree ${parents}/ParentTreeNextKey ${pages.length}${ids}>>`,
  )
}

/** The element and all below it; ids and parents are known before their objects are written. */
function writeElement(
  document: PdfKitDocument,
  element: StructureElement,
  parent: string,
  pages: readonly PdfReference[],
  objects: Map<StructureElement, TextObject>,
): void {
  const object = textObject(document)
  objects.set(element, object)
  for (const kid of element.kids) writeElement(document, kid, object.name, pages, objects)
  const { tag, table, figure } = element
  const attributes = `${table ? tableAttributes(table) : ''}${figure ? figureAttributes(figure) : ''}`
  object.end(`<</S/${tag}/P ${parent}${contentOf(element, pages, objects)}${attributes}>>`)
}

/** Content on the element's first page by its number alone, on a further page with that page (14.7.4.2). */
function contentOf({ kids, pieces }: StructureElement, pages: readonly PdfReference[], objects: References): string {
  if (kids.length > 0) return `/K[${kids.map((kid) => nameOf(objects, kid)).join(' ')}]`
  const [first] = pieces
  if (first === undefined) return ''
  const parts = pieces.map(({ page, mcid }) =>
    page === first.page ? String(mcid) : `<</Type/MCR/Pg ${String(pages[page])}/MCID ${mcid}>>`,
  )
  return `/Pg ${String(pages[first.page])}/K${parts.length === 1 ? ` ${parts[0]}` : `[${parts.join(' ')}]`}`
}

/** Ids are digits and a point: they need no escapes. */
function tableAttributes({ id, rowSpan, columnSpan, scope, headers }: TableAttributes): string {
  const attributes = [
    rowSpan === undefined ? '' : `/RowSpan ${rowSpan}`,
    columnSpan === undefined ? '' : `/ColSpan ${columnSpan}`,
    scope === undefined ? '' : `/Scope/${scope}`,
    headers.length === 0 ? '' : `/Headers[${headers.map((header) => `(${header})`).join('')}]`,
  ].join('')
  return `${id === undefined ? '' : `/ID(${id})`}${attributes === '' ? '' : `/A<</O/Table${attributes}>>`}`
}

const figureAttributes = ({ label, box }: NonNullable<StructureElement['figure']>): string =>
  `/Alt<FEFF${utf16Hex(label)}>${box === undefined ? '' : `/A<</O/Layout/BBox[${box.join(' ')}]>>`}`

/** From a page and a number on it to the element (14.7.4.4). All is in a leaf: whoever adds a signature field rewrites the root. */
function writeParentTree(document: PdfKitDocument, tree: StructureElement, pages: number, objects: References): string {
  const elements = byContent(tree, pages, (element) => nameOf(objects, element))
  const leaf = textObject(document)
  const numbers = elements.map((names, page) => `${page}[${names.join(' ')}]`)
  leaf.end(`<</Limits[0 ${pages - 1}]/Nums[${numbers.join('')}]>>`)
  const root = textObject(document)
  root.end(`<</Kids[${leaf.name}]>>`)
  return root.name
}

/** From an id to the element, in the order of the ids' bytes (7.9.6). */
function writeIdTree(document: PdfKitDocument, objects: References): string {
  const named = [...objects].flatMap(([{ table }, { name }]) =>
    table?.id === undefined ? [] : [{ id: table.id, name }],
  )
  if (named.length === 0) return ''
  const sorted = named.sort((a, b) => (a.id < b.id ? -1 : 1))
  const ids = textObject(document)
  ids.end(`<</Names[${sorted.map(({ id, name }) => `(${id})${name}`).join('')}]>>`)
  return `/IDTree ${ids.name}`
}

function nameOf(objects: References, element: StructureElement): string {
  const object = objects.get(element)
  if (object === undefined) throw new Error(`${element.tag} was not written`)
  return object.name
}
