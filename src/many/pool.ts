/** A pool of worker threads that print records: a thread that dies is replaced, and its record tried once more. */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { problem } from '../diagnostics/make-problem.js'
import { checkOptions, type FormOptions } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import { quickThread } from '../platform/quick-thread.js'
import { collectOnce, RECORDS_BEFORE } from './collect-garbage.js'
import { type Crew, openCrew } from './crew.js'
import type { FormAddress } from './form-address.js'
import { gatherInto } from './gather.js'
import { onDemand } from './on-demand.js'
import { shareShippedFonts, shareUserFonts } from './shared-fonts.js'
import {
  type FileOutcome,
  type FileTask,
  PRINTER,
  type Refused,
  type RenderOutcome,
  type RenderTask,
  type WorkerSetup,
} from './task.js'

export interface PoolSetup {
  readonly forms: readonly FormAddress[]
  readonly options: FormOptions
  /** Threads at most; those that no processor could serve are not started. */
  readonly concurrency: number
}

/** Prints records into files. */
export interface RecordWriter {
  /** Resolves with the record's outcome; rejects only when all is closed before it came. */
  readonly write: (task: FileTask) => Promise<FileOutcome>
  /** Behind this nothing is written. A pool ends its threads at once, whatever they are doing. */
  readonly close: () => Promise<void>
}

export interface RenderPool extends RecordWriter {
  /** As `write`; the print comes with the outcome. */
  readonly render: (task: RenderTask) => Promise<RenderOutcome>
}

/** Bytes of JSON: what is larger travels alone, and is not kept waiting for its neighbours nor they for it. */
export const LARGE = 200_000

export const weightOf = ({ data }: FileTask): number => (data instanceof Uint8Array ? data.length : LARGE)

/** Bytes of records under way for each thread, before one more is taken: six of the largest that are read took 600 MB more. */
export const AHEAD_BYTES = 2_000_000

/** Of a record that is JSON text. What a value would weigh as JSON is not known before it is copied. */
export const bytesOf = (record: unknown): number => (record instanceof Uint8Array ? record.length : 0)

/** As many threads as the machine runs at once. */
export const defaultConcurrency = (): number => availableParallelism()

const MOST_THREADS = 256

export const isThreadCount = (count: unknown): count is number =>
  Number.isInteger(count) && Number(count) >= 1 && Number(count) <= MOST_THREADS

/** @throws FormError of kind `usage` or `file` for wrong options and fonts */
export const openPool = async ({ forms, options, concurrency }: PoolSetup): Promise<RenderPool> => {
  checkOptions(options)
  const shared = shareUserFonts(options, nodePlatform.readFontFile)
  const setup: WorkerSetup = { kind: PRINTER, forms, options: shared, fonts: shareShippedFonts() }
  const threads = usefulThreads(concurrency)
  const workers = await startWorkers(setup, threads, TASKS_A_THREAD)
  const alone = onDemand(() => startWorkers(setup, 1, 1))
  const collect = collectOnce(RECORDS_BEFORE * threads)
  let closed = false
  // A task is rejected for one reason only: its thread is gone, by an error of its own, out of memory, ended or never started.
  // Several records were in that thread, and nobody knows whose fault it was; a thread of its own tells, and no neighbour is blamed.
  const run = async <T>(crew: Crew, name: string, task: unknown, whenGone: (error: unknown) => T | Promise<T>) => {
    try {
      return await crew.run<T>(name, task)
    } catch (error) {
      if (closed) throw error
      return whenGone(error)
    }
  }
  const renderAlone = async (task: RenderTask): Promise<RenderOutcome> =>
    run(await alone.get(), 'renderRecord', task, workerDied)
  const writeAlone = async (task: FileTask): Promise<FileOutcome> => {
    const outcomes = await run(await alone.get(), 'writeRecords', [task], (error) => [workerDied(error)])
    return outcomes[0] as FileOutcome
  }
  const writeAll = async (tasks: readonly FileTask[]): Promise<readonly FileOutcome[]> => {
    const outcomes = await run(workers, 'writeRecords', tasks, () => Promise.all(tasks.map(writeAlone)))
    collect(tasks.length)
    return outcomes
  }
  return {
    render: (task) => run(workers, 'renderRecord', task, () => renderAlone(task)),
    write: gatherInto({ ...WRITTEN_TOGETHER, groups: TASKS_A_THREAD * threads }, weightOf, writeAll),
    close: async () => {
      closed = true
      await Promise.all([workers.end(), alone.opened()?.then((one) => one.end())])
    },
  }
}

/** A thread takes some 80 MB and its share of a processor; a machine that miscounts its processors still gets what it is asked for. */
const usefulThreads = (asked: number): number => Math.min(asked, 4 * availableParallelism())

/** One is printed while another one's file is on its way to disk, and a thread need not wait to be given the next. */
const TASKS_A_THREAD = 2

/** Four files are forced to disk for little more than one of them takes, and four outcomes wake the caller's thread once. More would outlive V8's nursery. */
export const WRITTEN_TOGETHER = { items: 4, weight: LARGE }

const YOUNG_MB = 32

const startWorkers = async (setup: WorkerSetup, threads: number, tasksEach: number): Promise<Crew> => {
  // Loaded here and not above: whoever prints one form has no use for it.
  const { default: piscina } = await import('piscina')
  return openCrew({
    threads,
    tasksEach,
    start: () => {
      const pool = new piscina.Piscina({
        filename: programFor(setup),
        workerData: setup,
        minThreads: 1,
        maxThreads: 1,
        idleTimeout: Number.POSITIVE_INFINITY,
        concurrentTasksPerWorker: tasksEach,
        // A thread that waits must not block its event loop: the PDF stream of a form ends asynchronously.
        atomics: 'disabled',
        recordTiming: false,
        // A form makes much short-lived garbage; a larger nursery makes each thread larger and none of them faster.
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      })
      // A thread that dies while it has nothing to do harms no record; the next one starts another.
      pool.on('error', () => undefined)
      return pool
    },
  })
}

/** A form that is found by its id is the one that its module was proved to give. */
const programFor = ({ forms }: WorkerSetup): string => {
  const modules = forms.map(({ module, name }) => (name === undefined ? module : ''))
  return quickThread(modules) ?? fileURLToPath(new URL('./worker.js', import.meta.url))
}

/** A record that kills two threads would kill a third. */
const ATTEMPTS = 2

const workerDied = (error: unknown): Refused => {
  const reason = error instanceof Error ? error.message : String(error)
  return { kind: 'refused', reason: 'data', diagnostics: [problem('worker-died', '', { attempts: ATTEMPTS, reason })] }
}
