/** `jixiao batch --book`: binds many forms into one file and reports as it goes. */
import type { BookOptions, BookResult } from '../book/book-options.js'
import { type BookSummary, printBook } from '../book/print-book.js'
import type { FormDefinition } from '../define-form.js'
import { countFindings } from '../diagnostics/count-findings.js'
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { unlessAborted, untilAborted } from '../input/until-aborted.js'
import { type BatchInput, openInput } from '../many/open-input.js'
import { type InputRecord, placeInFile, type RecordPlace, readLeniently, wholeFile } from '../many/record.js'
import { isWrittenInPlace, writeStream } from '../many/write-stream.js'
import { nodePlatform } from '../platform/node-platform.js'
import type { Flags } from './arguments.js'
import { type BatchReporter, humanReporter, jsonReporter } from './batch-report.js'
import type { RecordEvent } from './batch-tally.js'
import { chooseForm } from './choose-form.js'
import type { ExitCode, Terminal } from './commands.js'
import { readOptions } from './read-options.js'
import { refuseOverwrite } from './refuse-overwrite.js'
import { reportMany } from './report-many.js'

/** Faulty forms are reported and the book is bound without them; 1 tells of them, 3 of a file that cannot be read or written. */
export const bookCommand = async (input: string, flags: Flags, terminal: Terminal): Promise<ExitCode> => {
  const job = prepare(input, flags, terminal)
  const reporter = chooseReporter(job, flags, terminal)
  return reportMany({ input, output: job.output, reporter, interrupted: 'interrupted/book' }, (signal, tell) =>
    bind(job, signal, tell, reporter, terminal),
  )
}

interface Job {
  /** `-` for standard output. */
  readonly output: string
  readonly input: BatchInput
  readonly options: BookOptions
}

/** Everything that can be wrong with the command line is found before a file is touched. */
const prepare = (input: string, flags: Flags, terminal: Terminal): Job => {
  const output = flags.values['book']?.at(-1) ?? ''
  for (const flag of FOLDER_ONLY) if (flag in flags.values) throw conflict('--book', FLAG_NAMES[flag] ?? `--${flag}`)
  if (output === '-' && flags.json) throw conflict('--book -', '--json')
  refuseOverwrite(input, flags, output, '--book')
  // Of the kinds of copies a book takes two; the engine refuses the others in words.
  const options = readOptions(flags, terminal) as BookOptions
  const gutter = flags.values['gutter']?.at(-1)
  return {
    output,
    options: {
      ...options,
      duplex: 'duplex' in flags.values,
      ...(gutter === undefined ? {} : { gutter: readGutter(gutter) }),
    },
    input: openInput(input, process.stdin),
  }
}

const FOLDER_ONLY = ['output', 'name', 'concurrency', 'force', 'image', 'drop', 'no-data']
const FLAG_NAMES: Readonly<Record<string, string>> = { output: '-o' }

const conflict = (first: string, second: string): FormError => usage(problem('flag-conflict', '', { first, second }))

const readGutter = (found: string): number => {
  if (/^\d+(\.\d+)?$/.test(found)) return Number(found)
  throw usage(problem('option-invalid', '', { option: '--gutter', found, reason: 'not-gutter' }))
}

const usage = (diagnostic: Diagnostic): FormError => new FormError([diagnostic], 'usage')

/** Where the book goes to standard output, words go beside it. */
const chooseReporter = ({ output, input }: Job, flags: Flags, terminal: Terminal): BatchReporter => {
  if (flags.json) return jsonReporter(terminal)
  if (output === '-') return humanReporter({ ...terminal, out: toStandardError(terminal) }, input.progress, 'stream')
  return humanReporter(terminal, input.progress, isWrittenInPlace(output) ? 'stream' : 'book')
}

const toStandardError =
  ({ err }: Terminal): Terminal['out'] =>
  (data) =>
    err(typeof data === 'string' ? data : '')

const bind = async (
  { input, output, options }: Job,
  signal: AbortSignal,
  tell: (event: RecordEvent) => Promise<void>,
  reporter: BatchReporter,
  terminal: Terminal,
): Promise<void> => {
  const places: RecordPlace[] = []
  const onForm = (result: BookResult) => tell(toEvent(result, places[result.index] ?? wholeFile('')))
  // Begun by whoever writes it: a file that cannot be written is told before a record is waited for.
  async function* pieces(): AsyncGenerator<Uint8Array, BookSummary, undefined> {
    const { form, records } = await chooseBookForm(untilAborted(input.records, signal), terminal.forms)
    return yield* printBook(form, remember(records, places), { ...options, signal, onForm }, nodePlatform)
  }
  const summary =
    output === '-' ? await writeOut(pieces(), signal, terminal) : await writeStream(output, pieces(), terminal.now)
  await reporter.bound(describe(output, summary, places))
}

/** One book is of one form: that of its first record. What is of another is a faulty record, as its model says. */
const chooseBookForm = async (
  source: AsyncIterable<InputRecord>,
  forms: readonly FormDefinition[],
): Promise<{ readonly form: FormDefinition; readonly records: AsyncIterable<InputRecord> }> => {
  const iterator = source[Symbol.asyncIterator]()
  const first = await iterator.next()
  async function* records(): AsyncGenerator<InputRecord> {
    for (let next = first; next.done !== true; next = await iterator.next()) yield next.value
  }
  return { form: chooseForm(forms, first.done === true ? {} : formKeyOf(first.value, forms)), records: records() }
}

/** The `form` key where the record can be read and names a form; what is wrong with it is told when it is printed. */
const formKeyOf = ({ data }: InputRecord, forms: readonly FormDefinition[]): unknown => {
  const value = data instanceof FormError ? undefined : readLeniently(data)
  const form = typeof value === 'object' && value !== null && 'form' in value ? value.form : undefined
  return forms.some(({ id }) => id === form) ? { form } : {}
}

async function* remember(
  records: AsyncIterable<InputRecord>,
  places: RecordPlace[],
): AsyncGenerator<Uint8Array | FormError> {
  for await (const { place, data } of records) {
    places.push(place)
    yield data
  }
}

const toEvent = (result: BookResult, place: RecordPlace): RecordEvent => {
  if (result.kind === 'failed')
    return { kind: 'failed', place, name: null, diagnostics: placeInFile(result.error.diagnostics, place) }
  const { pageCount, diagnostics } = result
  return {
    kind: 'printed',
    place,
    pages: pageCount,
    findings: countFindings(diagnostics),
    diagnostics,
  }
}

const writeOut = async (
  pieces: AsyncGenerator<Uint8Array, BookSummary, undefined>,
  signal: AbortSignal,
  { out }: Terminal,
): Promise<BookSummary> => {
  for (;;) {
    const piece = await pieces.next()
    if (piece.done === true) return piece.value
    await unlessAborted(() => out(piece.value), signal)
  }
}

const describe = (output: string, summary: BookSummary, places: readonly RecordPlace[]) => ({
  output,
  departments: summary.departmentCount,
  frontPages: summary.frontPageCount,
  pages: summary.pageCount,
  entries: summary.entries.map(({ index, page, pageCount }) => ({
    place: places[index] ?? wholeFile(''),
    page,
    pages: pageCount,
  })),
})
