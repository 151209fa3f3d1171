/** Superscripts and subscripts, for a class of a regular expression: ², ⁻⁶, ₂ and their like stay with what they raise or lower. */
export const RAISED_AND_LOWERED = '\\u00B2\\u00B3\\u00B9\\u2070-\\u209C'
