/** Prints many records of one form on all processors of the machine. */
import type * as z from 'zod'
import type { FormDefinition } from '../define-form.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { mostValues } from '../model/plain-data.js'
import { showValue } from '../model/show-value.js'
import { checkOptionKinds, checkRecords } from '../option-types.js'
import type { FormOptions } from '../options.js'
import { pack } from './carry-value.js'
import { addressForm, checkForm, type FormAddress } from './form-address.js'
import { mapConcurrent } from './map-concurrent.js'
import { AHEAD_BYTES, bytesOf, defaultConcurrency, isThreadCount, openPool, type RenderPool } from './pool.js'
import { type CopyFacts, errorOf, type RenderOutcome } from './task.js'

export interface ManyOptions extends FormOptions {
  /** Worker threads, 1 to 256; never more than four a processor. Default: as many as the machine runs at once. */
  readonly concurrency?: number | undefined
  /** Results in the order of the records; else as they are ready. */
  readonly ordered?: boolean | undefined
  /** Aborting ends the threads; the iteration throws the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** What came of one record. `index` counts the records from 0. */
export type ManyResult =
  | (CopyFacts & {
      readonly kind: 'rendered'
      readonly index: number
      readonly pdf: Uint8Array<ArrayBuffer>
      readonly pageCount: number
      readonly diagnostics: readonly Diagnostic[]
    })
  | {
      readonly kind: 'failed'
      readonly index: number
      /** As `renderForm` would have thrown it; or `worker-died`, or `internal` where a function of the form threw. */
      readonly error: FormError
    }

/** The data of a form, or the JSON text of it in UTF-8 (parsed strictly, in the worker). */
export type ManyRecord<M extends z.ZodType> = z.input<M> | Uint8Array

/** Results that wait to be taken, and records that wait for a thread, for each thread. */
const AHEAD = 3

/**
 * Prints many records, each to the bytes that `renderForm` gives. Takes a record from `records` only when there is room for
 * it, so neither they nor the results pile up. A record that cannot be printed is a `failed` result and the rest goes on;
 * one whose thread dies is tried once more on a new thread.
 * @param form a form whose `module` names where it is exported (the shipped ones do), or its address
 * @throws FormError of kind `usage` or `file` for wrong options and fonts, `form-unaddressed` for a form no worker can import,
 *   `form-invalid` and `records-invalid` for what is no form and no records
 */
export async function* renderMany<M extends z.ZodType>(
  form: FormDefinition<M> | FormAddress,
  records: Iterable<ManyRecord<M>> | AsyncIterable<ManyRecord<M>>,
  options: ManyOptions = {},
): AsyncGenerator<ManyResult, void, undefined> {
  checkForm(form)
  checkRecords(records)
  checkOptionKinds(options, { ordered: 'flag', signal: 'signal' })
  const { concurrency = defaultConcurrency(), ordered = false, signal, ...formOptions } = options
  checkConcurrency(concurrency)
  signal?.throwIfAborted()
  const address = await addressForm(form as FormDefinition | FormAddress)
  const pool = await openPool({ forms: [address], options: formOptions, concurrency })
  const one = async (record: unknown, index: number): Promise<ManyResult> =>
    toResult(await renderOne(pool, record), index)
  try {
    yield* mapConcurrent<unknown, ManyResult>(records, one, {
      limit: AHEAD * concurrency,
      load: { limit: AHEAD_BYTES * concurrency, weigh: bytesOf },
      ordered,
      signal,
    })
  } finally {
    await pool.close()
  }
}

const checkConcurrency = (concurrency: unknown): void => {
  if (isThreadCount(concurrency)) return
  const facts = { option: 'concurrency', found: showValue(concurrency), reason: 'not-thread-count' }
  throw new FormError([problem('option-invalid', '', facts)], 'usage')
}

const renderOne = async (pool: RenderPool, record: unknown): Promise<RenderOutcome> => {
  if (record instanceof Uint8Array) return pool.render({ form: 0, data: copyBytes(record) })
  const data = pack(record)
  if (data === undefined)
    return { kind: 'refused', reason: 'data', diagnostics: [problem('too-many-values', '', { limit: mostValues })] }
  return pool.render({ form: 0, data })
}

/** A message carries the whole buffer behind a view. Of one whose buffer was given away nothing is left, and copying it throws. */
const copyBytes = (bytes: Uint8Array): Uint8Array => (bytes.length === 0 ? new Uint8Array(0) : new Uint8Array(bytes))

/** Wrong options and fonts are wrong for every record: they are the caller's to hear, at once. */
const toResult = (outcome: RenderOutcome, index: number): ManyResult => {
  if (outcome.kind === 'rendered') return { ...outcome, index }
  if (outcome.reason !== 'data') throw errorOf(outcome)
  return { kind: 'failed', index, error: errorOf(outcome) }
}
