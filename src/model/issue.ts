/** How the field kit tells zod about a problem: a catalogue key and facts ride along as the issue's params. */
import type * as z from 'zod'
import type { FactsOf, MessageKey } from '../diagnostics/code.js'
import type { Facts } from '../diagnostics/diagnostic.js'

export interface IssueParams {
  readonly key: MessageKey
  readonly facts: Facts
}

/** Adds an issue of the library's own; `parse-form.ts` turns it into a Diagnostic. */
export const addProblem = <K extends MessageKey>(
  ctx: z.core.$RefinementCtx,
  key: K,
  facts: FactsOf<K> & Facts,
): void => {
  const params: IssueParams = { key, facts }
  ctx.addIssue({ code: 'custom', params: { ...params } })
}

/** Whether an issue came from `addProblem`. */
export const isIssueParams = (params: unknown): params is IssueParams =>
  typeof params === 'object' && params !== null && Object.hasOwn(params, 'key') && Object.hasOwn(params, 'facts')
