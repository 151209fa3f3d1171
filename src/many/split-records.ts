/**
 * Cuts a stream of bytes into records without parsing them: lines of JSONL, or elements of a JSON array. The strict parser
 * sees each record by itself, in a worker, so that one faulty record spoils no other and no file has to fit into memory.
 */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { InputRecord, RecordPlace } from './record.js'

type Chunks = AsyncIterable<Uint8Array>

/** 10 MB a record, as for a file of one form. */
export const LARGEST_RECORD = 10_000_000

/** The pieces of the record that is being read, and where it began. */
interface Pile {
  pieces: Uint8Array[]
  size: number
  place: RecordPlace | undefined
}

const emptyPile = (): Pile => ({ pieces: [], size: 0, place: undefined })

/** A record too large is only measured. */
const addPiece = (pile: Pile, piece: Uint8Array): void => {
  if (pile.size <= LARGEST_RECORD && piece.length > 0) pile.pieces.push(piece)
  pile.size += piece.length
}

const takeRecord = (pile: Pile, place: RecordPlace): InputRecord => {
  const { pieces, size } = pile
  Object.assign(pile, emptyPile())
  if (size > LARGEST_RECORD) return { place, data: tooLarge() }
  // Copied out of Node's common pool of buffers: a message would carry the whole pool.
  const data = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    data.set(piece, at)
    at += piece.length
  }
  return { place, data }
}

export const tooLarge = (): FormError => new FormError([problem('input-too-large', '', { limit: '10 MB' })])

const NEWLINE = 0x0a
const isBlank = (byte: number): boolean => byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09

/** Records of JSONL: one a line; blank lines are no records. */
export async function* splitLines(chunks: Chunks, file: string): AsyncGenerator<InputRecord> {
  const pile = emptyPile()
  let line = 1
  let offset = 0
  const place = (): RecordPlace => ({ file, line, column: 1, offset: offset - pile.size })
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      addPiece(pile, chunk.subarray(start, end))
      offset += end - start
      if (hasWords(pile)) yield takeRecord(pile, place())
      else Object.assign(pile, emptyPile())
      offset += 1
      line += 1
      start = end + 1
    }
    addPiece(pile, chunk.subarray(start))
    offset += chunk.length - start
  }
  if (hasWords(pile)) yield takeRecord(pile, place())
}

const hasWords = ({ pieces, size }: Pile): boolean =>
  size > LARGEST_RECORD || pieces.some((piece) => !piece.every(isBlank))

/** Where the reader of an array stands. */
interface ArrayReader {
  readonly file: string
  readonly pile: Pile
  line: number
  column: number
  offset: number
  state: 'before' | 'inside' | 'after'
  /** Brackets open inside the element. */
  depth: number
  inString: boolean
  escaped: boolean
  /** A string of this element goes over a line. */
  broken: boolean
  /** The last byte that was not blank. */
  previous: number
  /** A comma has been read and no element since. */
  comma: boolean
}

/**
 * Records of a JSON array: what stands between the commas. After a string that goes over a line, which no JSON string does,
 * brackets and quotes are not to be trusted: then the next `{` behind a comma that stands as far in as this record's own
 * begins a new one, so that the fault stays where it is.
 */
export async function* splitArray(chunks: Chunks, file: string): AsyncGenerator<InputRecord> {
  const reader: ArrayReader = {
    file,
    pile: emptyPile(),
    line: 1,
    column: 1,
    offset: 0,
    state: 'before',
    depth: 0,
    inString: false,
    escaped: false,
    broken: false,
    previous: 0,
    comma: false,
  }
  for await (const chunk of chunks) yield* readChunk(reader, chunk)
  if (reader.state === 'after') return
  if (reader.pile.place) yield takeRecord(reader.pile, reader.pile.place)
  yield { place: here(reader), data: new FormError([problem('json-syntax/end', '', { line: 1, column: 1 })]) }
}

const here = ({ file, line, column, offset }: ArrayReader): RecordPlace => ({ file, line, column, offset })

function* readChunk(reader: ArrayReader, chunk: Uint8Array): Generator<InputRecord> {
  let start = 0
  for (let at = 0; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0
    const ends =
      reader.state === 'inside' && reader.depth === 0 && !reader.inString && (byte === COMMA || byte === CLOSE_ARRAY)
    if (ends) {
      if (reader.pile.place) addPiece(reader.pile, chunk.subarray(start, at))
      yield* endElement(reader, byte)
    } else if (reader.state !== 'inside') yield* readOutside(reader, byte)
    else if (reader.pile.place === undefined && !isBlank(byte)) {
      beginElement(reader)
      start = at
    } else if (reader.pile.place && beginsAnother(reader, reader.pile.place, byte)) {
      addPiece(reader.pile, chunk.subarray(start, at))
      yield takeRecord(reader.pile, reader.pile.place)
      beginElement(reader)
      start = at
    }
    if (reader.pile.place) stepInside(reader, byte)
    stepPlace(reader, byte)
  }
  if (reader.pile.place) addPiece(reader.pile, chunk.subarray(start))
}

const beginElement = (reader: ArrayReader): void => {
  reader.pile.place = here(reader)
  Object.assign(reader, { depth: 0, inString: false, escaped: false, broken: false })
}

const beginsAnother = ({ broken, previous, column, line }: ArrayReader, begin: RecordPlace, byte: number): boolean =>
  broken && byte === OPEN_OBJECT && previous === COMMA && column === begin.column && line !== begin.line

const COMMA = 0x2c
const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

function* endElement(reader: ArrayReader, byte: number): Generator<InputRecord> {
  const { place } = reader.pile
  const found = String.fromCharCode(byte)
  if (place) yield takeRecord(reader.pile, place)
  else if (byte === COMMA || reader.comma) {
    yield {
      place: here(reader),
      data: new FormError([problem('json-syntax/unexpected', '', { line: 1, column: 1, found })]),
    }
  }
  reader.comma = byte === COMMA
  if (byte === CLOSE_ARRAY) reader.state = 'after'
}

/** Before the array there is its bracket and nothing else; after it nothing. */
function* readOutside(reader: ArrayReader, byte: number): Generator<InputRecord> {
  if (isBlank(byte)) return
  if (reader.state === 'before' && byte === OPEN_ARRAY) reader.state = 'inside'
  else if (reader.state === 'after' && !reader.comma) {
    // Told once, whatever follows.
    reader.comma = true
    yield { place: here(reader), data: new FormError([problem('json-syntax/after-end', '', { line: 1, column: 1 })]) }
  }
}

const stepInside = (reader: ArrayReader, byte: number): void => {
  if (reader.inString) {
    if (reader.escaped) reader.escaped = false
    else if (byte === BACKSLASH) reader.escaped = true
    else if (byte === QUOTE) reader.inString = false
    else if (byte === NEWLINE) reader.broken = true
  } else if (byte === QUOTE) reader.inString = true
  else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) reader.depth += 1
  else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && reader.depth > 0) reader.depth -= 1
}

/** Bytes of UTF-8 that continue a character are no column of their own. */
const stepPlace = (reader: ArrayReader, byte: number): void => {
  reader.offset += 1
  if (!isBlank(byte)) reader.previous = byte
  if (byte === NEWLINE) {
    reader.line += 1
    reader.column = 1
  } else if ((byte & 0xc0) !== 0x80) reader.column += 1
}
