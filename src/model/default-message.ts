/**
 * Tells the words that the author of a model wrote from those zod would put in their place. zod's own depend on its locale
 * and are never shown: a mark stands for them, and says what the issue itself does not.
 */
import type * as z from 'zod'
import type { MessageKey } from '../diagnostics/code.js'

/** No author begins a sentence with it. */
const MARK = '\u0000'

/** Error map of a parse: asked only for issues that have no words of their author. */
export const markDefault = (issue: z.core.$ZodRawIssue): string => {
  const schema = issue.code === 'invalid_type' ? (issue.inst?._zod.def as SchemaDef | undefined) : undefined
  return MARK + (schema === undefined ? '' : (refinedKind(schema) ?? ''))
}

/** The words of the model's author, as they are; undefined where there are none. */
export const authorMessage = ({ message }: z.core.$ZodIssue): string | undefined =>
  message.startsWith(MARK) ? undefined : message

/** What was expected, where the schema says it more closely than the issue does: a whole number, a date. */
export const expectedKind = ({ message }: z.core.$ZodIssue): MessageKey | undefined =>
  message.length > 1 && message.startsWith(MARK) ? (message.slice(1) as MessageKey) : undefined

/** The part of zod's schemas and checks that is read here. */
interface SchemaDef {
  readonly type?: string
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: SchemaDef } }[]
}

const refinedKind = (schema: SchemaDef): MessageKey | undefined => {
  const formats = [schema, ...(schema.checks ?? []).map(({ _zod }) => _zod.def)].map(({ format = '' }) => format)
  if (schema.type === 'number' && formats.some((format) => format.includes('int'))) return 'wrong-type/whole-number'
  if (schema.type === 'string' && formats.includes('date')) return 'wrong-type/iso-date'
  return undefined
}
