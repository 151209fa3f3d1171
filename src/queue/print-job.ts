/** Does one job: looks whether its print is there, prints it, puts it away. Doing it twice gives the same as doing it once. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { canonicalJson } from '../input/canonical-json.js'
import { contentKey } from '../many/content-key.js'
import { DEFAULT_NAME, fillNameRule, readNameRule } from '../many/file-name.js'
import type { RenderPool } from '../many/pool.js'
import { readLeniently } from '../many/record.js'
import { errorOf } from '../many/task.js'
import { sha256Hex } from '../platform/sha256.js'
import { type FormJob, readJob } from './form-job.js'
import type { PrintStore } from './print-store.js'

/** What the queue keeps of a job that is done. */
export interface PrintResult {
  readonly name: string
  readonly sha256: string
  /** False where the print was there already: of an earlier attempt, or of the same job added once more. */
  readonly printed: boolean
}

export interface Press {
  /** In the order in which the pool has them. */
  readonly forms: readonly PressForm[]
  readonly pool: RenderPool
  readonly store: PrintStore
}

export interface PressForm {
  readonly id: string
  /** Hash of what this host prints it with: see content-key.ts. */
  readonly surroundings: string
}

/** @throws FormError for whatever stands in the way */
export const printJob = async (message: unknown, { forms, pool, store }: Press): Promise<PrintResult> => {
  const job = readJob(message)
  const { place, surroundings } = chooseForm(forms, job.form)
  const text = typeof job.data === 'string' ? job.data : JSON.stringify(job.data ?? null)
  const name = fileName(job.name, text, printKey(job, surroundings))
  const there = await store.find(name)
  if (there !== undefined) return { name, sha256: there, printed: false }
  const outcome = await pool.render({
    form: place,
    data: new TextEncoder().encode(text),
    options: job.options ?? {},
  })
  if (outcome.kind === 'refused') throw errorOf(outcome)
  await store.put(name, outcome.pdf)
  return { name, sha256: sha256Hex(outcome.pdf), printed: true }
}

const chooseForm = (
  forms: readonly PressForm[],
  id: string,
): { readonly place: number; readonly surroundings: string } => {
  const place = forms.findIndex((form) => form.id === id)
  const found = forms[place]
  if (found !== undefined) return { place, surroundings: found.surroundings }
  throw new FormError([problem('form-unknown', 'form', { found: id, forms: forms.map((form) => form.id) })])
}

/**
 * Hash of all that decides the print: a host with other fonts or another form prints anew, under another name. The day it is
 * asked on decides nothing, but whether a strict job is printed at all.
 */
const printKey = ({ data, options = {} }: FormJob, surroundings: string): string => {
  const { today: _, ...rest } = options
  return contentKey(surroundings, canonicalJson({ data, options: options.strict ? options : rest }))
}

/** Digits of the hash in a name: no two of a billion prints are likely to share them. */
const HASH_DIGITS = 16

/** No host knows what names the others have given; the hash keeps them apart, and the same print to one file. */
const fileName = (rule: string | undefined, text: string, key: string): string => {
  const ending = `-${key.slice(0, HASH_DIGITS)}.pdf`
  return fillNameRule(readNameRule(rule ?? DEFAULT_NAME), readLeniently(text), ending.length) + ending
}
