/** Holds the fields that a template names against the form it is to print: one that the form cannot have would print a blank. */
import type * as z from 'zod'
import type { FormDefinition } from './define-form.js'
import { stepsOf } from './diagnostics/field-path.js'
import { FormError } from './diagnostics/form-error.js'
import { patternOf } from './diagnostics/label.js'
import { problem } from './diagnostics/make-problem.js'
import { hasField } from './model/has-field.js'
import type { Template } from './template/template.js'
import { fieldsOf } from './template/template-fields.js'

/** Frozen templates by the models that have all their fields: they are not looked through again while they live. */
const sound = new WeakMap<z.ZodType, WeakSet<Template>>()

/**
 * Returns the template as it came.
 * @throws FormError of kind `usage` with a `template-invalid` for every field that the form neither labels nor has in its model
 */
export const checkFields = <M extends z.ZodType>(
  form: Pick<FormDefinition<M>, 'id' | 'labels' | 'model'>,
  template: Template,
): Template => {
  const known = sound.get(form.model) ?? new WeakSet()
  if (known.has(template)) return template
  const unknown = fieldsOf(template).filter(
    ({ path }) => !Object.hasOwn(form.labels, patternOf(path)) && !hasField(form.model, stepsOf(path)),
  )
  if (unknown.length > 0)
    throw new FormError(
      unknown.map(({ place, path }) => {
        const reason = `表“${form.id}”没有“${patternOf(path)}”这一项`
        return problem('template-invalid', '', { template: template.id, place, reason })
      }),
      'usage',
    )
  if (Object.isFrozen(template)) sound.set(form.model, known.add(template))
  return template
}
