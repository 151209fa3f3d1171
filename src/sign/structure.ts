/** Puts widgets into the structure of a tagged document, as PDF/UA-1 wants it (ISO 14289-1, 7.18.4; ISO 32000-1, 14.7). */
import { add, type Increment, put, reserve } from './pdf/increment.js'
import { dictionaryOf, itemsOf, listOf, type PdfFile } from './pdf/open-pdf.js'
import { broken } from './pdf/pdf-fault.js'
import {
  array,
  dictionary,
  name,
  nameOf,
  number,
  numberOf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  withEntries,
} from './pdf/value.js'

export interface TaggedWidget {
  readonly widget: PdfReference
  readonly page: PdfReference
}

/** The key in the parent tree that the next annotation gets. */
export function nextStructParent(file: PdfFile, root: PdfDictionary): number {
  const said = numberOf(root.entries.get('ParentTreeNextKey')) ?? 0
  const tree = dictionaryOf(file, root.entries.get('ParentTree'))
  return Math.max(said, tree === undefined ? 0 : highestKey(file, tree) + 1)
}

/** Widgets become the last children of the document: what is signed is read first. `first` is the key of the first of them. */
export function tagWidgets(
  increment: Increment,
  rootReference: PdfReference,
  widgets: readonly TaggedWidget[],
  first: number,
): void {
  const { file } = increment
  const root = dictionaryOf(file, rootReference)
  if (root === undefined) throw broken('结构树有误', 0)
  const document = documentElement(increment, root)
  const elements = widgets.map((tagged) => appendElement(increment, document?.reference ?? rootReference, tagged))
  const keys = {
    ParentTree: extendParentTree(increment, root, elements, first),
    ParentTreeNextKey: number(first + elements.length),
  }
  const kids = document === undefined ? { K: withKids(increment, root, elements) } : {}
  put(increment, rootReference, withEntries(root, { ...keys, ...kids }))
  if (document)
    put(
      increment,
      document.reference,
      withEntries(document.element, { K: withKids(increment, document.element, elements) }),
    )
}

interface FoundElement {
  readonly reference: PdfReference
  readonly element: PdfDictionary
}

/** The one element under the root that holds everything; undefined where there is none. */
function documentElement({ file }: Increment, root: PdfDictionary): FoundElement | undefined {
  const kids = listOf(file, root.entries.get('K'))
  for (const reference of kids) {
    const element = dictionaryOf(file, reference)
    if (reference.kind === 'reference' && element && nameOf(element.entries.get('S')) === 'Document')
      return { reference, element }
  }
  return undefined
}

function appendElement(increment: Increment, parent: PdfReference, { widget, page }: TaggedWidget): PdfReference {
  const object = dictionary({ Type: name('OBJR'), Obj: widget, Pg: page })
  return add(increment, dictionary({ Type: name('StructElem'), S: name('Form'), P: parent, Pg: page, K: object }))
}

/** K is one child or an array of them. */
const withKids = ({ file }: Increment, element: PdfDictionary, added: readonly PdfReference[]): PdfValue =>
  array([...listOf(file, element.entries.get('K')), ...added])

/** A number tree (7.9.7). The new keys are the highest, so they stand behind all others: in its array, or as a last leaf. */
function extendParentTree(
  increment: Increment,
  root: PdfDictionary,
  elements: readonly PdfReference[],
  first: number,
): PdfReference {
  const { file } = increment
  const at = root.entries.get('ParentTree')
  const tree = dictionaryOf(file, at) ?? dictionary({ Nums: array([]) })
  const added = elements.flatMap((element, index) => [number(first + index), element])
  const to = at?.kind === 'reference' ? at : reserve(increment)
  put(increment, to, extended(increment, tree, added, [first, first + elements.length - 1]))
  return to
}

function extended(
  increment: Increment,
  tree: PdfDictionary,
  added: readonly PdfValue[],
  limits: readonly number[],
): PdfDictionary {
  const { file } = increment
  if (!tree.entries.has('Kids')) {
    const whole = withEntries(tree, { Nums: array([...itemsOf(file, tree.entries.get('Nums')), ...added]) })
    // A root has no limits (table 37); some writers give it some all the same.
    const [lowest] = itemsOf(file, tree.entries.get('Limits'))
    return lowest === undefined ? whole : withEntries(whole, { Limits: array([lowest, number(limits[1] ?? 0)]) })
  }
  const leaf = add(increment, dictionary({ Limits: array(limits.map((limit) => number(limit))), Nums: array(added) }))
  return withEntries(tree, { Kids: array([...itemsOf(file, tree.entries.get('Kids')), leaf]) })
}

const MOST_LEAVES = 10_000

/** −1 for an empty tree. */
function highestKey(file: PdfFile, tree: PdfDictionary): number {
  const open: PdfDictionary[] = [tree]
  let highest = -1
  for (let count = 0, node = open.pop(); node !== undefined; node = open.pop()) {
    if (++count > MOST_LEAVES) throw broken('结构树有误', 0)
    itemsOf(file, node.entries.get('Nums')).forEach((item, index) => {
      if (index % 2 === 0) highest = Math.max(highest, numberOf(item) ?? -1)
    })
    for (const kid of itemsOf(file, node.entries.get('Kids'))) open.push(dictionaryOf(file, kid) ?? dictionary({}))
  }
  return highest
}
