/** Printing without worker threads: where there shall be but one, it is the caller's own, and nothing is started or sent. */
import type { FormDefinition } from '../define-form.js'
import type { FormOptions } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import { onDemand } from './on-demand.js'
import type { RecordWriter } from './pool.js'
import { openPrinter } from './print-records.js'
import type { FileTask } from './task.js'

/** One is printed while another one's file is on its way to disk. */
const LANES = 2

/** Bytes of JSON. What is larger keeps a thread for longer than a signal should wait to be heard: a megabyte takes seconds. */
const LARGE = 200_000

/**
 * For whoever has nothing else to do meanwhile: no thread stands between this process and what a form's code may do to it.
 * @param openOther for large records, which are printed elsewhere while nothing is printed here: one at a time is still one
 */
export const openOwnThread = (
  forms: readonly FormDefinition[],
  options: FormOptions,
  openOther: () => Promise<RecordWriter>,
): RecordWriter => {
  const printer = openPrinter({ options, platform: nodePlatform }, async () => forms)
  const other = onDemand(openOther)
  const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve())
  let [count, closed] = [0, false]
  return {
    write: (task) => {
      const large = isLarge(task)
      const lane = count++ % LANES
      const outcome = Promise.resolve(large ? Promise.all(lanes) : lanes[lane]).then(async () => {
        if (closed) throw new Error('closed')
        return large ? (await other.get()).write(task) : printer.writeRecord(task)
      })
      const settled = outcome.catch(() => undefined)
      if (large) lanes.fill(settled)
      else lanes[lane] = settled
      return outcome
    },
    // Nobody could end what is being written here; it is waited for.
    close: async () => {
      closed = true
      await (await other.opened())?.close()
      await Promise.all(lanes)
    },
  }
}

const isLarge = ({ data }: FileTask): boolean => data instanceof Uint8Array && data.length > LARGE
