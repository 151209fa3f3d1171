/** Where a worker thread finds a form: a form holds functions, which no message can carry, so each thread imports it itself. */
import { pathToFileURL } from 'node:url'
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

/** A form by its module and the name it is exported under. */
export interface FormAddress {
  /** URL (`import.meta.url` of the module, `import.meta.resolve('my-forms')`) or absolute path. */
  readonly module: string
  /** Name of the export. Without it: the exported form with the id. */
  readonly name?: string
  /** The form's id, where there is no name. */
  readonly id?: string
}

/**
 * The address of a form, proved: the module is imported here as the workers will import it and must give this very form.
 * A copy with other templates (`{ ...form, templates }`) still names the module of its original, and would print as that.
 * @throws FormError of kind `usage`: `form-unaddressed`
 */
export const addressForm = async (form: FormDefinition | FormAddress): Promise<FormAddress> => {
  if (!isDefinition(form)) {
    await importForm(form)
    return form
  }
  if (form.module === undefined) throw usage(problem('form-unaddressed/no-module', '', { form: form.id }))
  const address: FormAddress = { module: form.module, id: form.id }
  if ((await importForm(address)) === form) return address
  throw usage(problem('form-unaddressed/another', '', { form: form.id, module: form.module }))
}

/** @throws FormError of kind `usage`: `form-unaddressed` */
export const importForm = async ({ module, name, id }: FormAddress): Promise<FormDefinition> => {
  const exported = await importModule(module, name ?? id ?? '')
  const found =
    name === undefined
      ? Object.values(exported).find((value) => isDefinition(value) && value.id === id)
      : exported[name]
  if (isDefinition(found)) return found
  throw usage(problem('form-unaddressed/not-exported', '', { form: name ?? id ?? '', module }))
}

const importModule = async (module: string, wanted: string): Promise<Readonly<Record<string, unknown>>> => {
  try {
    return (await import(/^[a-z]{2,}:/i.test(module) ? module : pathToFileURL(module).href)) as Record<string, unknown>
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw usage(problem('form-unaddressed/not-loaded', '', { form: wanted, module, reason }))
  }
}

const isDefinition = (value: unknown): value is FormDefinition =>
  typeof value === 'object' && value !== null && 'model' in value && 'templates' in value && 'checks' in value

const usage = (diagnostic: Diagnostic): FormError => new FormError([diagnostic], 'usage')
