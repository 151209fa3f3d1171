/** Runs a command that prints many forms: it can be interrupted, tells of each form as it goes, and sums up at the end. */
import { setTimeout } from 'node:timers/promises'
import { unlessAborted } from '../input/until-aborted.js'
import type { BatchReporter } from './batch-report.js'
import { addEvent, emptyTally, type RecordEvent } from './batch-tally.js'
import { type ExitCode, explain } from './commands.js'
import { hearInterruption, type InterruptionKey } from './interruption.js'

export interface ManyCommand {
  /** As it was given: `-` for standard input. */
  readonly input: string
  readonly output: string
  readonly reporter: BatchReporter
  readonly interrupted: InterruptionKey
}

/** Prints. Aborts at the signal; awaits what it tells of a form. What it throws has ended the command before its time. */
export type PrintMany = (signal: AbortSignal, tell: (event: RecordEvent) => Promise<void>) => Promise<void>

/** 0 where all went well, 1 where forms were faulty, else the code of what ended it early; a report that cannot be written ends it too. */
export const reportMany = async (
  { input, output, reporter, interrupted }: ManyCommand,
  print: PrintMany,
): Promise<ExitCode> => {
  const tally = emptyTally()
  const interruption = hearInterruption(interrupted)
  await reporter.start(input, output)
  try {
    const failure = await failureOf(() =>
      print(interruption.signal, async (event) => {
        addEvent(tally, event)
        // Whoever reads the report may have stopped to, and the signal is heard all the same.
        await unlessAborted(() => reporter.event(event, tally), interruption.signal)
      }),
    )
    const code = failure === undefined ? (tally.failed > 0 ? 1 : 0) : (interruption.exitCode() ?? explain(failure).code)
    const told = reporter.end(tally, code, failure === undefined ? [] : explain(failure).diagnostics)
    await (interruption.exitCode() === undefined ? told : Promise.race([told, setTimeout(LAST_WORDS_MS)]))
    return code
  } finally {
    interruption.release()
    reporter.stop()
    // Where it has ended before its input, whoever writes into it would be waited for.
    if (input === '-') process.stdin.destroy()
  }
}

/** How long the last words of an interrupted command wait for their reader. */
const LAST_WORDS_MS = 1000

const failureOf = async (act: () => Promise<void>): Promise<unknown> => {
  try {
    await act()
    return undefined
  } catch (error) {
    return error ?? new Error('unknown')
  }
}
