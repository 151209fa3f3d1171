/**
 * Whether a structure tree grew by the widgets of signatures alone. An element can say words that nobody sees, so each new
 * one is held against a list of keys (ISO 32000-1, 14.7 and 14.9).
 */
import type { SignatureField } from './find-fields.js'
import { addedItems, hasOnly, isAt, isSame, mayBe, sameBut } from './pdf/compare-values.js'
import { catalogOf, dictionaryOf, itemsOf, listOf, type PdfFile } from './pdf/open-pdf.js'
import { readNumbers } from './pdf/read-box.js'
import { dictionary, nameOf, numberOf, type PdfDictionary, type PdfValue } from './pdf/value.js'
import { nextStructParent } from './structure.js'

/** One revision: the file without it and with it, and the signature fields with it, by the number of their object. */
export interface Step {
  readonly before: PdfFile
  readonly after: PdfFile
  readonly fields: ReadonlyMap<number, SignatureField>
}

/** The root of the tree, and the tree that leads from widgets to their elements. */
export function keepsStructure(step: Step): boolean {
  const { before, after } = step
  const at = catalogOf(after).entries.get('StructTreeRoot')
  const [old, root] = [dictionaryOf(before, catalogOf(before).entries.get('StructTreeRoot')), dictionaryOf(after, at)]
  if (old === undefined || root === undefined) return old === root
  return addsWidgets(step, at?.kind === 'reference' ? at.number : 0, old, root) && keepsParentTree(step, old, root)
}

/** The new children of an element are elements of signature widgets. */
export function addsWidgets(step: Step, number: number, old: PdfDictionary, changed: PdfDictionary): boolean {
  const [before, after] = [listOf(step.before, old.entries.get('K')), listOf(step.after, changed.entries.get('K'))]
  return addedItems(before, after)?.every((kid) => widgetOf(step, kid, number) !== undefined) ?? false
}

/** The field whose widget is all that a new element holds. `parent` is the number of the element it stands in, if that matters. */
function widgetOf({ before, after, fields }: Step, kid: PdfValue, parent?: number): SignatureField | undefined {
  const element = dictionaryOf(after, kid)
  if (kid.kind !== 'reference' || kid.number < before.size || element === undefined) return undefined
  const { entries } = element
  const [content, ...more] = listOf(after, entries.get('K'))
  const object = dictionaryOf(after, content)
  const widget = object?.entries.get('Obj')
  const plain =
    hasOnly(element, ['Type', 'S', 'P', 'Pg', 'K']) &&
    mayBe(element, 'Type', 'StructElem') &&
    nameOf(entries.get('S')) === 'Form' &&
    (parent === undefined || isAt(entries.get('P'), parent)) &&
    more.length === 0 &&
    hasOnly(object, ['Type', 'Obj', 'Pg']) &&
    nameOf(object?.entries.get('Type')) === 'OBJR'
  return plain && widget?.kind === 'reference' ? fields.get(widget.number) : undefined
}

const TREE = ['Nums', 'Kids', 'Limits']

/** Keys that were there still lead where they led: new ones are higher, and lead to the elements of new widgets. */
function keepsParentTree(step: Step, oldRoot: PdfDictionary, root: PdfDictionary): boolean {
  const { before, after } = step
  const [old = dictionary({}), tree = dictionary({})] = [
    dictionaryOf(before, oldRoot.entries.get('ParentTree')),
    dictionaryOf(after, root.entries.get('ParentTree')),
  ]
  const added = (key: string): readonly PdfValue[] | undefined =>
    addedItems(itemsOf(before, old.entries.get(key)), itemsOf(after, tree.entries.get(key)))
  const [numbers, leaves] = [added('Nums'), added('Kids')]
  if (numbers === undefined || leaves === undefined || !sameBut(old, tree, TREE)) return false
  const least = nextStructParent(before, oldRoot)
  const [lowest, lowestBefore] = [
    itemsOf(after, tree.entries.get('Limits'))[0],
    itemsOf(before, old.entries.get('Limits'))[0],
  ]
  return (
    isSame(lowest, lowestBefore) &&
    leadsToWidgets(step, numbers, least) &&
    leaves.every((leaf) => isLeaf(step, leaf, least))
  )
}

function isLeaf(step: Step, at: PdfValue, least: number): boolean {
  const leaf = dictionaryOf(step.after, at)
  const limits = readNumbers(step.after, leaf?.entries.get('Limits'), 2) ?? [Number.NEGATIVE_INFINITY]
  return (
    hasOnly(leaf, ['Nums', 'Limits']) &&
    limits.every((limit) => limit >= least) &&
    leadsToWidgets(step, itemsOf(step.after, leaf?.entries.get('Nums')), least)
  )
}

/** Keys and elements in turn (7.9.7). */
const leadsToWidgets = (step: Step, numbers: readonly PdfValue[], least: number): boolean =>
  numbers.every((item, index) => {
    if (index % 2 === 0) return (numberOf(item) ?? -1) >= least
    return isAtKey(widgetOf(step, item), numbers[index - 1])
  }) && numbers.length % 2 === 0

const isAtKey = (field: SignatureField | undefined, key: PdfValue | undefined): boolean =>
  field !== undefined && isSame(field.field.entries.get('StructParent'), key)
