/** Printing without worker threads: where there shall be but one, it is the caller's own, and nothing is started or sent. */
import type { FormDefinition } from '../define-form.js'
import type { FormOptions } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import { gatherInto } from './gather.js'
import { onDemand } from './on-demand.js'
import { LARGE, type RecordWriter, WRITTEN_TOGETHER, weightOf } from './pool.js'
import { openPrinter } from './print-records.js'
import type { FileOutcome, FileTask } from './task.js'

/** One group is printed while another one's files are on their way to disk. */
const LANES = 2

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

  const write = async (tasks: readonly FileTask[], large: boolean): Promise<readonly FileOutcome[]> => {
    if (closed) throw new Error('closed')
    return large ? Promise.all(tasks.map((await other.get()).write)) : printer.writeRecords(tasks)
  }
  return {
    write: gatherInto({ ...WRITTEN_TOGETHER, groups: LANES }, weightOf, (tasks) => {
      const large = tasks.some(isLarge)
      const lane = count++ % LANES
      const outcomes = Promise.resolve(large ? Promise.all(lanes) : lanes[lane]).then(() => write(tasks, large))
      const settled = outcomes.catch(() => undefined)
      if (large) lanes.fill(settled)
      else lanes[lane] = settled
      return outcomes
    }),
    // Nobody could end what is being written here; it is waited for.
    close: async () => {
      closed = true
      await (await other.opened())?.close()
      await Promise.all(lanes)
    },
  }
}

/** What is larger keeps a thread for longer than a signal should wait to be heard: a megabyte takes seconds. */
const isLarge = (task: FileTask): boolean => weightOf(task) > LARGE
