/**
 * A job that cannot be done. Dead letters are the failed jobs of the queue itself: the job becomes one in the same step in
 * which its reason is written down. A queue of its own for them would get a letter twice, or never, when a host dies in between.
 */
import { type Description, describeDiagnostic } from '../diagnostics/describe-diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FormJob } from './form-job.js'

export interface DeadLetter {
  readonly id: string
  /** As it was added. */
  readonly job: FormJob
  /** How often it was tried. */
  readonly attempts: number
  /** Why it failed, each with its Chinese words. */
  readonly diagnostics: readonly (Diagnostic & Description)[]
}

/** The reason as the queue keeps it: one line of JSON, which dashboards show and `readReason` reads. */
export const writeReason = ({ diagnostics }: FormError): string =>
  JSON.stringify({ diagnostics: diagnostics.map(describe) })

const describe = (diagnostic: Diagnostic): Diagnostic & Description => ({
  ...diagnostic,
  ...describeDiagnostic(diagnostic),
})

export const readReason = (reason: string): DeadLetter['diagnostics'] => {
  try {
    const { diagnostics } = JSON.parse(reason) as { diagnostics?: DeadLetter['diagnostics'] }
    if (Array.isArray(diagnostics)) return diagnostics
  } catch {
    // Not written here: the queue gave the job up itself, because its hosts died again and again.
  }
  return [describe(problem('job-abandoned', '', { reason }))]
}

/** Data stays wrong however often it is tried; a full disk and a thread that died may be better next time. */
export const isFinal = ({ kind, diagnostics }: FormError): boolean =>
  kind !== 'file' && !diagnostics.some(({ code }) => code === 'worker-died')
