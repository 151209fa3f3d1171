/** Printing without worker threads: where there shall be but one, it is the caller's own, and nothing is started or sent. */
import type { FormDefinition } from '../define-form.js'
import type { FormOptions } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import type { RecordWriter } from './pool.js'
import { openPrinter } from './print-records.js'

/** One is printed while another one's file is on its way to disk. */
const LANES = 2

/** For whoever has nothing else to do meanwhile: no thread stands between this process and what a form's code may do to it. */
export const openOwnThread = (forms: readonly FormDefinition[], options: FormOptions): RecordWriter => {
  const printer = openPrinter({ options, platform: nodePlatform }, async () => forms)
  const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve())
  let [count, closed] = [0, false]
  return {
    write: (task) => {
      const lane = count++ % LANES
      const outcome = Promise.resolve(lanes[lane]).then(() => {
        if (closed) throw new Error('closed')
        return printer.writeRecord(task)
      })
      lanes[lane] = outcome.catch(() => undefined)
      return outcome
    },
    // Nobody could end what is being written; it is waited for.
    close: async () => {
      closed = true
      await Promise.all(lanes)
    },
  }
}
