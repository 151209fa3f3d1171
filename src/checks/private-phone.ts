/** private-phone: the forms are published with the budget; a mobile number is personal information (GB/T 35273-2020). */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { readingOf } from '../model/reading.js'
import { withoutInvisible } from '../text/normalise.js'
import { findPrivateNumbers, middleOf } from '../text/private-numbers.js'
import { shortList } from './excerpt.js'
import type { TextField } from './fields.js'

/** The finding shows the number with its middle hidden, so that logs do not spread it. */
export const checkPrivatePhone = ({ path, text }: TextField): readonly Diagnostic[] => {
  if (!/[1１]/.test(text)) return []
  const printed = withoutInvisible(text)
  const found = shortList(findPrivateNumbers(printed, 'mobile').map((digits) => hidden(printed, digits)))
  return found.length === 0 ? [] : [problem('private-phone', path, { found })]
}

const hidden = (text: string, digits: readonly number[]): string => {
  const middle = new Set(middleOf(digits, 'mobile'))
  return digits.map((at) => (middle.has(at) ? '*' : readingOf(text[at] ?? ''))).join('')
}
