/** Finds a page by its number (ISO 32000-1, 7.7.3). */
import { catalogOf, dictionaryOf, itemsOf, type PdfFile, resolve } from './open-pdf.js'
import { broken } from './pdf-fault.js'
import { type Box, readBox } from './read-box.js'
import { isNull, nameOf, number, numberOf, type PdfDictionary, type PdfReference, type PdfValue } from './value.js'

export interface FoundPage {
  readonly reference: PdfReference
  readonly page: PdfDictionary
  /** The media box. */
  readonly box: Box
  /** Degrees clockwise at which it is shown. */
  readonly rotation: number
}

const MOST_NODES = 100_000

/** Undefined where the document has fewer pages. */
export function findPage(file: PdfFile, wanted: number): FoundPage | undefined {
  let number = 0
  for (const leaf of walkPages(file)) if (++number === wanted) return leaf
  return undefined
}

/** All pages in their order. */
export const pagesOf = (file: PdfFile): readonly FoundPage[] => [...walkPages(file)]

export function countPages(file: PdfFile): number {
  let count = 0
  for (const _ of walkPages(file)) count++
  return count
}

interface Node {
  readonly at: PdfValue
  readonly inherited: Inherited
}

interface Inherited {
  readonly box?: PdfValue
  readonly rotation?: PdfValue
}

/** In page order, without recursion. A tree that is a loop runs into the limit. */
function* walkPages(file: PdfFile): Generator<FoundPage> {
  const open: Node[] = [{ at: catalogOf(file).entries.get('Pages') as PdfValue, inherited: {} }]
  for (let nodes = 0, next = open.pop(); next !== undefined; next = open.pop()) {
    const node = dictionaryOf(file, next.at)
    if (++nodes > MOST_NODES || node === undefined) throw broken('页面树有误', 0)
    const inherited = inherit(next.inherited, node)
    if (nameOf(node.entries.get('Type')) === 'Page') yield leaf(file, next.at, node, inherited)
    else for (const kid of [...itemsOf(file, node.entries.get('Kids'))].reverse()) open.push({ at: kid, inherited })
    if (open.length > MOST_NODES) throw broken('页面树有误', 0)
  }
}

function inherit(above: Inherited, { entries }: PdfDictionary): Inherited {
  const box = entries.get('MediaBox') ?? above.box
  const rotation = entries.get('Rotate') ?? above.rotation
  return { ...(box && { box }), ...(rotation && { rotation }) }
}

function leaf(file: PdfFile, at: PdfValue, page: PdfDictionary, inherited: Inherited): FoundPage {
  const box = readBox(file, inherited.box)
  const turned = resolve(file, inherited.rotation)
  const rotation = numberOf(isNull(turned) ? number(0) : turned)
  if (at.kind !== 'reference' || box === undefined || rotation === undefined) throw broken('页面有误', 0)
  return { reference: at, page, box, rotation }
}
