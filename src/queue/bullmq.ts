/** BullMQ, an optional peer: loaded when a queue is opened, so that a host without it is told in a sentence what to install. */
import { createRequire } from 'node:module'
import type { Job, JobJson, Queue, QueueOptions, Worker, WorkerOptions } from 'bullmq'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { systemCode } from '../platform/file-error.js'
import type { FormJob } from './form-job.js'
import type { PrintResult } from './print-job.js'

export interface BullMq {
  readonly openQueue: (name: string, options: QueueOptions) => Queue<FormJob, PrintResult>
  readonly startWorker: (
    name: string,
    print: (job: Job<FormJob, PrintResult>) => Promise<PrintResult>,
    options: WorkerOptions,
  ) => Worker<FormJob, PrintResult>
  /** An error after which a job is not tried again. */
  readonly finalError: (message: string) => Error
}

/** Required and not imported: opening a queue is no promise. @throws FormError of kind `file`: `queue-library-missing` */
export const loadBullMq = (require: (name: string) => unknown = createRequire(import.meta.url)): BullMq => {
  try {
    // BullMQ asks for it when the first connection is made, and not before.
    require('ioredis')
    return withAnyData(require('bullmq') as typeof import('bullmq'))
  } catch (error) {
    if (systemCode(error) !== 'MODULE_NOT_FOUND') throw error
    throw new FormError([problem('queue-library-missing', '', { packages: ['bullmq', 'ioredis'] })], 'file')
  }
}

type Host = Parameters<typeof Job.fromJSON>[0]

/**
 * A message that is no JSON (NaN out of a Python program) is one that says nothing of use, and a dead letter. BullMQ itself
 * stumbles over it: the job would be given to host after host, and the dead letters could not be listed.
 */
const withAnyData = (bullMq: typeof import('bullmq')): BullMq => {
  class ReadJob extends bullMq.Job {
    static override fromJSON<T, R, N extends string>(queue: Host, json: JobJson, id?: string): Job<T, R, N> {
      const data = isJson(json.data) ? json.data : JSON.stringify(json.data)
      return bullMq.Job.fromJSON<T, R, N>(queue, { ...json, data }, id)
    }
  }
  class JobsQueue extends bullMq.Queue<FormJob, PrintResult> {
    protected override get Job(): typeof Job {
      return ReadJob as typeof Job
    }
  }
  class JobsWorker extends bullMq.Worker<FormJob, PrintResult> {
    protected override get Job(): typeof Job {
      return ReadJob as typeof Job
    }
  }
  return {
    openQueue: (name, options) => new JobsQueue(name, options) as unknown as Queue<FormJob, PrintResult>,
    startWorker: (name, print, options) => new JobsWorker(name, print, options),
    finalError: (message) => new bullMq.UnrecoverableError(message),
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
