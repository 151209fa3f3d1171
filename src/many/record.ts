/** One record of a batch's input, with the place where it stands. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import type { FormError } from '../diagnostics/form-error.js'
import { withoutByteOrderMarks } from '../input/decode-utf8.js'
import { readJson } from '../input/read-json.js'

export interface RecordPlace {
  /** File as the caller named it, or below the folder it named; `-` for standard input. */
  readonly file: string
  /** Where the record begins, from 1; null where the file is the record. */
  readonly line: number | null
  /** In characters, from 1. */
  readonly column: number
  /** Bytes of the file before the record. */
  readonly offset: number
}

export interface InputRecord {
  readonly place: RecordPlace
  /** JSON text in UTF-8, or what made it unreadable. */
  readonly data: Uint8Array | FormError
}

export const wholeFile = (file: string): RecordPlace => ({ file, line: null, column: 1, offset: 0 })

const decoder = new TextDecoder()

/** For a record's name and form only: undefined is what the strict parser will refuse with the reason. */
export const readLeniently = (data: Uint8Array | string): unknown => {
  try {
    return JSON.parse(withoutByteOrderMarks(typeof data === 'string' ? data : decoder.decode(data)))
  } catch {
    return undefined
  }
}

/**
 * The same, and the strict parser is asked where that fails: it has the words for the fault, and what it can read has a value.
 * @throws FormError as `readJson`
 */
export const readForName = (data: Uint8Array): unknown => readLeniently(data) ?? readJson(data)

/** Diagnostics of reading name lines and columns of the text they were given; these are of the file it was cut from. */
export const placeInFile = (diagnostics: readonly Diagnostic[], place: RecordPlace): readonly Diagnostic[] =>
  place.line === null
    ? diagnostics
    : diagnostics.map((diagnostic) => (ofReading(diagnostic) ? shift(diagnostic, place) : diagnostic))

const ofReading = ({ code }: Diagnostic): boolean => code.startsWith('json-') || code === 'input-encoding'

const shift = (diagnostic: Diagnostic, place: RecordPlace): Diagnostic => {
  const { line, column, firstLine, offset } = diagnostic.facts
  const lines = (place.line ?? 1) - 1
  const facts = {
    ...diagnostic.facts,
    ...(typeof line === 'number' ? { line: line + lines } : {}),
    ...(typeof firstLine === 'number' ? { firstLine: firstLine + lines } : {}),
    ...(typeof column === 'number' && line === 1 ? { column: column + place.column - 1 } : {}),
    ...(typeof offset === 'number' ? { offset: offset + place.offset } : {}),
  }
  return { ...diagnostic, facts }
}
