/** The first stage of a public copy: private data is masked in what the caller handed in, so that no later stage ever sees it. */
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { copyPlainData } from '../model/plain-data.js'
import { chooseTemplate, type FormOptions } from '../options.js'
import type { MaskingRule } from '../template/template.js'
import { isProven } from './copy-kind.js'
import { type MaskedField, maskData, rulesFor } from './mask-data.js'

export interface MaskedInput {
  readonly input: unknown
  /** The caller's, with the title masked. */
  readonly options: FormOptions
  readonly masked: readonly MaskedField[]
}

/**
 * Copies the input of a proven copy once, so that the model reads what is attached; plain copies and drafts keep theirs.
 * @throws FormError of kind `usage`: `option-invalid` for a rule the template does not have
 */
export const maskInput = (form: FormDefinition, input: unknown, options: FormOptions): MaskedInput => {
  const kind = options.copy ?? 'plain'
  const copied = isProven(kind) ? copyPlainData(input) : undefined
  // Too many values: the model says so.
  if (copied === undefined) return { input, options, masked: [] }
  if (kind !== 'public') return { input: copied.value, options, masked: [] }
  const all = chooseTemplate(form, copied.value, options).masking ?? []
  checkDropped(all, options.drop ?? [])
  const rules = rulesFor(all, options.drop ?? [])
  const { data, masked } = maskData(copied.value, { rules, labels: form.labels, steering: form.steering })
  const title = maskTitle(options, rules)
  return { input: data, options: title.options, masked: [...title.masked, ...masked] }
}

/** @throws FormError of kind `usage`: `option-invalid` for a rule that is not among those of the template */
export const checkDropped = (rules: readonly MaskingRule[], asked: readonly string[]): void => {
  const names = rules.filter((rule) => rule.onRequest).map((rule) => rule.name)
  const unknown = asked.find((name) => !names.includes(name))
  if (unknown === undefined) return
  const fault =
    names.length === 0
      ? problem('option-invalid', '', { option: 'drop', found: unknown, reason: 'no-rules' })
      : problem('option-invalid/choice', '', { option: 'drop', found: unknown, allowed: names })
  throw new FormError([fault], 'usage')
}

/** The caller's own title is no field of the form; rules for the whole text apply to it. */
const maskTitle = (options: FormOptions, rules: readonly MaskingRule[]): Pick<MaskedInput, 'options' | 'masked'> => {
  if (options.title === undefined) return { options, masked: [] }
  const { data, masked } = maskData(options.title, {
    rules: rules.filter((rule) => rule.fields === undefined),
    labels: {},
    steering: [],
  })
  return { options: { ...options, title: String(data) }, masked }
}
