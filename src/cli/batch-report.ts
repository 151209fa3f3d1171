/** A batch as people see it on a terminal and in a log, and as machines read it. */
import { describeDiagnostic } from '../diagnostics/describe-diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { visible } from '../diagnostics/visible.js'
import type { BatchEvent } from '../many/run-batch.js'
import { openProgress } from './batch-progress.js'
import { writeTable } from './batch-table.js'
import { countOf, type Tally, whereOf } from './batch-tally.js'
import type { ExitCode, Terminal } from './commands.js'
import { describeForReport, writeFindings } from './report.js'

export interface BatchReporter {
  readonly start: (input: string, folder: string) => Promise<void>
  readonly event: (event: BatchEvent, tally: Tally) => Promise<void>
  readonly end: (tally: Tally, code: ExitCode, failure: readonly Diagnostic[]) => Promise<void>
  /** Gives the terminal back, also where the end was never reached. */
  readonly stop: () => void
}

/** Faults as they are met and progress on standard error, the table at the end on standard output. */
export const humanReporter = (terminal: Terminal, done: () => number | undefined): BatchReporter => {
  const progress = openProgress(process.stderr, done)
  return {
    start: () => Promise.resolve(),
    event: async (event, tally) => {
      if (event.kind === 'failed') await progress.aside(() => terminal.err(writeFault(event)))
      await progress.update(countOf(tally), terminal.err)
    },
    end: async (tally, _, failure) => {
      progress.stop()
      await terminal.err(writeFindings(failure))
      await terminal.out(writeTable(tally, failure.length > 0, progress.seconds()))
    },
    stop: () => progress.stop(),
  }
}

const writeFault = (event: Extract<BatchEvent, { kind: 'failed' }>): string => {
  const lines = event.diagnostics.map((diagnostic) => {
    const { message, hint } = describeDiagnostic(diagnostic)
    return `    ${message}${hint}\n`
  })
  return `${visible(whereOf(event))} 没有打印：\n${lines.join('')}`
}

/** One JSON object a line: `start`, then `form` for each record in order, then `end`. */
export const jsonReporter = ({ out }: Terminal): BatchReporter => {
  const write = (event: object): Promise<void> => out(`${JSON.stringify(event)}\n`)
  return {
    start: (input, folder) => write({ event: 'start', input, output: folder }),
    event: (event) => write(formEvent(event)),
    end: ({ printed, unchanged, failed, pages, findings: [errors, warnings, hints] }, exitCode, failure) =>
      write({
        event: 'end',
        ok: exitCode === 0,
        exitCode,
        printed,
        unchanged,
        failed,
        pages,
        findings: { errors, warnings, hints },
        diagnostics: failure.map(describeForReport),
      }),
    stop: () => undefined,
  }
}

const formEvent = (event: BatchEvent): object => {
  const { file, line } = event.place
  const begin = { event: 'form', status: event.kind, file, line, output: event.name }
  if (event.kind === 'failed') return { ...begin, diagnostics: event.diagnostics.map(describeForReport) }
  const { pages, sha256 } = event
  const [errors, warnings, hints] = event.findings
  const print = { ...begin, pages, sha256, findings: { errors, warnings, hints } }
  return event.kind === 'printed'
    ? { ...print, reason: event.why, diagnostics: event.diagnostics.map(describeForReport) }
    : print
}
