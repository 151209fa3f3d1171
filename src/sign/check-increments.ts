/**
 * What was added to a PDF behind its unsigned revision: only signatures and their fields, or something else?
 * A reader shows the newest version of each object, so an increment can change every page and leave all signed bytes
 * alone. Whoever compares the unsigned revision must also know that nothing covers it (ISO 32000-1, 12.8.2.2).
 */
import { isObjectsOnly } from './check-bytes.js'
import { keepsExtensions, keepsVersion } from './check-extensions.js'
import { addsWidgets, keepsStructure, type Step } from './check-structure.js'
import { isFilledIn, isSignatureOnly } from './check-widget.js'
import { findFields } from './find-fields.js'
import { addedItems, isAt, isSame, sameBut } from './pdf/compare-values.js'
import { type FoundPage, pagesOf } from './pdf/find-page.js'
import {
  asOf,
  catalogOf,
  dictionaryOf,
  itemsOf,
  openPdf,
  type PdfFile,
  type Revision,
  readIndirect,
  resolve,
} from './pdf/open-pdf.js'
import { dictionary, isNull, nameOf, type PdfDictionary, type PdfValue, reference } from './pdf/value.js'
import { signatureValues } from './read-signatures.js'

/** Something that a signature does not add. */
export interface ForeignChange {
  /** Revision it came with, from 0; the length of the list of revisions for bytes behind the last of them. */
  readonly revision: number
  /** Number of the changed object; 0 for what is no object. */
  readonly object: number
  /**
   * `object`: an object of an earlier revision was changed in a way signing does not. `trailer`: the file has another
   * catalog, document information or identity. `unsigned`: a revision without a signature. `annotation`: a visible thing
   * that is no signature. `field`: a field that does or says more than a signature. `structure`: words for reading aloud,
   * or another order. `stray`: bytes that belong to no object. `trailing`: bytes behind the end of the file.
   */
  readonly kind: 'object' | 'trailer' | 'unsigned' | 'annotation' | 'field' | 'structure' | 'stray' | 'trailing'
}

/** Keys that signing sets or changes, by what the object is. Whatever else differs is foreign. */
const CATALOG = ['AcroForm', 'Perms', 'Extensions', 'Version']
const FORM = ['Fields', 'SigFlags']
const FIELD = ['V', 'AP']
const STRUCTURE_ROOT = ['K', 'ParentTree', 'ParentTreeNextKey']
const PARENT_TREE = ['Nums', 'Kids', 'Limits']

/** Empty where everything behind the unsigned revision is signatures. Throws a FormError as `readSignatures`. */
export function foreignChanges(pdf: Uint8Array): readonly ForeignChange[] {
  const file = openPdf(pdf)
  const signatures = signatureValues(file)
  const base = signatures[0]?.revision ?? file.revisions.length
  const signed = new Set(signatures.filter((one) => one.coversWholeRevision).map(({ revision }) => revision))
  const changes = file.revisions.slice(base).flatMap((_, index) => {
    const revision = base + index
    const unsigned: ForeignChange[] = signed.has(revision) ? [] : [{ revision, object: 0, kind: 'unsigned' }]
    return [...unsigned, ...changesOf(file, revision)]
  })
  const end = file.revisions.at(-1)?.end ?? 0
  const trailing: ForeignChange[] =
    end === pdf.length ? [] : [{ revision: file.revisions.length, object: 0, kind: 'trailing' }]
  return [...changes, ...trailing]
}

function changesOf(file: PdfFile, revision: number): ForeignChange[] {
  // A signature in the very first revision leaves nothing to compare with.
  if (revision === 0) return [{ revision, object: 0, kind: 'object' }]
  const [before, after] = [asOf(file, revision), asOf(file, revision + 1)]
  const fields = new Map(findFields(after).signatures.map((field) => [field.reference.number, field]))
  const step: Step = { before, after, fields }
  const found: readonly (readonly [ForeignChange['kind'], readonly number[]])[] = [
    ['trailer', keepsTrailer(before, after) ? [] : [0]],
    ['stray', isObjectsOnly(after) ? [] : [0]],
    ['object', changedObjects(step)],
    ['field', addedFields(step)],
    ['annotation', addedAnnotations(step)],
    ['structure', changedStructure(step)],
  ]
  return found.flatMap(([kind, objects]) => objects.map((object) => ({ revision, object, kind })))
}

/** Catalog, document information and the first half of the identity stay; the second half tells revisions apart (14.4). */
function keepsTrailer(before: PdfFile, after: PdfFile): boolean {
  const [id, newId] = [before, after].map((file) => itemsOf(file, file.trailer.entries.get('ID'))[0])
  return sameBut(before.trailer, after.trailer, ['Size', 'Prev', 'ID']) && (id === undefined || isSame(id, newId))
}

const writtenIn = ({ after }: Step): readonly number[] => [...(after.revisions.at(-1) as Revision).entries.keys()]

/** Objects that were there before, in any version. */
const changedIn = (step: Step): readonly number[] =>
  writtenIn(step).filter((number) => step.before.revisions.some(({ entries }) => entries.has(number)))

function changedObjects(step: Step): readonly number[] {
  return changedIn(step).filter((number) => {
    const [old, changed] = [step.before, step.after].map((file) => readIndirect(file, number, file.revisions))
    // Signing writes new streams and never another version of one.
    return old?.isStream || changed?.isStream || !isSigning(step, number, old?.value, changed?.value)
  })
}

function isSigning(step: Step, number: number, old?: PdfValue, changed?: PdfValue): boolean {
  if (old?.kind === 'array' && changed?.kind === 'array')
    return isAnnotations(step, number) && addedItems(old.items, changed.items) !== undefined
  if (old?.kind !== 'dictionary' || changed?.kind !== 'dictionary') return isSame(old, changed)
  const catalog = number === step.before.root.number
  return (
    sameBut(old, changed, allowedKeys(step, number, old)) &&
    fillsOnce(old, changed) &&
    (!catalog || keepsCatalog(step, old, changed))
  )
}

function keepsCatalog(step: Step, old: PdfDictionary, changed: PdfDictionary): boolean {
  const catalogs = { ...step, old, changed }
  return keepsPermissions(step, old, changed) && keepsExtensions(catalogs) && keepsVersion(catalogs)
}

function allowedKeys({ before, after }: Step, number: number, old: PdfDictionary): readonly string[] {
  const { entries } = old
  if (number === before.root.number) return CATALOG
  // The order of the tab key is set where there was none.
  if (nameOf(entries.get('Type')) === 'Page') return entries.has('Tabs') ? ['Annots'] : ['Annots', 'Tabs']
  if (nameOf(entries.get('FT')) === 'Sig') return FIELD
  const catalog = catalogOf(after).entries
  if (isAt(catalog.get('AcroForm'), number)) return newKeys(old, FORM)
  if (isAt(catalog.get('StructTreeRoot'), number)) return STRUCTURE_ROOT
  if (isAt(dictionaryOf(after, catalog.get('StructTreeRoot'))?.entries.get('ParentTree'), number)) return PARENT_TREE
  return isElement(old) ? ['K'] : []
}

/** Default fonts are of no use to a form of signatures alone; some signers add them all the same. */
const newKeys = ({ entries }: PdfDictionary, keys: readonly string[]): readonly string[] => [
  ...keys,
  ...['DR', 'DA'].filter((key) => !entries.has(key)),
]

/** A structure element need not say that it is one (14.7.2). */
const isElement = ({ entries }: PdfDictionary): boolean => ['S', 'P', 'K'].every((key) => entries.has(key))

/** A signed field stays as it is: value and look. */
const fillsOnce = (old: PdfDictionary, changed: PdfDictionary): boolean =>
  isNull(old.entries.get('V')) || sameBut(old, changed, [])

/** The array of a page's annotations, where it is an object of its own. */
const isAnnotations = ({ before }: Step, number: number): boolean =>
  pagesOf(before).some(({ page }) => isAt(page.entries.get('Annots'), number))

/** A certification comes once, and is one of the signatures. */
function keepsPermissions({ before, after, fields }: Step, old: PdfDictionary, changed: PdfDictionary): boolean {
  const [was = dictionary({}), is = dictionary({})] = [
    dictionaryOf(before, old.entries.get('Perms')),
    dictionaryOf(after, changed.entries.get('Perms')),
  ]
  const certification = is.entries.get('DocMDP')
  const isSignature = [...fields.values()].some(
    ({ signatureReference }) => signatureReference !== undefined && isAt(certification, signatureReference.number),
  )
  return sameBut(was, is, was.entries.has('DocMDP') || !isSignature ? [] : ['DocMDP'])
}

/** Every field that came with a signature is one of signatures: XFA would bring pages of its own, a text field words. */
function addedFields(step: Step): readonly number[] {
  const { before, after, fields } = step
  const [old = dictionary({}), form = dictionary({})] = [before, after].map((file) =>
    dictionaryOf(file, catalogOf(file).entries.get('AcroForm')),
  )
  const added = addedItems(itemsOf(before, old.entries.get('Fields')), itemsOf(after, form.entries.get('Fields')))
  const isWhole =
    sameBut(old, form, newKeys(old, FORM)) &&
    added?.every((item) => item.kind === 'reference' && fields.has(item.number))
  const written = new Set(writtenIn(step))
  const fieldsBefore = new Map(findFields(before).signatures.map((field) => [field.reference.number, field]))
  const foreign = [...fields].filter(([number, field]) => {
    const was = fieldsBefore.get(number)
    if (was === undefined) return !isSignatureOnly(after, field)
    return written.has(number) && was.signature === undefined && !isFilledIn(after, field)
  })
  return [...(isWhole ? [] : [0]), ...foreign.map(([number]) => number)]
}

/** Pages on which something else than the widget of a signature can be seen now. */
function addedAnnotations({ before, after, fields }: Step): readonly number[] {
  const pages = new Map(pagesOf(before).map((found) => [found.reference.number, found]))
  const isWidget = (item: PdfValue, { reference }: FoundPage): boolean => {
    const field = item.kind === 'reference' ? fields.get(item.number) : undefined
    const page = field?.field.entries.get('P')
    return field?.merged === true && (page === undefined || isAt(page, reference.number))
  }
  const foreign = pagesOf(after).filter((found) => {
    const [old, changed] = [annotationsOf(before, pages.get(found.reference.number)), annotationsOf(after, found)]
    const added = old && changed && addedItems(old, changed)
    return !added?.every((item) => isWidget(item, found))
  })
  return foreign.map(({ reference }) => reference.number)
}

/** Undefined for what is no list, which readers may take for anything. */
function annotationsOf(file: PdfFile, found: FoundPage | undefined): readonly PdfValue[] | undefined {
  const list = resolve(file, found?.page.entries.get('Annots'))
  return isNull(list) ? [] : list.kind === 'array' ? list.items : undefined
}

function changedStructure(step: Step): readonly number[] {
  const { before, after } = step
  const elements = changedIn(step).filter((number) => {
    const [old, changed] = [dictionaryOf(before, reference(number)), dictionaryOf(after, reference(number))]
    return old && changed && isElement(old) && !addsWidgets(step, number, old, changed)
  })
  return [...(keepsStructure(step) ? [] : [0]), ...elements]
}
