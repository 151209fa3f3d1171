/**
 * Whether a field that was added, or filled in, is a signature and nothing else. Every key is held against a list: a widget
 * can run an action, read words aloud or paint outside its box, and what is not known here may do so tomorrow
 * (ISO 32000-1, 12.5.2, 12.5.6.19, 12.7.4.5).
 */
import type { SignatureField } from './find-fields.js'
import { hasOnly } from './pdf/compare-values.js'
import { dictionaryOf, type PdfFile, readIndirect } from './pdf/open-pdf.js'
import { readBox, readNumbers } from './pdf/read-box.js'
import { textOf } from './pdf/text-string.js'
import { isNull, NULL, nameOf, numberOf, type PdfDictionary, type PdfValue } from './pdf/value.js'
import { spokenName } from './widget.js'

/** What pdfsig, pyHanko, Acrobat and we write, each with what it may hold. */
const KEYS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['Type', is('Annot')],
  ['Subtype', is('Widget')],
  ['FT', is('Sig')],
  ['T', ({ value }) => value.kind === 'string'],
  ['TU', isSpokenName],
  ['V', ({ file, value }) => isNull(value) || dictionaryOf(file, value) !== undefined],
  ['AP', ({ file, value, field }) => isLook(file, value, field)],
  ['Rect', ({ file, value }) => readBox(file, value) !== undefined],
  ['F', ({ value, field }) => isHarmless(numberOf(value), field)],
  ['P', ({ value }) => value.kind === 'reference'],
  ['StructParent', isNumber],
  ['Ff', isNumber],
  ['Lock', ({ file, value }) => hasOnly(dictionaryOf(file, value), ['Type', 'Action', 'Fields', 'P'])],
  ['MK', ({ file, value }) => hasOnly(dictionaryOf(file, value), ['BC', 'BG'])],
  ['Border', ({ file, value }) => readNumbers(file, value, 3)?.every((side) => side === 0) ?? false],
  ['DA', ({ value }) => value.kind === 'string'],
  ['M', ({ value }) => value.kind === 'string'],
  // A look of one state, which is all that is allowed, has no use for the name of the state.
  ['AS', ({ value }) => value.kind === 'name'],
])

type Check = (entry: { readonly file: PdfFile; readonly value: PdfValue; readonly field: PdfDictionary }) => boolean

/** `file` at the revision in question. */
export const isSignatureOnly = (file: PdfFile, { field, merged, box }: SignatureField): boolean =>
  merged && box !== undefined && [...field.entries.keys()].every((key) => isSound(file, field, key))

/** What signing a waiting field changes of it. */
export const isFilledIn = (file: PdfFile, { field }: SignatureField): boolean =>
  ['V', 'AP'].every((key) => !field.entries.has(key) || isSound(file, field, key))

const isSound = (file: PdfFile, field: PdfDictionary, key: string): boolean =>
  KEYS.get(key)?.({ file, value: field.entries.get(key) ?? NULL, field }) ?? false

function is(word: string): Check {
  return ({ value }) => nameOf(value) === word
}

function isNumber({ value }: { readonly value: PdfValue }): boolean {
  return numberOf(value) !== undefined
}

/** A description is read aloud in the place of the field, so it may say what field this is and no more. */
function isSpokenName({ value, field }: { readonly value: PdfValue; readonly field: PdfDictionary }): boolean {
  const name = textOf(field.entries.get('T'))
  return name !== undefined && [name, spokenName(name)].includes(textOf(value) ?? '')
}

/** Invisible, Hidden, Print, NoView, ReadOnly, Locked, LockedContents (table 165): each of them hides or keeps. */
const HARMLESS = 1 | 2 | 4 | 32 | 64 | 128 | 512
/** NoZoom and NoRotate let a widget leave its box, where it has any size. */
const LEAVES_BOX = 8 | 16

function isHarmless(flags: number | undefined, field: PdfDictionary): boolean {
  if (flags === undefined || !Number.isInteger(flags)) return false
  return (flags & ~(HARMLESS | (isEmptyBox(field) ? LEAVES_BOX : 0))) === 0
}

const isEmptyBox = ({ entries }: PdfDictionary): boolean => {
  const box = entries.get('Rect')
  return box?.kind === 'array' && box.items.length === 4 && box.items.every((side) => numberOf(side) === 0)
}

/** One look, the same under the mouse and while pressed (12.5.5). */
function isLook(file: PdfFile, value: PdfValue, field: PdfDictionary): boolean {
  const looks = dictionaryOf(file, value)
  const normal = looks?.entries.get('N')
  if (!hasOnly(looks, ['N']) || normal?.kind !== 'reference') return false
  const { value: form, isStream } = readIndirect(file, normal.number, file.revisions)
  return isStream && form.kind === 'dictionary' && isForm(file, form, isEmptyBox(field))
}

const FORM_KEYS = 'Type Subtype FormType Name BBox Matrix Resources Group Length Filter DecodeParms'.split(' ')

/** A form is fitted into the box of its widget and clipped there (12.5.5, algorithm 8.1), if only it has an area of its own. */
function isForm(file: PdfFile, form: PdfDictionary, empty: boolean): boolean {
  const { entries } = form
  const box = readBox(file, entries.get('BBox'))
  if (!hasOnly(form, FORM_KEYS) || nameOf(entries.get('Subtype')) !== 'Form' || box === undefined) return false
  const matrix = entries.has('Matrix') ? readNumbers(file, entries.get('Matrix'), 6) : [1, 0, 0, 1, 0, 0]
  if (matrix === undefined) return false
  const [a = 0, b = 0, c = 0, d = 0] = matrix
  const area = (box[2] - box[0]) * (box[3] - box[1]) * (a * d - b * c)
  return empty || Math.abs(area) > 0
}
