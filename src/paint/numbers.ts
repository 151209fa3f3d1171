/** Numbers of the PDF: the one rounding of a length happens here. */
import { remembering } from '../fonts/remembering.js'
import { type Length, toPt } from '../layout/length.js'

/** At most three decimals, the shortest form, no exponent and no locale: 0.001 pt is 0.35 µm. */
export const decimal = (value: number): string => {
  const thousandths = Math.round(value * 1000)
  const whole = Math.trunc(thousandths / 1000)
  const rest = Math.abs(thousandths - 1000 * whole)
  // The sum with 0 turns −0 into 0. JavaScript's own way from a fraction to the shortest decimals takes ten times as long.
  if (rest === 0) return String(whole + 0)
  return (thousandths < 0 && whole === 0 ? '-0' : String(whole)) + fraction(rest)
}

/** Fractions by thousandths, as they are met. */
const fractions: string[] = []

const fraction = (thousandths: number): string => {
  const known = fractions[thousandths]
  if (known !== undefined) return known
  const written = `.${String(thousandths).padStart(3, '0')}`.replace(/0+$/, '')
  fractions[thousandths] = written
  return written
}

/** Raw units to points as the PDF writes them. The edges of columns and rows come again and again. */
export const points = remembering((length: Length): string => decimal(toPt(length)))

/** Raw units to points with the same rounding, for pdfmake. */
export const roundedPoints = (length: Length): number => Math.round(toPt(length) * 1000) / 1000 + 0
