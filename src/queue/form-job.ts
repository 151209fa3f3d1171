/** The job of one form: a plain JSON message, so that a program in any language can write it and any host can do it. */
import * as z from 'zod'
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { canonicalJson } from '../many/canonical-json.js'
import { sha256Hex } from '../many/content-key.js'
import type { FormOptions } from '../options.js'
import { ownPackage } from '../platform/own-package.js'
import { exactJson } from './exact-json.js'

const message = z.strictObject({
  /** The form's id. A message names no module: it must not decide what code a host loads. */
  form: z.string(),
  /** The form's data as JSON text, which keeps amounts as they were written (`1.10`); or as a JSON value. */
  data: z.unknown(),
  options: z
    .strictObject({
      template: z.string().optional(),
      title: z.string().optional(),
      creationDate: z.string().optional(),
      today: z.string().optional(),
      strict: z.boolean().optional(),
    })
    .optional(),
  /** Rule for the file name, as of `jixiao batch --name`. */
  name: z.string().optional(),
})

export type FormJob = z.output<typeof message>

/** What a message may ask for: fonts are files, and belong to the host that prints. */
export type FormJobOptions = Omit<FormOptions, 'fonts' | 'template'> & { readonly template?: string | undefined }

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
  const chosen = Object.entries(options).filter(([, value]) => value !== undefined)
  return {
    form: typeof form === 'string' ? form : form.id,
    data: textOf(data),
    ...(chosen.length === 0 ? {} : { options: Object.fromEntries(chosen) }),
    ...(name === undefined ? {} : { name }),
  }
}

const textOf = (data: unknown): string => {
  if (typeof data === 'string') return data
  return data instanceof Uint8Array
    ? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data)
    : exactJson(data)
}

/** The same content gives the same id, so that adding it twice is adding it once. A new version of this package prints anew. */
export const jobId = (job: FormJob): string => sha256Hex(canonicalJson({ version: ownPackage().version, ...job }))

/** What came over the wire. @throws FormError `job-invalid` */
export const readJob = (value: unknown): FormJob => {
  const parsed = message.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new FormError([problem('job-invalid', issue?.path.join('.') ?? '', { reason: issue?.message ?? '' })])
}
