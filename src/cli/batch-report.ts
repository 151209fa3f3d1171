/** A batch as people see it on a terminal and in a log, and as machines read it. */
import { describeDiagnostic } from '../diagnostics/describe-diagnostic.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { visible } from '../diagnostics/visible.js'
import type { RecordPlace } from '../many/record.js'
import { openProgress } from './batch-progress.js'
import { type BatchTarget, writeTable } from './batch-table.js'
import { countOf, type RecordEvent, type Tally, whereOf } from './batch-tally.js'
import type { ExitCode, Terminal } from './commands.js'
import { describeForReport, writeFindings } from './report.js'

export interface BatchReporter {
  readonly start: (input: string, folder: string) => Promise<void>
  readonly event: (event: RecordEvent, tally: Tally) => Promise<void>
  /** Where the records have become one book, before the end. */
  readonly bound: (book: BoundBook) => Promise<void>
  readonly end: (tally: Tally, code: ExitCode, failure: readonly Diagnostic[]) => Promise<void>
  /** Gives the terminal back, also where the end was never reached. */
  readonly stop: () => void
}

/** A book that has been written. */
export interface BoundBook {
  readonly output: string
  readonly departments: number
  /** Cover and contents, and the numbered pages behind them. */
  readonly frontPages: number
  readonly pages: number
  /** In the order of the book: which record begins on which numbered page. */
  readonly entries: readonly { readonly place: RecordPlace; readonly page: number; readonly pages: number }[]
}

/** Faults as they are met and progress on standard error, the table at the end on standard output. */
export const humanReporter = (
  terminal: Terminal,
  done: () => number | undefined,
  target: BatchTarget,
): BatchReporter => {
  const progress = openProgress(process.stderr, done)
  return {
    start: () => Promise.resolve(),
    event: async (event, tally) => {
      if (event.kind === 'failed') await progress.aside(() => terminal.err(writeFault(event)))
      await progress.update(countOf(tally), terminal.err)
    },
    bound: (book) => progress.aside(() => terminal.out(writeBook(book))),
    end: async (tally, _, failure) => {
      progress.stop()
      await terminal.err(writeFindings(failure))
      await terminal.out(writeTable(tally, { target, broken: failure.length > 0, seconds: progress.seconds() }))
    },
    stop: () => progress.stop(),
  }
}

const writeFault = (event: Extract<RecordEvent, { kind: 'failed' }>): string => {
  const lines = event.diagnostics.map((diagnostic) => {
    const { message, hint } = describeDiagnostic(diagnostic)
    return `    ${message}${hint}\n`
  })
  return `${visible(whereOf(event))} 没有打印：\n${lines.join('')}`
}

const writeBook = ({ output, departments, frontPages, pages }: BoundBook): string =>
  `已汇编${visible(output)}：部门${departments}个，封面和目录${frontPages}页，正文${pages}页。\n`

/** One JSON object a line: `start`, then `form` for each record in order, then `end`. */
export const jsonReporter = ({ out }: Terminal): BatchReporter => {
  const write = (event: object): Promise<void> => out(`${JSON.stringify(event)}\n`)
  return {
    start: (input, folder) => write({ event: 'start', input, output: folder }),
    event: (event) => write(formEvent(event)),
    bound: ({ entries, ...book }) =>
      write({
        event: 'book',
        ...book,
        entries: entries.map(({ place: { file, line }, page, pages }) => ({ file, line, page, pages })),
      }),
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

const formEvent = (event: RecordEvent): object => {
  const { file, line } = event.place
  const begin = {
    event: 'form',
    status: event.kind,
    file,
    line,
    ...('name' in event ? { output: event.name } : {}),
  }
  if (event.kind === 'failed') return { ...begin, diagnostics: event.diagnostics.map(describeForReport) }
  const [errors, warnings, hints] = event.findings
  const print = {
    ...begin,
    pages: event.pages,
    ...('sha256' in event ? { sha256: event.sha256 } : {}),
    ...('code' in event ? { code: event.code } : {}),
    findings: { errors, warnings, hints },
  }
  if (event.kind === 'unchanged') return print
  const diagnostics = event.diagnostics.map(describeForReport)
  return {
    ...print,
    ...('masked' in event ? { masked: event.masked } : {}),
    ...('why' in event ? { reason: event.why } : {}),
    diagnostics,
  }
}
