/** The data file → unknown: size, encoding, syntax. What the data means is the model's business. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { decodeUtf8 } from './decode-utf8.js'
import { parseJson } from './parse-json.js'

/** 10 MB. */
const largestInput = 10_000_000

/**
 * Reads JSON text strictly. A number whose JavaScript value would lose its text, such as 1.10 or 1e3, comes back as
 * a `NumberLiteral`; forms take it as it is, and a model of plain numbers is given the number.
 * Throws a FormError: `input-too-large`, `input-encoding`, `json-syntax`, `json-duplicate-key` (all of them), `json-too-deep`.
 */
export const readJson = (input: Uint8Array | string): unknown => {
  if (input.length > largestInput) throw new FormError([problem('input-too-large', '', { limit: '10 MB' })])
  const text = typeof input === 'string' ? input : decodeUtf8(input)
  // TextDecoder has taken the byte order mark off; a string may still carry it.
  return parseJson(text.startsWith('\ufeff') ? text.slice(1) : text)
}
