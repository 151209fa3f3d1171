/** The bin's worker thread: prints the forms of this package and no others, and is bundled into one file, so that it starts at once. */
import { workerData } from 'node:worker_threads'
import { forms } from '../../templates/index.js'
import { openWorker } from '../many/print-records.js'
import type { WorkerSetup } from '../many/task.js'

export const { renderRecord, writeRecords } = openWorker(workerData as WorkerSetup, async ({ id }) => {
  const form = forms.find((one) => one.id === id)
  if (form === undefined) throw new Error(`no form ${id} in this package`)
  return form
})
