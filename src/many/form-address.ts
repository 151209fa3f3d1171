/** Where a worker thread finds a form: a form holds functions, which no message can carry, so each thread imports it itself. */
import { pathToFileURL } from 'node:url'
import { workerData } from 'node:worker_threads'
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { showValue } from '../model/show-value.js'
import { isDefinition } from '../option-types.js'
import { ownPackage } from '../platform/own-package.js'
import { isEntryScript } from './entry-script.js'
import { isWorkerSetup } from './task.js'
import { unlessIdle } from './unless-idle.js'

/** A form by its module and the name it is exported under. */
export interface FormAddress {
  /** URL (`import.meta.url` of the module, `import.meta.resolve('my-forms')`) or absolute path. */
  readonly module: string
  /** Name of the export. Without it: the exported form with the id. */
  readonly name?: string | undefined
  /** The form's id, where there is no name. */
  readonly id?: string | undefined
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
 * @throws FormError of kind `usage`: `form-unaddressed`; of kind `file`: `package-bundled`
 */
export const addressForm = async (form: FormDefinition | FormAddress): Promise<FormAddress> => {
  // A bundled library has no modules of its own that a thread could start from, and a form in the bundle has none either.
  ownPackage()
  const address = isDefinition(form) ? ownAddress(form) : form
  refuseProgram(address)
  const imported = await importForm(address)
  if (!isDefinition(form) || imported === form) return address
  throw usage(problem('form-unaddressed/another', '', { form: form.id, module: address.module }))
}

const ownAddress = ({ id, module }: FormDefinition): FormAddress => {
  if (typeof module !== 'string') throw usage(problem('form-unaddressed/no-module', '', { form: id }))
  return { module, id }
}

/**
 * Whoever imports a program runs it: each thread would do again all that the program does, and ask for threads of its own.
 * @throws FormError of kind `usage`: `form-unaddressed`
 */
export const refuseProgram = (address: FormAddress): void => {
  const facts = { form: wantedOf(address), module: address.module }
  if (isEntryScript(address.module)) throw usage(problem('form-unaddressed/program', '', facts))
  if (isWorkerSetup(workerData)) throw usage(problem('form-unaddressed/in-thread', '', facts))
}

/** @throws FormError of kind `usage`: `form-unaddressed` */
export const importForm = async (address: FormAddress): Promise<FormDefinition> => {
  const { module, name, id } = address
  const facts = { form: wantedOf(address), module }
  const exported = await importModule(address)
  if (exported === undefined) throw usage(problem('form-unaddressed/awaited', '', facts))
  const found =
    name === undefined
      ? Object.values(exported).find((value) => isDefinition(value) && value.id === id)
      : exported[name]
  if (isDefinition(found)) return found
  throw usage(problem('form-unaddressed/not-exported', '', facts))
}

/**
 * What the module exports; undefined where it awaits `renderMany` at its top level: it is not loaded before that ends, and that
 * waits for it to be loaded.
 */
const importModule = async (address: FormAddress): Promise<Readonly<Record<string, unknown>> | undefined> => {
  try {
    return await unlessIdle(import(hrefOf(address.module)) as Promise<Record<string, unknown>>)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const facts = { form: wantedOf(address), module: address.module, reason }
    throw usage(problem('form-unaddressed/not-loaded', '', facts))
  }
}

const hrefOf = (module: string): string => (/^[a-z]{2,}:/i.test(module) ? module : pathToFileURL(module).href)

/** What a form is called in messages. */
const wantedOf = ({ name, id }: FormAddress): string => name ?? id ?? ''

const usage = (diagnostic: Diagnostic): FormError => new FormError([diagnostic], 'usage')
