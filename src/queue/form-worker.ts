/** A host that prints: takes jobs from the queue and does them on all its processors, until it is told to stop. */
import type { ConnectionOptions, Worker } from 'bullmq'
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { asFormError } from '../diagnostics/internal-error.js'
import { surroundingsKey } from '../many/content-key.js'
import { addressForm } from '../many/form-address.js'
import { defaultConcurrency, openPool } from '../many/pool.js'
import { shareUserFonts } from '../many/shared-fonts.js'
import { checkOptions, type FormOptions } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import { type BullMq, loadBullMq } from './bullmq.js'
import { checkWorkerOptions } from './check-options.js'
import { isFinal, readReason, writeReason } from './dead-letter.js'
import type { FormJob } from './form-job.js'
import { DEFAULT_QUEUE } from './form-queue.js'
import { type Press, type PrintResult, printJob } from './print-job.js'
import type { PrintStore } from './print-store.js'

export interface FormWorkerOptions {
  readonly connection: ConnectionOptions
  readonly store: PrintStore
  /** The forms this host prints. */
  readonly forms: readonly FormDefinition[]
  readonly queue?: string | undefined
  /** Threads. Default: as many as the machine runs at once. */
  readonly concurrency?: number | undefined
  /** Fonts of this host's own, for all jobs. */
  readonly fonts?: FormOptions['fonts'] | undefined
  /** Milliseconds after which the jobs of a host that died go to another one. Default: 30,000. */
  readonly lockDuration?: number | undefined
  readonly onDone?: ((id: string, result: PrintResult) => void) | undefined
  /** Hears of a failed attempt, by a FormError, and of a lost connection (without an id), which is tried anew by itself. */
  readonly onError?: ((error: Error, id?: string) => void) | undefined
}

export interface FormWorker {
  /**
   * Takes no more jobs, finishes those under way and ends the threads. What is not finished in time, and what a killed
   * host leaves, goes to another host.
   * @param patience milliseconds to wait for the jobs under way; default 30,000
   */
  readonly close: (patience?: number) => Promise<void>
}

/** A host that dies is seldom the fault of the job it was at; one that takes ten hosts with it is a dead letter. */
const MOST_STALLS = 10

/** @throws FormError of kind `usage` or `file` for wrong options and fonts, and for forms that threads cannot import */
export const startWorker = async (options: FormWorkerOptions): Promise<FormWorker> => {
  checkWorkerOptions(options)
  const { forms, store, concurrency = defaultConcurrency(), fonts } = options
  const bullMq = loadBullMq()
  const addresses = await Promise.all(forms.map(addressForm))
  const own = shareFonts(fonts)
  const pool = await openPool({ forms: addresses, options: own, concurrency })
  const pressed = forms.map((form) => ({ id: form.id, surroundings: surroundingsKey([form], own) }))
  const worker = takeJobs(bullMq, options, { forms: pressed, pool, store }, concurrency)
  const jobsEnded = followJobs(worker)
  const close = async (patience: number): Promise<void> => {
    await closeInTime(worker, jobsEnded, patience)
    await pool.close()
  }
  let closed: Promise<void> | undefined
  return {
    close: (patience = 30_000) => {
      closed ??= close(patience)
      return closed
    },
  }
}

/** Read once, before all else: the prints are named by the very fonts they are printed with. */
const shareFonts = (fonts: FormOptions['fonts']): FormOptions => {
  const own = fonts === undefined ? {} : { fonts }
  checkOptions(own)
  return shareUserFonts(own, nodePlatform.readFontFile)
}

const takeJobs = (
  bullMq: BullMq,
  options: FormWorkerOptions,
  press: Press,
  threads: number,
): Worker<FormJob, PrintResult> => {
  const { connection, queue = DEFAULT_QUEUE, lockDuration = 30_000, onDone, onError } = options
  const worker = bullMq.startWorker(queue, (job) => attempt(bullMq, job.data, press), {
    connection,
    // One more job a thread than it can print: while one is being put away, the next is printed.
    concurrency: 2 * threads,
    lockDuration,
    stalledInterval: lockDuration,
    maxStalledCount: MOST_STALLS,
  })
  worker.on('completed', (job, result) => onDone?.(job.id ?? '', result))
  worker.on('failed', (job, error) => onError?.(new FormError(readReason(error.message)), job?.id))
  worker.on('error', (error) => onError?.(error))
  return worker
}

/** BullMQ keeps an error's message: it is made of the diagnostics. An unrecoverable one is not tried again. */
const attempt = async ({ finalError }: BullMq, message: unknown, press: Press): Promise<PrintResult> => {
  try {
    return await printJob(message, press)
  } catch (error) {
    const told = asFormError(error, 'file')
    throw isFinal(told) ? finalError(writeReason(told)) : new Error(writeReason(told))
  }
}

/**
 * A worker that has begun to close waits for its jobs whatever comes, and for Redis where that is away: it takes no more
 * jobs first, and is closed when it is known how. One that is cut off cannot write down that it failed.
 */
const closeInTime = async (worker: Worker<FormJob, PrintResult>, jobsEnded: () => Promise<void>, patience: number) => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience)
  })
  await worker.pause(true)
  const end = await Promise.race([Promise.all([jobsEnded(), redisAnswers(worker)]), late])
  await Promise.race([worker.close(end === 'late'), late])
  clearTimeout(timer)
}

/** One that refuses the question answers as well. */
const redisAnswers = async (worker: Worker<FormJob, PrintResult>): Promise<void> => {
  const client = await worker.backend.client
  await client.info().catch(() => undefined)
}

/** Resolves when Redis knows of every job that this host has begun how it ended, or has given it to another one. */
const followJobs = (worker: Worker<FormJob, PrintResult>): (() => Promise<void>) => {
  const underWay = new Set<string>()
  const waiting: (() => void)[] = []
  const drop = (id = ''): void => {
    underWay.delete(id)
    if (underWay.size === 0) for (const tell of waiting.splice(0)) tell()
  }
  worker.on('active', ({ id = '' }) => void underWay.add(id))
  worker.on('completed', ({ id }) => drop(id))
  worker.on('failed', (job) => drop(job?.id))
  worker.on('stalled', drop)
  return () => (underWay.size === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve)))
}
