/** Makes new fields part of the document: of their pages, the interactive form, the structure (ISO 32000-1, 12.7.2). */

import type { FoundPage } from './pdf/find-page.js'
import { type Increment, put, reserve } from './pdf/increment.js'
import { catalogOf, dictionaryOf, itemsOf } from './pdf/open-pdf.js'
import {
  array,
  dictionary,
  name,
  number,
  numberOf,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  withEntries,
  withoutEntries,
} from './pdf/value.js'
import { nextStructParent, tagWidgets } from './structure.js'

export interface NewField {
  readonly reference: PdfReference
  readonly page: FoundPage
  /** Key in the parent tree: of a widget that is seen, in a tagged document. */
  readonly structParent?: number
}

/** SignaturesExist and AppendOnly (table 219). */
const SIGNED_APPEND_ONLY = 3

/** The first key in the parent tree that is free; undefined in a document without structure. */
export function firstStructParent(increment: Increment): number | undefined {
  const root = dictionaryOf(increment.file, structureRoot(increment))
  return root === undefined ? undefined : nextStructParent(increment.file, root)
}

/** `certification` is the signature that certifies the document. */
export function linkFields(
  increment: Increment,
  fields: readonly NewField[],
  certification: PdfReference | undefined,
): void {
  const root = structureRoot(increment)
  addToPages(increment, fields, root !== undefined)
  updateCatalog(increment, fields, certification)
  const tagged = fields.filter(({ structParent }) => structParent !== undefined)
  const [first] = tagged
  if (root === undefined || first?.structParent === undefined) return
  tagWidgets(
    increment,
    root,
    tagged.map(({ reference, page }) => ({ widget: reference, page: page.reference })),
    first.structParent,
  )
}

function structureRoot({ file }: Increment): PdfReference | undefined {
  const root = catalogOf(file).entries.get('StructTreeRoot')
  return root?.kind === 'reference' ? root : undefined
}

function addToPages(increment: Increment, fields: readonly NewField[], tagged: boolean): void {
  const pages = new Map(fields.map(({ page }) => [page.reference.number, page]))
  for (const [pageNumber, { reference, page }] of pages) {
    const added = fields.filter((field) => field.page.reference.number === pageNumber).map((field) => field.reference)
    const before = page.entries.get('Annots')
    const annotations = array([...itemsOf(increment.file, before), ...added])
    if (before?.kind === 'reference') put(increment, before, annotations)
    // Readers walk through the annotations of a tagged page in the order of its structure (ISO 14289-1, 7.18.3).
    const order: Record<string, PdfValue> = tagged && !page.entries.has('Tabs') ? { Tabs: name('S') } : {}
    const changes = { ...(before?.kind === 'reference' ? {} : { Annots: annotations }), ...order }
    if (Object.keys(changes).length > 0) put(increment, reference, withEntries(page, changes))
  }
}

function updateCatalog(
  increment: Increment,
  fields: readonly NewField[],
  certification: PdfReference | undefined,
): void {
  const { file } = increment
  const catalog = catalogOf(file)
  const changes: Record<string, PdfValue> = {}
  const at = catalog.entries.get('AcroForm')
  const before = dictionaryOf(file, at) ?? dictionary({})
  const form = updatedForm(increment, before, fields)
  if (form !== undefined) {
    // An object of its own, so that a later signer need not touch the catalog.
    const to = at?.kind === 'reference' ? at : reserve(increment)
    put(increment, to, form)
    if (at?.kind !== 'reference') changes['AcroForm'] = to
  }
  if (certification) changes['Perms'] = dictionary({ DocMDP: certification })
  if (Object.keys(changes).length > 0) put(increment, file.root, withEntries(catalog, changes))
}

/** Undefined where nothing is to be changed. NeedAppearances would have a reader redraw what was signed. */
function updatedForm({ file }: Increment, form: PdfDictionary, fields: readonly NewField[]): PdfDictionary | undefined {
  const flagged = numberOf(form.entries.get('SigFlags')) === SIGNED_APPEND_ONLY && !form.entries.has('NeedAppearances')
  if (fields.length === 0 && flagged) return undefined
  const all = array([...itemsOf(file, form.entries.get('Fields')), ...fields.map(({ reference }) => reference)])
  return withEntries(withoutEntries(form, ['NeedAppearances']), { Fields: all, SigFlags: number(SIGNED_APPEND_ONLY) })
}
