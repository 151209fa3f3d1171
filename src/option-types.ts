/** The shape of the options, for callers without a type checker: a slip is named, and nothing half right is taken. */
import * as z from 'zod'
import type { FormDefinition } from './define-form.js'
import { formatPath } from './diagnostics/field-path.js'
import { FormError } from './diagnostics/form-error.js'
import { problem } from './diagnostics/make-problem.js'
import { showValue } from './model/show-value.js'
import type { FormOptions } from './options.js'

/** What most callers give: texts and flags. Made for these, the schema below would take longer than a form to check. */
const PLAIN_OPTIONS: Readonly<Partial<Record<keyof FormOptions, 'string' | 'boolean'>>> = {
  template: 'string',
  creationDate: 'string',
  title: 'string',
  today: 'string',
  copy: 'string',
  strict: 'boolean',
  attachData: 'boolean',
}

const isPlain = (options: unknown): boolean =>
  typeof options === 'object' &&
  options !== null &&
  Object.getPrototypeOf(options) === Object.prototype &&
  Object.entries(options).every(
    ([key, value]) =>
      Object.hasOwn(PLAIN_OPTIONS, key) &&
      (value === undefined || typeof value === PLAIN_OPTIONS[key as keyof FormOptions]),
  )

/** The keys of `reasons.ts` are the messages. */
const makeTypes = () => {
  const words = z.string('not-text')
  const flag = z.boolean('not-flag')
  const bytes = z.instanceof(Uint8Array, { error: 'not-bytes' })
  const role = z.string().regex(/^[A-Za-z][\w-]*$/, 'not-role')
  const font = z
    .strictObject({ path: words.optional(), bytes: bytes.optional(), face: words.optional() }, 'not-object')
    .refine((given) => (given.path === undefined) !== (given.bytes === undefined), 'not-path-or-bytes')
  return z.strictObject(
    {
      template: z.union([z.string(), z.looseObject({})], 'not-template').optional(),
      creationDate: words.optional(),
      fonts: z.record(role, font, 'not-object').optional(),
      title: words.optional(),
      today: words.optional(),
      strict: flag.optional(),
      copy: words.optional(),
      drop: z.array(words, 'not-list').optional(),
      images: z.record(role, z.looseObject({}, 'not-object'), 'not-object').optional(),
      attachData: flag.optional(),
    },
    'not-object',
  )
}

let types: ReturnType<typeof makeTypes> | undefined

/** @throws FormError of kind `usage` with an `option-invalid` for every slip */
export const checkOptionTypes = (options: unknown): void => {
  if (isPlain(options)) return
  types ??= makeTypes()
  checkShape(types, options)
}

/** @throws FormError of kind `usage` with an `option-invalid` for every slip; the schema's messages are reasons */
export const checkShape = (shape: z.ZodType, options: unknown): void => {
  const parsed = shape.safeParse(options)
  if (parsed.success) return
  throw new FormError(
    parsed.error.issues.flatMap((issue) => explain(issue, options)),
    'usage',
  )
}

const explain = (issue: z.core.$ZodIssue, options: unknown) => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      invalid(formatPath([...issue.path, key]), valueAt(options, [...issue.path, key]), 'unknown-option'),
    )
  }
  const reason = issue.code === 'invalid_key' ? 'not-role' : issue.message
  return [invalid(formatPath(issue.path) || 'options', valueAt(options, issue.path), reason)]
}

const invalid = (option: string, found: unknown, reason: string) =>
  problem('option-invalid', '', { option, found: showValue(found), reason })

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )

/** What an option beside those of a single form must be. */
export type OptionKind = 'flag' | 'function' | 'gutter' | 'signal'

const IS_OF_KIND: Readonly<Record<OptionKind, (value: unknown) => boolean>> = {
  flag: (value) => typeof value === 'boolean',
  function: (value) => typeof value === 'function',
  gutter: Number.isFinite,
  // By what it can do: that of another realm is no instance of this one's class.
  signal: (value) => isObject(value) && 'aborted' in value && 'addEventListener' in value && 'throwIfAborted' in value,
}

/** @throws FormError of kind `usage` with an `option-invalid` for every slip, and for options that are none */
export const checkOptionKinds = (options: unknown, kinds: Readonly<Record<string, OptionKind>>): void => {
  if (!isObject(options)) throw new FormError([invalid('options', options, 'not-object')], 'usage')
  const slips = Object.entries(kinds).flatMap(([option, kind]) => {
    const value = valueAt(options, [option])
    return value === undefined || IS_OF_KIND[kind](value) ? [] : [invalid(option, value, `not-${kind}`)]
  })
  if (slips.length > 0) throw new FormError(slips, 'usage')
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws FormError of kind `usage`: `form-invalid` for a first argument that is no form definition */
export const checkDefinition = (form: unknown): void => {
  if (!isDefinition(form)) throw new FormError([problem('form-invalid', '', { found: showValue(form) })], 'usage')
}

export const isDefinition = (form: unknown): form is FormDefinition =>
  isObject(form) && 'model' in form && 'templates' in form && 'checks' in form && 'id' in form

/**
 * A text and bytes can be gone through as well, but what comes of them are no forms.
 * @throws FormError of kind `usage`: `records-invalid` for a second argument that gives no records
 */
export const checkRecords = (records: unknown): void => {
  const gives =
    typeof records === 'object' &&
    records !== null &&
    !ArrayBuffer.isView(records) &&
    (Symbol.iterator in records || Symbol.asyncIterator in records)
  if (!gives) throw new FormError([problem('records-invalid', '', { found: showValue(records) })], 'usage')
}
