/** The appearance stream of a signature (ISO 32000-1, 12.5.5): a form XObject without transparency, its fonts embedded. */
import type { FontFaces } from '../fonts/face.js'
import { type Length, toPt } from '../layout/length.js'
import { textOperators } from '../paint/text-operators.js'
import { collectFaces } from '../paint/used-faces.js'
import { type AppearanceWords, setAppearance } from './appearance-lines.js'
import { appendFonts, compressed } from './append-font.js'
import { type Increment, putStream, reserve } from './pdf/increment.js'
import { array, dictionary, name, number, type PdfDictionary, type PdfReference, type PdfValue } from './pdf/value.js'

/** In points. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Nothing to be seen: for invisible signatures and waiting fields, since PDF/A-1 wants an appearance of every widget. */
export function appendEmptyAppearance(increment: Increment, size: Size): PdfReference {
  return appendForm(increment, size, dictionary({}), '')
}

/** Throws a FormError as `setAppearance`. */
export function appendAppearance(
  increment: Increment,
  size: Size,
  words: AppearanceWords,
  book: FontFaces,
): PdfReference {
  const page = setAppearance(words, { width: raw(size.width), height: raw(size.height) }, book)
  const faces = collectFaces([page], book)
  const fonts = appendFonts(increment, faces.values())
  // Text is set with y downwards, as on our pages: the first operator turns it.
  const operators = `q\n1 0 0 -1 0 ${decimal(size.height)} cm\n${textOperators(page, faces)}\nQ`
  return appendForm(increment, size, dictionary({ Font: fonts }), operators)
}

const UNITS_PER_PT = 1 / toPt(1)
const raw = (points: number): Length => Math.round(points * UNITS_PER_PT)

function appendForm(
  increment: Increment,
  { width, height }: Size,
  resources: PdfDictionary,
  operators: string,
): PdfReference {
  const to = reserve(increment)
  const data = dictionary({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: array([0, 0, width, height].map((side) => decimalValue(side))),
    Resources: resources,
    Filter: name('FlateDecode'),
  })
  putStream(increment, to, data, compressed(new TextEncoder().encode(operators)))
  return to
}

export const decimal = (value: number): number => Math.round(value * 1000) / 1000

export const decimalValue = (value: number): PdfValue => number(decimal(value))
