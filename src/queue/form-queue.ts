/** The queue as those see it who give work and look after it. */
import type { ConnectionOptions, Job } from 'bullmq'
import { loadBullMq } from './bullmq.js'
import { checkQueueOptions } from './check-options.js'
import { type DeadLetter, readReason } from './dead-letter.js'
import { type FormJob, messageId, toMessage } from './form-job.js'
import type { PrintResult } from './print-job.js'

export interface QueueOptions {
  /** BullMQ's: `{ host, port }`, `{ url }`, or a client of ioredis. */
  readonly connection: ConnectionOptions
  /** Name of the queue. Default: `jixiao-forms`. */
  readonly queue?: string | undefined
  /** How often a job is tried before it is a dead letter. Default: 5. */
  readonly attempts?: number | undefined
  /** Milliseconds before the second attempt, doubled before each further one. Default: 1000. */
  readonly backoff?: number | undefined
  /** Hears of a lost connection, which is tried anew by itself. Default: nobody does. */
  readonly onError?: ((error: Error) => void) | undefined
}

export interface FormQueue {
  /**
   * Adds a job and resolves with its id, the hash of its content, when Redis has it. A job that is there already, waiting or
   * done, is not added again; a dead letter is tried anew. Rejects with a FormError for what is no message.
   */
  readonly add: (job: FormJob) => Promise<string>
  /** How many jobs wait, are being printed, are done and have failed. */
  readonly counts: () => Promise<QueueCounts>
  readonly deadLetters: () => Promise<readonly DeadLetter[]>
  /** Takes a job that is not being printed out of the queue: a dead letter whose data has been mended, a done one to be done anew. */
  readonly remove: (id: string) => Promise<void>
  readonly close: () => Promise<void>
}

export interface QueueCounts {
  readonly waiting: number
  readonly active: number
  readonly done: number
  readonly dead: number
}

export const DEFAULT_QUEUE = 'jixiao-forms'

/** Done jobs stay for a day, so that adding one again in that time costs nothing; after that the store knows it. */
const KEEP_DONE = { age: 86_400, count: 100_000 }

/** @throws FormError `option-invalid` (`usage`), `queue-library-missing` (`file`) */
export const openQueue = (options: QueueOptions): FormQueue => {
  checkQueueOptions(options)
  const { connection, queue = DEFAULT_QUEUE, attempts = 5, backoff = 1000, onError } = options
  const jobs = loadBullMq().openQueue(queue, {
    connection,
    defaultJobOptions: {
      attempts,
      backoff: { type: 'exponential', delay: backoff },
      removeOnComplete: KEEP_DONE,
      removeOnFail: false,
    },
  })
  // Without a listener a lost connection would end the process.
  jobs.on('error', (error) => onError?.(error))
  return {
    add: async (job) => {
      const message = toMessage(job)
      const id = messageId(message)
      await revive(await jobs.add('print', message, { jobId: id }))
      return id
    },
    counts: async () => countsOf(await jobs.getJobCounts()),
    deadLetters: async () => (await jobs.getFailed()).map(deadLetterOf),
    remove: async (id) => void (await jobs.remove(id)),
    close: () => jobs.close(),
  }
}

/** BullMQ's code for a job that is not in the state it should be in. */
const NOT_IN_STATE = -3

/** Whoever adds a dead letter at the same time may have been first: then it is being tried anew, or has been. */
const revive = async (job: Job<FormJob, PrintResult>): Promise<void> => {
  if (!(await job.isFailed())) return
  try {
    await job.retry('failed', { resetAttemptsMade: true })
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== NOT_IN_STATE) throw error
  }
}

const countsOf = (counts: Readonly<Record<string, number>>): QueueCounts => {
  const sum = (...states: readonly string[]): number => states.reduce((total, state) => total + (counts[state] ?? 0), 0)
  return {
    waiting: sum('waiting', 'delayed', 'paused', 'prioritized'),
    active: sum('active'),
    done: sum('completed'),
    dead: sum('failed'),
  }
}

const deadLetterOf = (job: Job<FormJob, PrintResult>): DeadLetter => ({
  id: job.id ?? '',
  job: job.data,
  attempts: job.attemptsMade,
  diagnostics: readReason(job.failedReason),
})
