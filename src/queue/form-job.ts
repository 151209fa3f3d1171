/** The job of one form: a plain JSON message, so that a program in any language can write it and any host can do it. */
import * as z from 'zod'
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { formatPath } from '../diagnostics/field-path.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { canonicalJson } from '../input/canonical-json.js'
import { decodeUtf8 } from '../input/decode-utf8.js'
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
  template: z.string('not-text').exactOptional(),
  title: z.string('not-text').exactOptional(),
  creationDate: z.string('not-text').exactOptional(),
  today: z.string('not-text').exactOptional(),
  strict: z.boolean('not-flag').exactOptional(),
  copy: z.enum(['plain', 'draft'], 'not-plain-or-draft').exactOptional(),
} satisfies { readonly [Name in keyof FormJobOptions]-?: z.ZodType<FormJobOptions[Name]> }

/** The messages of the schema are reasons; see reasons.ts. */
const message = z.strictObject(
  {
    /** The form's id. A message names no module: it must not decide what code a host loads. */
    form: z.string('not-text'),
    /** The form's data as JSON text, which keeps amounts as they were written (`1.10`); or as a JSON value. */
    data: z.custom<unknown>((data) => data !== undefined, 'no-data'),
    options: z.strictObject(optionFields, 'not-object').exactOptional(),
    /** Rule for the file name, as of `jixiao batch --name`. */
    name: z.string('not-text').exactOptional(),
  },
  'not-object',
)

export type FormJob = z.output<typeof message>

/**
 * The job of printing a form.
 * @param data a value typed by the form's model or read by `readJson`, or its JSON text
 * @throws FormError `job-invalid`, `not-plain-data` for a value that JSON cannot carry, `input-encoding` for bytes that are not UTF-8
 */
export const formJob = <M extends z.ZodType>(
  form: FormDefinition<M> | string,
  data: z.input<M> | string | Uint8Array,
  options: FormJobOptions = {},
  name?: string,
): FormJob => {
  // The id of a job is taken from the message, and an option that is undefined never reaches it.
  const asked = Object.entries(options).filter(([, value]) => value !== undefined)
  return readJob({
    form: typeof form === 'string' ? form : form.id,
    data: textOf(data),
    ...(asked.length === 0 ? {} : { options: Object.fromEntries(asked) }),
    ...(name === undefined ? {} : { name }),
  })
}

const textOf = (data: unknown): string => {
  if (typeof data === 'string') return data
  return data instanceof Uint8Array ? decodeUtf8(data) : exactJson(data)
}

/** The message as it goes into the queue: what writes it there would turn an amount that is kept as text into `{}`. @throws FormError as `readJob`, and `not-plain-data` */
export const toMessage = (value: FormJob): FormJob => {
  const job = readJob(value)
  if (typeof job.data === 'string') return job
  // Refuses what JSON cannot carry; the text itself has its keys in order, so that equal values have one id.
  exactJson(job.data)
  return { ...job, data: canonicalJson(job.data) }
}

/**
 * The same content gives the same id, so that adding it twice is adding it once. A new version of this package prints anew.
 * What the host prints with is not in it, for whoever adds a job knows no host: the name of the print tells that.
 */
export const jobId = (job: FormJob): string => messageId(toMessage(job))

/** @param job as `toMessage` gives it */
export const messageId = (job: FormJob): string => sha256Hex(canonicalJson({ version: ownPackage().version, ...job }))

const explain = (issue: z.core.$ZodIssue): readonly Diagnostic[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => problem('job-invalid', formatPath([...issue.path, key]), { reason: 'unknown-key' }))
    : [problem('job-invalid', formatPath(issue.path), { reason: issue.message })]

/** What came over the wire. @throws FormError `job-invalid` */
export const readJob = (value: unknown): FormJob => {
  const parsed = message.safeParse(value)
  if (parsed.success) return parsed.data
  throw new FormError(parsed.error.issues.flatMap(explain))
}
