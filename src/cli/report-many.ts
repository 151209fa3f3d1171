/** Runs a command that prints many forms: it can be interrupted, tells of each form as it goes, and sums up at the end. */
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
        await reporter.event(event, tally)
      }),
    )
    const code = failure === undefined ? (tally.failed > 0 ? 1 : 0) : (interruption.exitCode() ?? explain(failure).code)
    await reporter.end(tally, code, failure === undefined ? [] : explain(failure).diagnostics)
    return code
  } finally {
    interruption.release()
    reporter.stop()
    // Where it has ended before its input, whoever writes into it would be waited for.
    if (input === '-') process.stdin.destroy()
  }
}

const failureOf = async (act: () => Promise<void>): Promise<unknown> => {
  try {
    await act()
    return undefined
  } catch (error) {
    return error ?? new Error('unknown')
  }
}
