/**
 * What was added to a PDF behind its unsigned revision: only signatures and their fields, or something else?
 * A reader shows the newest version of each object, so an increment can change every page and leave all signed bytes
 * alone. Whoever compares the unsigned revision must also know that nothing covers it (ISO 32000-1, 12.8.2.2).
 */
import { findFields } from './find-fields.js'
import {
  catalogOf,
  dictionaryOf,
  itemsOf,
  openPdf,
  type PdfFile,
  readIndirect,
  readObject,
  resolve,
} from './pdf/open-pdf.js'
import { isNull, nameOf, type PdfDictionary, type PdfReference, type PdfValue } from './pdf/value.js'
import { writeValue } from './pdf/write-value.js'
import { signatureValues } from './read-signatures.js'

/** Something that a signature does not add. */
export interface ForeignChange {
  /** Revision it came with, from 0; the length of the list of revisions for bytes behind the last of them. */
  readonly revision: number
  /** Number of the changed object; 0 for what is no object. */
  readonly object: number
  /** `object`: an object of the unsigned revision was changed in a way signing does not. `unsigned`: a revision without a signature. `annotation`: a visible thing that is no signature. `trailing`: bytes behind the end of the file. */
  readonly kind: 'object' | 'unsigned' | 'annotation' | 'trailing'
}

/** Keys that signing sets or changes, by what the object is. Whatever else differs is foreign. */
const CATALOG = ['AcroForm', 'Perms']
const PAGE = ['Annots', 'Tabs']
const FORM = ['Fields', 'SigFlags']
const FIELD = ['V', 'AP']
const STRUCTURE = ['K', 'ParentTree', 'ParentTreeNextKey', 'Nums', 'Kids', 'Limits']

/** Empty where everything behind the unsigned revision is signatures. Throws a FormError as `readSignatures`. */
export function foreignChanges(pdf: Uint8Array): readonly ForeignChange[] {
  const file = openPdf(pdf)
  const signatures = signatureValues(file)
  const base = signatures[0]?.revision ?? file.revisions.length
  const signed = new Set(signatures.filter((one) => one.coversWholeRevision).map(({ revision }) => revision))
  const changes = file.revisions.slice(base).flatMap((_, index) => {
    const revision = base + index
    const unsigned: ForeignChange[] = signed.has(revision) ? [] : [{ revision, object: 0, kind: 'unsigned' }]
    return [...unsigned, ...changedObjects(file, revision), ...addedAnnotations(file, revision)]
  })
  const form: ForeignChange[] =
    base < file.revisions.length && hasForeignForm(file, base) ? [{ revision: base, object: 0, kind: 'object' }] : []
  const end = file.revisions.at(-1)?.end ?? 0
  const trailing: ForeignChange[] =
    end === pdf.length ? [] : [{ revision: file.revisions.length, object: 0, kind: 'trailing' }]
  return [...changes, ...form, ...trailing]
}

/** A form that came with the signatures holds signature fields and nothing else: XFA would bring pages of its own. */
function hasForeignForm(file: PdfFile, base: number): boolean {
  const before = resolve(file, file.root, file.revisions.slice(0, base))
  if (before.kind === 'dictionary' && before.entries.has('AcroForm')) return false
  const form = dictionaryOf(file, catalogOf(file).entries.get('AcroForm'))
  const { signatures, names } = findFields(file)
  return [...(form?.entries.keys() ?? [])].some((key) => !FORM.includes(key)) || names.size !== signatures.length
}

function changedObjects(file: PdfFile, revision: number): ForeignChange[] {
  const before = file.revisions.slice(0, revision)
  const after = file.revisions.slice(0, revision + 1)
  const changes: ForeignChange[] = []
  for (const number of file.revisions[revision]?.entries.keys() ?? []) {
    if (!before.some(({ entries }) => entries.has(number))) continue
    const [old, changed] = [readIndirect(file, number, before), readIndirect(file, number, after)]
    // Signing writes new streams and never another version of one.
    const streams = old.isStream || changed.isStream
    if (streams || !isSigning(file, number, old.value, changed.value))
      changes.push({ revision, object: number, kind: 'object' })
  }
  const [oldRoot, newRoot] = [before, after].map((revisions) => written(revisions.at(-1)?.trailer.entries.get('Root')))
  return oldRoot === newRoot ? changes : [...changes, { revision, object: 0, kind: 'object' }]
}

function isSigning(file: PdfFile, number: number, old: PdfValue, changed: PdfValue): boolean {
  if (old.kind === 'array')
    return changed.kind === 'array' && startsWith(changed.items, old.items) && isAnnotations(file, number)
  if (old.kind !== 'dictionary' || changed.kind !== 'dictionary') return writeValue(old) === writeValue(changed)
  return (
    sameBut(old, changed, allowedKeys(file, number, old)) && keepsLists(file, old, changed) && fillsOnce(old, changed)
  )
}

function allowedKeys(file: PdfFile, number: number, old: PdfDictionary): readonly string[] {
  const { entries } = old
  if (number === file.root.number) return CATALOG
  if (nameOf(entries.get('Type')) === 'Page') return PAGE
  if (nameOf(entries.get('FT')) === 'Sig') return FIELD
  const catalog = catalogOf(file).entries
  if (isAt(catalog.get('AcroForm'), number)) return FORM
  const tree = dictionaryOf(file, catalog.get('StructTreeRoot'))?.entries.get('ParentTree')
  const isStructure = isElement(old) || isAt(catalog.get('StructTreeRoot'), number) || isAt(tree, number)
  return isStructure ? STRUCTURE : []
}

/** A structure element need not say that it is one (14.7.2). */
const isElement = ({ entries }: PdfDictionary): boolean => ['S', 'P', 'K'].every((key) => entries.has(key))

const isAt = (value: PdfValue | undefined, number: number): boolean =>
  value?.kind === 'reference' && value.number === number

function sameBut(old: PdfDictionary, changed: PdfDictionary, allowed: readonly string[]): boolean {
  const keys = new Set([...old.entries.keys(), ...changed.entries.keys()])
  return [...keys].every(
    (key) => allowed.includes(key) || written(old.entries.get(key)) === written(changed.entries.get(key)),
  )
}

const written = (value: PdfValue | undefined): string => (value === undefined ? '' : writeValue(value))

/** Lists grow at their end and lose nothing. */
function keepsLists(file: PdfFile, old: PdfDictionary, changed: PdfDictionary): boolean {
  return ['Annots', 'Fields', 'Nums', 'Kids', 'K'].every((key) =>
    startsWith(listOf(file, changed, key), listOf(file, old, key)),
  )
}

/** One child may stand without an array. */
function listOf(file: PdfFile, { entries }: PdfDictionary, key: string): readonly PdfValue[] {
  const value = entries.get(key)
  if (value === undefined) return []
  const items = itemsOf(file, value)
  return items.length > 0 || resolve(file, value).kind === 'array' ? items : [value]
}

const startsWith = (longer: readonly PdfValue[], shorter: readonly PdfValue[]): boolean =>
  shorter.every((item, index) => written(longer[index]) === writeValue(item))

/** A signed field stays as it is: value and look. */
const fillsOnce = (old: PdfDictionary, changed: PdfDictionary): boolean =>
  isNull(old.entries.get('V')) || sameBut(old, changed, [])

/** The array of a page's annotations, where it is an object of its own. */
function isAnnotations(file: PdfFile, number: number): boolean {
  const [first] = file.revisions
  for (const key of first.entries.keys()) {
    const value = readObject(file, key)
    const annotations =
      value.kind === 'dictionary' && nameOf(value.entries.get('Type')) === 'Page'
        ? value.entries.get('Annots')
        : undefined
    if (annotations?.kind === 'reference' && annotations.number === number) return true
  }
  return false
}

/** Every annotation that came with a signature must be the widget of a signature field. */
function addedAnnotations(file: PdfFile, revision: number): ForeignChange[] {
  const widgets = new Set(findFields(file).signatures.map(({ reference }) => reference.number))
  const foreign: ForeignChange[] = []
  for (const [number, { offset }] of file.revisions[revision]?.entries ?? []) {
    if (offset === undefined) continue
    const value = readObject(file, number, file.revisions.slice(0, revision + 1))
    if (value.kind !== 'dictionary') continue
    const isPage = nameOf(value.entries.get('Type')) === 'Page'
    for (const item of isPage ? itemsOf(file, value.entries.get('Annots')) : []) {
      if (item.kind !== 'reference' || !(widgets.has(item.number) || isOld(file, item)))
        foreign.push({ revision, object: number, kind: 'annotation' })
    }
  }
  return foreign
}

const isOld = ({ revisions: [first] }: PdfFile, { number }: PdfReference): boolean => first.entries.has(number)
