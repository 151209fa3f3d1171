/** The data file → unknown: size, encoding, syntax. What the data means is the model's business. */
import { FormError } from '../diagnostics/form-error.js'
import { withLabel } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { decodeUtf8, withoutByteOrderMarks } from './decode-utf8.js'
import { parseJson } from './parse-json.js'

/** 10 MB. */
const largestInput = 10_000_000

/**
 * Reads JSON text strictly. A number whose JavaScript value would lose its text, such as 1.10 or 1e3, comes back as
 * a `NumberLiteral`; forms take it as it is, and a model of plain numbers is given the number.
 * @param labels official labels by path pattern, where the form is known: messages name the field that a fault stands in by them
 * Throws a FormError: `input-too-large`, `input-encoding`, `json-syntax`, `json-duplicate-key` (all of them), `json-too-deep`.
 */
export const readJson = (input: Uint8Array | string, labels: Readonly<Record<string, string>> = {}): unknown => {
  if (input.length > largestInput) throw new FormError([problem('input-too-large', '', { limit: '10 MB' })])
  const text = withoutByteOrderMarks(typeof input === 'string' ? input : decodeUtf8(input))
  try {
    return parseJson(text)
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    throw new FormError(
      error.diagnostics.map((fault) => withLabel(fault, labels)),
      error.kind,
    )
  }
}
