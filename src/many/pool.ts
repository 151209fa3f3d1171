/** A pool of worker threads that print records: a thread that dies is replaced, and its record tried once more. */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Piscina } from 'piscina'
import { problem } from '../diagnostics/make-problem.js'
import { checkOptions, type FormOptions } from '../options.js'
import { nodePlatform } from '../platform/node-platform.js'
import type { FormAddress } from './form-address.js'
import { shareShippedFonts, shareUserFonts } from './shared-fonts.js'
import type { RenderOutcome, RenderTask, WorkerSetup } from './task.js'

export interface PoolSetup {
  readonly forms: readonly FormAddress[]
  readonly options: FormOptions
  /** Number of threads. */
  readonly concurrency: number
}

export interface RenderPool {
  /** Resolves with the record's outcome; rejects only when the pool is closed before it came. */
  readonly render: (task: RenderTask) => Promise<RenderOutcome>
  /** Ends the threads at once, whatever they are doing. */
  readonly close: () => Promise<void>
}

/** As many threads as the machine runs at once. */
export const defaultConcurrency = (): number => availableParallelism()

/** A record that kills two threads would kill a third. */
const MOST_ATTEMPTS = 2

/** @throws FormError of kind `usage` or `file` for wrong options and fonts */
export const openPool = async ({ forms, options, concurrency }: PoolSetup): Promise<RenderPool> => {
  checkOptions(options)
  const shared = shareUserFonts(options, nodePlatform.readFontFile)
  const workers = await startWorkers({ forms, options: shared, fonts: shareShippedFonts() }, concurrency)
  let closed = false
  return {
    render: (task) =>
      attempt(
        () => workers.run(task) as Promise<RenderOutcome>,
        () => closed,
      ),
    close: async () => {
      closed = true
      await workers.destroy()
    },
  }
}

const YOUNG_MB = 32

const startWorkers = async (setup: WorkerSetup, concurrency: number): Promise<Piscina> => {
  // Loaded here and not above: whoever prints one form has no use for it.
  const { Piscina } = await import('piscina')
  const workers = new Piscina({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    name: 'renderRecord',
    workerData: setup,
    minThreads: concurrency,
    maxThreads: concurrency,
    // A thread that waits must not block its event loop: the PDF stream of a form ends asynchronously.
    atomics: 'disabled',
    recordTiming: false,
    // A form makes much short-lived garbage; a larger nursery makes each thread larger and none of them faster.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  // A thread that dies while it has nothing to do harms no record; the pool has replaced it already.
  workers.on('error', () => undefined)
  return workers
}

/** The pool rejects a task for one reason only: its thread is gone, by an error of its own, out of memory, or ended. */
const attempt = async (run: () => Promise<RenderOutcome>, isClosed: () => boolean): Promise<RenderOutcome> => {
  for (let count = 1; ; count++) {
    try {
      return await run()
    } catch (error) {
      if (isClosed()) throw error
      if (count === MOST_ATTEMPTS) return workerDied(error, count)
    }
  }
}

const workerDied = (error: unknown, attempts: number): RenderOutcome => {
  const reason = error instanceof Error ? error.message : String(error)
  return { kind: 'refused', reason: 'data', diagnostics: [problem('worker-died', '', { attempts, reason })] }
}
