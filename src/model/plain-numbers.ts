/**
 * Parses data of the JSON reader with models that know no number literals, such as zod's own `z.number()`: where such a model
 * refuses a literal, it is asked again with the number. What the field kit reads as a literal stays one.
 */
import type * as z from 'zod'
import { isNumberLiteral, type NumberLiteral, numberSource } from '../input/number-literal.js'
import { type Decimal, readDecimal } from './decimal.js'
import { markDefault } from './default-message.js'
import { isIssueParams } from './issue.js'
import { copyPlainData } from './plain-data.js'
import { type Segments, valueAt } from './segments.js'

/** Asks as long as there are literals left to give as numbers: a union may show its next one only then. */
export const parsePlainly = <M extends z.ZodType>(model: M, data: unknown): z.ZodSafeParseResult<z.output<M>> => {
  let plain = data
  for (;;) {
    const result = model.safeParse(plain, { error: markDefault })
    const paths = result.success ? [] : result.error.issues.flatMap((issue) => literalPaths(issue, plain))
    if (paths.length === 0) return result
    plain = withNumbers(plain, paths)
  }
}

/** Whether the number that JavaScript makes of a literal is the one that was written: 1.10 and 2.024e3, not 0.1234567890123456789. */
export const isExact = (literal: NumberLiteral): boolean => {
  const source = literal[numberSource]
  const [written, kept] = [readDecimal(source), readDecimal(String(Number(source)))]
  return written !== undefined && kept !== undefined && canonical(written) === canonical(kept)
}

const canonical = ({ negative, whole, decimals }: Decimal): string => {
  const digits = `${whole}.${decimals.replace(/0+$/, '')}`
  return negative && digits !== '0.' ? `-${digits}` : digits
}

/** Where an issue speaks of a literal that may stand as a number. The kit's issues do not, and neither do rules of an author's own. */
const literalPaths = (issue: z.core.$ZodIssue, data: unknown): readonly Segments[] => {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return literalPathsOf(issue, data)
  const isType = issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union'
  const value = isType ? valueAt(data, issue.path) : undefined
  return isNumberLiteral(value) && isExact(value) ? [issue.path] : []
}

/** A union in which the kit has read the value has seen the literal already. */
const literalPathsOf = (union: z.core.$ZodIssueInvalidUnion, data: unknown): readonly Segments[] => {
  const issues = union.errors.flat()
  if (issues.some((issue) => issue.code === 'custom' && isIssueParams(issue.params))) return []
  return issues.flatMap((issue) => literalPaths({ ...issue, path: [...union.path, ...issue.path] }, data))
}

const withNumbers = (data: unknown, paths: readonly Segments[]): unknown => {
  // The data is a copy of the caller's already and no larger than such a copy may be; this is one more, of which parts are replaced.
  const root = { data: copyPlainData(data)?.value }
  for (const path of paths) {
    const steps = ['data', ...path]
    const owner = valueAt(root, steps.slice(0, -1)) as Record<PropertyKey, unknown>
    const key = steps.at(-1) as PropertyKey
    const value = owner[key]
    if (isNumberLiteral(value)) owner[key] = Number(value[numberSource])
  }
  return root.data
}
