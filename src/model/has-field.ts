/** Whether data of a model can have a field at a path. Where a schema does not say what it gives, any field may be there. */
import type * as z from 'zod'

/** The part of zod's schemas that is read here. */
interface SchemaDef {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly catchall?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly out?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
}

/** What has nothing inside. */
const LEAVES: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'bigint', 'enum', 'literal', 'null', 'nan'])

/** @param steps keys and indexes from the form to the field, of the data as the model gives it */
export const hasField = (schema: z.core.$ZodType, steps: readonly string[]): boolean => {
  const [step, ...rest] = steps
  if (step === undefined) return true
  const def = schema._zod.def as unknown as SchemaDef
  if (def.type === 'object') return hasKey(def, step, rest)
  if (def.type === 'array') return def.element !== undefined && /^\d+$/.test(step) && hasField(def.element, rest)
  if (def.type === 'record') return def.valueType === undefined || hasField(def.valueType, rest)
  if (def.type === 'union') return (def.options ?? []).some((option) => hasField(option, steps))
  const inside = def.type === 'pipe' ? def.out : def.innerType
  return inside === undefined ? !LEAVES.has(def.type) : hasField(inside, steps)
}

const hasKey = ({ shape = {}, catchall }: SchemaDef, key: string, rest: readonly string[]): boolean => {
  const known = Object.hasOwn(shape, key) ? shape[key] : undefined
  if (known !== undefined) return hasField(known, rest)
  return catchall !== undefined && catchall._zod.def.type !== 'never'
}
