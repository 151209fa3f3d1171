/** A worker thread as modules: it imports its forms, whoever made them. */
import { workerData } from 'node:worker_threads'
import { importForm } from './form-address.js'
import { openWorker } from './print-records.js'
import type { WorkerSetup } from './task.js'

export const { renderRecord, writeRecords } = openWorker(workerData as WorkerSetup, importForm)
