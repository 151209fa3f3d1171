/** The public surface of jixiao-forms/queue: printing on any number of hosts by BullMQ on Redis, an optional peer. */
export type { DeadLetter } from './dead-letter.js'
export { type FormJob, type FormJobOptions, formJob, jobId } from './form-job.js'
export { type FormQueue, openQueue, type QueueCounts, type QueueOptions } from './form-queue.js'
export { type FormWorker, type FormWorkerOptions, startWorker } from './form-worker.js'
export type { PrintResult } from './print-job.js'
export { folderStore, type PrintStore } from './print-store.js'
