/** The job of one form: a plain JSON message, so that a program in any language can write it and any host can do it. */
import * as z from 'zod'
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { canonicalJson } from '../input/canonical-json.js'
import type { FormOptions } from '../options.js'
import { ownPackage } from '../platform/own-package.js'
import { sha256Hex } from '../platform/sha256.js'
import { exactJson } from './exact-json.js'

/** What a message may ask for: fonts and pictures are files, and belong to the host that prints. */
export interface FormJobOptions extends Pick<FormOptions, 'title' | 'creationDate' | 'today' | 'strict'> {
  /** Name of a variant. */
  readonly template?: string | undefined
  readonly copy?: 'plain' | 'draft' | undefined
}

const optionFields = {
  template: z.string().exactOptional(),
  title: z.string().exactOptional(),
  creationDate: z.string().exactOptional(),
  today: z.string().exactOptional(),
  strict: z.boolean().exactOptional(),
  copy: z.enum(['plain', 'draft']).exactOptional(),
} satisfies { readonly [Name in keyof FormJobOptions]-?: z.ZodType<FormJobOptions[Name]> }

const message = z.strictObject({
  /** The form's id. A message names no module: it must not decide what code a host loads. */
  form: z.string(),
  /** The form's data as JSON text, which keeps amounts as they were written (`1.10`); or as a JSON value. */
  data: z.unknown(),
  options: z.strictObject(optionFields).exactOptional(),
  /** Rule for the file name, as of `jixiao batch --name`. */
  name: z.string().exactOptional(),
})

export type FormJob = z.output<typeof message>

/**
 * The job of printing a form.
 * @param data a value typed by the form's model or read by `readJson`, or its JSON text
 * @throws FormError `not-plain-data` for a value that JSON cannot carry
 */
export const formJob = <M extends z.ZodType>(
  form: FormDefinition<M> | string,
  data: z.input<M> | string | Uint8Array,
  options: FormJobOptions = {},
  name?: string,
): FormJob => {
  // The id of a job is taken from the message, and an option that is undefined never reaches it.
  const asked = Object.entries(options).filter(([, value]) => value !== undefined)
  return {
    form: typeof form === 'string' ? form : form.id,
    data: textOf(data),
    ...(asked.length === 0 ? {} : { options: Object.fromEntries(asked) }),
    ...(name === undefined ? {} : { name }),
  }
}

const textOf = (data: unknown): string => {
  if (typeof data === 'string') return data
  return data instanceof Uint8Array
    ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data)
    : exactJson(data)
}

/**
 * The same content gives the same id, so that adding it twice is adding it once. A new version of this package prints anew.
 * What the host prints with is not in it, for whoever adds a job knows no host: the name of the print tells that.
 */
export const jobId = (job: FormJob): string => sha256Hex(canonicalJson({ version: ownPackage().version, ...job }))

/** What came over the wire. @throws FormError `job-invalid` */
export const readJob = (value: unknown): FormJob => {
  const parsed = message.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new FormError([problem('job-invalid', issue?.path.join('.') ?? '', { reason: issue?.message ?? '' })])
}
