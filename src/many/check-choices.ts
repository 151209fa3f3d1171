/** What a run is asked for and no form of the program has: found before the first record is read and anything is made. */
import { openPictures } from '../copies/make-copy.js'
import { publicRules } from '../copies/mask-input.js'
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { checkOptions, type FormOptions, templatesOf } from '../options.js'
import type { Platform } from '../platform/platform.js'
import type { Template } from '../template/template.js'

/**
 * Data may name its template, so a choice is wrong only where it is wrong for every template that may be used.
 * @throws FormError of kind `usage`: `template-unknown`, `option-invalid`, `image-missing`, `image-refused`; of kind `file`: `file-unreadable`
 */
export const checkChoices = (forms: readonly FormDefinition[], options: FormOptions, platform: Platform): void => {
  checkOptions(options)
  checkTemplateName(forms, options)
  const templates = forms.flatMap((form) => templatesOf(form, options))
  const { copy, drop = [], images } = options
  if (copy === 'public') refuseWhereAllDo(templates, (template) => publicRules(template, drop))
  if (images !== undefined) refuseWhereAllDo(templates, (template) => openPictures(template, options, platform))
}

const checkTemplateName = (forms: readonly FormDefinition[], { template }: FormOptions): void => {
  const templates = [...new Set(forms.flatMap((form) => Object.keys(form.templates)))]
  if (typeof template !== 'string' || templates.includes(template)) return
  throw new FormError([problem('template-unknown', '', { found: template, templates })], 'usage')
}

/** A template that has the place or the rule knows best what else is wrong. */
const refuseWhereAllDo = (templates: readonly Template[], check: (template: Template) => void): void => {
  const faults = templates.map((template) => faultOf(() => check(template)))
  if (faults.includes(undefined)) return
  const fault = faults.find((one) => one?.diagnostics[0]?.code !== 'option-invalid') ?? faults[0]
  if (fault !== undefined) throw fault
}

const faultOf = (check: () => void): FormError | undefined => {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof FormError) return error
    throw error
  }
}
