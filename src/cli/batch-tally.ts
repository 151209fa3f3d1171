/** What a batch has come to so far. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { BatchEvent } from '../many/run-batch.js'

/** What came of one record: in a folder as a file of its own, in a book as some pages. */
export type RecordEvent = BatchEvent | BoundEvent

export interface BoundEvent {
  readonly kind: 'printed'
  readonly place: BatchEvent['place']
  readonly pages: number
  readonly findings: readonly [errors: number, warnings: number, hints: number]
  readonly diagnostics: readonly Diagnostic[]
}

/** Counted on by `addEvent`; belongs to one run of the command. */
export interface Tally {
  printed: number
  unchanged: number
  failed: number
  pages: number
  /** Findings of all prints: errors, warnings, hints. */
  readonly findings: [errors: number, warnings: number, hints: number]
  /** How often each code was found, in what was printed this time. */
  readonly codes: Map<string, number>
  /** The first faulty records, for the table at the end. */
  readonly faults: {
    readonly where: string
    readonly name: string
    readonly reason: Diagnostic | undefined
    readonly more: number
  }[]
}

/** A table longer than this is read by nobody; each fault has been reported when it was met. */
const MOST_FAULTS = 50

export const emptyTally = (): Tally => ({
  printed: 0,
  unchanged: 0,
  failed: 0,
  pages: 0,
  findings: [0, 0, 0],
  codes: new Map(),
  faults: [],
})

export const countOf = ({ printed, unchanged, failed }: Tally): number => printed + unchanged + failed

export const addEvent = (tally: Tally, event: RecordEvent): void => {
  tally[event.kind] += 1
  if (event.kind === 'failed') return addFault(tally, event)
  tally.pages += event.pages
  event.findings.forEach((count, severity) => {
    tally.findings[severity] = (tally.findings[severity] ?? 0) + count
  })
  if (event.kind === 'printed')
    for (const { code } of event.diagnostics) tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1)
}

const addFault = (tally: Tally, event: Extract<BatchEvent, { kind: 'failed' }>): void => {
  if (tally.faults.length >= MOST_FAULTS) return
  const [reason, ...more] = event.diagnostics
  tally.faults.push({ where: whereOf(event), name: event.name ?? '', reason, more: more.length })
}

/** `forms.jsonl:17`, or the file alone. */
export const whereOf = ({ place: { file, line } }: Pick<BatchEvent, 'place'>): string =>
  line === null ? file : `${file}:${line}`
