/** Numbers of the PDF: the one rounding of a length happens here. */
import { type Length, toPt } from '../layout/length.js'

/**
 * At most three decimals, the shortest form, no exponent and no locale: 0.001 pt is 0.35 µm.
 * Of a number rounded so, JavaScript's own shortest form never has an exponent.
 */
export const decimal = (value: number): string => String(rounded(value))

/** Raw units to points as the PDF writes them. */
export const points = (length: Length): string => decimal(toPt(length))

/** Raw units to points with the same rounding, for pdfmake. */
export const roundedPoints = (length: Length): number => rounded(toPt(length))

/** The sum with 0 turns −0 into 0. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0
