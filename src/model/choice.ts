/** One of a few values that the paper shows in words: 项目属性. */
import * as z from 'zod'
import { addProblem } from './issue.js'
import { showValue } from './show-value.js'

/** A key of `meanings`, which gives the words on paper; null where it is not settled yet. */
export const choice = <K extends string>(meanings: Readonly<Record<K, string>>) =>
  z.custom<K | null>().transform((value, ctx): K | null => {
    if (value === null || (typeof value === 'string' && Object.hasOwn(meanings, value))) return value
    const allowed = Object.entries(meanings).map(([key, words]) => `"${key}" = ${words}`)
    addProblem(ctx, 'wrong-choice/meanings', { found: showValue(value), allowed })
    return z.NEVER
  })
