/** private-phone: the forms are published with the budget; a mobile number is personal information (GB/T 35273-2020). */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { readingOf } from '../model/reading.js'
import { hideMiddle, mobileNumber } from '../text/mobile-number.js'
import { withoutInvisible } from '../text/normalise.js'
import { shortList } from './excerpt.js'
import type { TextField } from './fields.js'

/** The finding shows the number with its middle hidden, so that logs do not spread it. */
export const checkPrivatePhone = ({ path, text }: TextField): readonly Diagnostic[] => {
  if (!/[1１][3-9３-９]/.test(text)) return []
  const numbers = Array.from(withoutInvisible(text).matchAll(mobileNumber), ({ groups }) => groups?.['number'] ?? '')
  const found = shortList(numbers.map((number) => readingOf(hideMiddle(number, 3, 4))))
  return found.length === 0 ? [] : [problem('private-phone', path, { found })]
}
