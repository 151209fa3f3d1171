/** Does one job: looks whether its print is there, prints it, puts it away. Doing it twice gives the same as doing it once. */
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { DEFAULT_NAME, fillNameRule, readNameRule } from '../many/file-name.js'
import type { RenderPool } from '../many/pool.js'
import { readLeniently } from '../many/record.js'
import { errorOf } from '../many/task.js'
import type { FormOptions } from '../options.js'
import { sha256Hex } from '../platform/sha256.js'
import { type FormJob, jobId, readJob } from './form-job.js'
import type { PrintStore } from './print-store.js'

/** What the queue keeps of a job that is done. */
export interface PrintResult {
  readonly name: string
  readonly sha256: string
  /** False where the print was there already: of an earlier attempt, or of the same job added once more. */
  readonly printed: boolean
}

export interface Press {
  readonly forms: readonly FormDefinition[]
  readonly pool: RenderPool
  readonly store: PrintStore
}

/** @throws FormError for whatever stands in the way */
export const printJob = async (message: unknown, { forms, pool, store }: Press): Promise<PrintResult> => {
  const job = readJob(message)
  const form = chooseForm(forms, job.form)
  const text = typeof job.data === 'string' ? job.data : JSON.stringify(job.data ?? null)
  const name = fileName(job, text)
  const there = await store.find(name)
  if (there !== undefined) return { name, sha256: there, printed: false }
  const outcome = await pool.render({
    form,
    data: new TextEncoder().encode(text),
    options: (job.options ?? {}) as FormOptions,
  })
  if (outcome.kind === 'refused') throw errorOf(outcome)
  await store.put(name, outcome.pdf)
  return { name, sha256: sha256Hex(outcome.pdf), printed: true }
}

const chooseForm = (forms: readonly FormDefinition[], id: string): number => {
  const found = forms.findIndex((form) => form.id === id)
  if (found !== -1) return found
  throw new FormError([problem('form-unknown', 'form', { found: id, forms: forms.map((form) => form.id) })])
}

/** Digits of the hash in a name: no two of a billion jobs are likely to share them. */
const HASH_DIGITS = 16

/** No host knows what names the others have given; the hash of the content keeps them apart, and the same job to one file. */
const fileName = (job: FormJob, text: string): string => {
  const ending = `-${jobId(job).slice(0, HASH_DIGITS)}.pdf`
  return fillNameRule(readNameRule(job.name ?? DEFAULT_NAME), readLeniently(text), ending.length) + ending
}
