/** Which field is signed: one that waits for it, or a new one. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FormFields, SignatureField } from './find-fields.js'
import { invalidOption, type SignOptions } from './options.js'
import { unsupported } from './pdf/pdf-fault.js'

export type ChosenField = { readonly name: string; readonly waiting?: SignatureField }

/** @throws FormError of kind `usage`: `field-taken`, `option-invalid`; `pdf-unsupported` for a field of several widgets */
export function chooseField(
  { signatures, names }: FormFields,
  { field, place, reserve = [] }: Pick<SignOptions, 'field' | 'place' | 'reserve'>,
): ChosenField {
  const reserved = reserve.map((one) => one.field)
  const taken = reserved.find((one, index) => names.has(one) || one === field || reserved.indexOf(one) !== index)
  if (taken !== undefined) throw fieldTaken(taken)
  if (field === undefined) return { name: freeName(new Set([...names, ...reserved])) }
  const waiting = signatures.find(({ name, signature }) => name === field && signature === undefined)
  if (waiting === undefined && names.has(field)) throw fieldTaken(field)
  if (waiting === undefined) return { name: field }
  if (!waiting.merged) throw unsupported('field')
  if (place) throw invalidOption('place', field, '这个签名域已有自己的位置')
  return { name: field, waiting }
}

const fieldTaken = (field: string): FormError => new FormError([problem('field-taken', '', { field })], 'usage')

function freeName(names: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!names.has(`Signature${number}`)) return `Signature${number}`
}
