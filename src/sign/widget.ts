/** A signature field and its widget, merged into one object (ISO 32000-1, 12.5.6.19 and 12.7.4.5). */
import { decimalValue } from './appearance.js'
import { invalidOption, type SignaturePlace } from './options.js'
import type { FoundPage } from './pdf/find-page.js'
import { array, dictionary, name, number, type PdfDictionary, type PdfReference, type PdfValue } from './pdf/value.js'
import { textValue } from './pdf/write-value.js'

/** Left, bottom, right, top in points of the page. */
export type Rectangle = readonly [number, number, number, number]

export const INVISIBLE: Rectangle = [0, 0, 0, 0]

/** Print and Locked (12.5.3): PDF/A wants the first, the second keeps the box where it is. */
const PRINT_LOCKED = 132

const POINTS_PER_MM = 72 / 25.4
/** A tenth of a millimetre is let pass: papers are rounded. */
const TOLERANCE = 0.1

/** Millimetres from the top left of the page → points from its bottom left. Throws a FormError where it leaves the page. */
export function placeOnPage({ page, x, y, width, height }: SignaturePlace, { box }: FoundPage): Rectangle {
  const [left, bottom, right, top] = box
  const paper = [(right - left) / POINTS_PER_MM, (top - bottom) / POINTS_PER_MM] as const
  if (x + width > paper[0] + TOLERANCE || y + height > paper[1] + TOLERANCE) {
    throw invalidOption(
      'place',
      [page, x, y, width, height].join(','),
      `超出纸面（${paper.map(Math.round).join('×')}毫米）`,
    )
  }
  const [x1, y2] = [left + x * POINTS_PER_MM, top - y * POINTS_PER_MM]
  return [x1, y2 - height * POINTS_PER_MM, x1 + width * POINTS_PER_MM, y2]
}

export interface WidgetParts {
  readonly field: string
  readonly rectangle: Rectangle
  readonly page: PdfReference
  readonly appearance: PdfReference
  readonly value?: PdfReference
  /** Key in the parent tree of a tagged document. */
  readonly structParent?: number
}

export function widget({ field, rectangle, page, appearance, value, structParent }: WidgetParts): PdfDictionary {
  return dictionary({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: textValue(field),
    // Read aloud for it (14.9.3). It names the field and not the person, for signing a waiting field may not change it.
    TU: textValue(spokenName(field)),
    ...changeable(appearance, value),
    Rect: rectangleValue(rectangle),
    F: number(PRINT_LOCKED),
    P: page,
    StructParent: structParent === undefined ? undefined : number(structParent),
  })
}

export const spokenName = (field: string): string => `电子签名：${field}`

/** What signing a waiting field changes of it. */
export function changeable(appearance: PdfReference, value: PdfReference | undefined): Record<string, PdfValue> {
  return { AP: dictionary({ N: appearance }), ...(value && { V: value }) }
}

const rectangleValue = (rectangle: Rectangle): PdfValue => array(rectangle.map(decimalValue))
