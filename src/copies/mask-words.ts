/** Hides the middle of private numbers in running text; everything between their digits stays. */
import { invisibleMarks, withoutInvisible } from '../text/normalise.js'
import { findPrivateNumbers, middleOf, type PrivateNumber } from '../text/private-numbers.js'

/** The text with every number of the kind masked; the same text where there is none. */
export const maskText = (text: string, kind: PrivateNumber): string => {
  // Marks that print nothing may stand between any two digits; a number that is hidden takes them with it.
  const printed = invisibleMarks(text).length > 0 ? withoutInvisible(text) : text
  const hidden = new Set(findPrivateNumbers(printed, kind).flatMap((digits) => middleOf(digits, kind)))
  return hidden.size === 0 ? text : starred(printed, hidden)
}

const starred = (text: string, hidden: ReadonlySet<number>): string =>
  Array.from({ length: text.length }, (_, at) => (hidden.has(at) ? '*' : text[at])).join('')
