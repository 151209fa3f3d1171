/** Where a worker thread finds a form: a form holds functions, which no message can carry, so each thread imports it itself. */
import { pathToFileURL } from 'node:url'
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { showValue } from '../model/show-value.js'
import { isDefinition } from '../option-types.js'

/** A form by its module and the name it is exported under. */
export interface FormAddress {
  /** URL (`import.meta.url` of the module, `import.meta.resolve('my-forms')`) or absolute path. */
  readonly module: string
  /** Name of the export. Without it: the exported form with the id. */
  readonly name?: string
  /** The form's id, where there is no name. */
  readonly id?: string
}

/** @throws FormError of kind `usage`: `form-invalid` for what is neither a form nor an address */
export const checkForm = (form: unknown): void => {
  if (!isDefinition(form) && !isAddress(form))
    throw usage(problem('form-invalid/address', '', { found: showValue(form) }))
}

const isAddress = (form: unknown): form is FormAddress => {
  const { module, name, id }: { readonly [key in keyof FormAddress]?: unknown } = Object(form)
  return isName(module) && isName(name ?? id)
}

const isName = (text: unknown): boolean => typeof text === 'string' && text !== ''

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
  if (typeof form.module !== 'string') throw usage(problem('form-unaddressed/no-module', '', { form: form.id }))
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

const usage = (diagnostic: Diagnostic): FormError => new FormError([diagnostic], 'usage')
