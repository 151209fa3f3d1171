/** Reads a rectangle or another list of numbers (ISO 32000-1, 7.9.5). */
import { itemsOf, type PdfFile, resolve } from './open-pdf.js'
import { numberOf, type PdfValue } from './value.js'

/** Left, bottom, right, top in points. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

/** Undefined where there are not four numbers: what cannot be read must never pass for a box that is nowhere. */
export function readBox(file: PdfFile, value: PdfValue | undefined): Box | undefined {
  const [x1, y1, x2, y2] = readNumbers(file, value, 4) ?? []
  if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
}

/** An array of so many finite numbers, each of which may be an object of its own (7.3.10). */
export function readNumbers(file: PdfFile, value: PdfValue | undefined, count: number): readonly number[] | undefined {
  const numbers = itemsOf(file, value).map((item) => numberOf(resolve(file, item)))
  const all = numbers.filter((item) => item !== undefined)
  return numbers.length === count && all.length === count ? all : undefined
}
