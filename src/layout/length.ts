/** Lengths in whole raw units: 254 per pt, 720 per mm, so that every 字号, every 0.1 mm and every half point is exact and sums of tracks never drift. */

/** A length in raw units. Always a whole number; 254 units are 1 pt, 720 units are 1 mm. */
export type Length = number

const UNITS_PER_PT = 254
const UNITS_PER_MM = 720

/** Points to raw units. */
export const pt = (points: number): Length => Math.round(points * UNITS_PER_PT)

/** Millimetres to raw units. */
export const mm = (millimetres: number): Length => Math.round(millimetres * UNITS_PER_MM)

/** Raw units to points, unrounded: the one rounding happens where the PDF is written. */
export const toPt = (length: Length): number => length / UNITS_PER_PT

/** Raw units to millimetres, rounded to 0.01 mm: for people and for reports, never to compute on. */
export const toMm = (length: Length): number => Math.round((length * 100) / UNITS_PER_MM) / 100
