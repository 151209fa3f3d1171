/** private-phone: the forms are published with the budget; a mobile number is personal information (GB/T 35273-2020). */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { shortList } from './excerpt.js'
import type { TextField } from './fields.js'

const mobile = /(?<!\d)(?:(?:\+|00)?86[- ]?)?(1[3-9]\d)([- ]?)(\d{4})\2(\d{4})(?!\d)/g

/** The finding shows the number with its middle hidden, so that logs do not spread it. */
export const checkPrivatePhone = ({ path, text }: TextField): readonly Diagnostic[] => {
  if (!/1[3-9]\d[- ]?\d{4}/.test(text)) return []
  const found = shortList(Array.from(text.matchAll(mobile), ([, head = '', , , tail = '']) => `${head}****${tail}`))
  return found.length === 0 ? [] : [problem('private-phone', path, { found })]
}
