/** The first stage of a public copy: private data is masked in what the caller handed in, so that no later stage ever sees it. */
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { copyPlainData } from '../model/plain-data.js'
import { chooseTemplate, type FormOptions } from '../options.js'
import type { MaskingRule, Template } from '../template/template.js'
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
 * @throws FormError of kind `usage`: as `publicRules`
 */
export const maskInput = (form: FormDefinition, input: unknown, options: FormOptions): MaskedInput => {
  const kind = options.copy ?? 'plain'
  const copied = isProven(kind) ? copyPlainData(input) : undefined
  // Too many values: the model says so.
  if (copied === undefined) return { input, options, masked: [] }
  if (kind !== 'public') return { input: copied.value, options, masked: [] }
  const rules = publicRules(chooseTemplate(form, copied.value, options), options.drop ?? [])
  const { data, masked } = maskData(copied.value, { rules, labels: form.labels, steering: form.steering })
  const title = maskTitle(options, rules)
  return { input: data, options: title.options, masked: [...title.masked, ...masked] }
}

/**
 * What a public copy hides.
 * @param asked rules beside those that always apply
 * @throws FormError of kind `usage`: `option-invalid` for a template that does not say what is hidden, whose copies would show
 *   all there is, and for a rule that the template does not have
 */
export const publicRules = ({ masking }: Template, asked: readonly string[]): readonly MaskingRule[] => {
  if (masking === undefined)
    throw new FormError(
      [problem('option-invalid', '', { option: 'copy', found: 'public', reason: 'no-masking' })],
      'usage',
    )
  checkDropped(masking, asked)
  return rulesFor(masking, asked)
}

const checkDropped = (rules: readonly MaskingRule[], asked: readonly string[]): void => {
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
