/** Opens what a batch reads: a folder of JSON files, a JSON array, JSONL, or one form; of a file or of standard input. */
import { constants, createReadStream, openSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { descriptorStatus } from '../platform/descriptor-status.js'
import { unreadable, unreadableBecause } from '../platform/file-error.js'
import { type InputKind, kindOfInput } from './input-kind.js'
import { listForms } from './list-forms.js'
import { type InputRecord, wholeFile } from './record.js'
import { LARGEST_RECORD, splitArray, splitLines, tooLarge } from './split-records.js'

export interface BatchInput {
  readonly records: AsyncIterable<InputRecord>
  /** How much of the input has been read, from 0 to 1; undefined where nobody knows how long it is. */
  readonly progress: () => number | undefined
}

/** @throws FormError of kind `file`: `file-unreadable`, here or while reading */
export const openInput = (path: string, stdin: AsyncIterable<Uint8Array>): BatchInput => {
  if (path === '-') return openStandardInput(stdin)
  const status = statOf(path)
  if (status.isDirectory()) return openFolder(path)
  if (status.isFile()) return openFile(path, status.size)
  if (status.isFIFO()) return openPipe(path)
  throw unreadableBecause(path, 'not-regular')
}

const statOf = (path: string) => {
  try {
    return statSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Node's stream of a folder has nothing in it, and does not say so. */
const openStandardInput = (stdin: AsyncIterable<Uint8Array>): BatchInput => {
  if (descriptorStatus(STANDARD_INPUT)?.isDirectory()) throw unreadableBecause('-', 'EISDIR')
  return { records: splitStream(guarded(stdin, '-'), '-'), progress: () => undefined }
}

const STANDARD_INPUT = 0

const openFile = (path: string, size: number): BatchInput => {
  let read = 0
  const stream: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: CHUNK })
  const chunks = counted(guarded(stream, path), (bytes) => {
    read += bytes
  })
  return { records: splitStream(chunks, path), progress: () => (size === 0 ? undefined : Math.min(1, read / size)) }
}

const CHUNK = 262_144

/**
 * A named pipe, or that of a process substitution, `<(…)`. Read as a file it would hold one of Node's threads until somebody
 * writes into it, and no process ends before its threads do; as a socket it is waited for by the event loop.
 */
const openPipe = (path: string): BatchInput => {
  const pipe: AsyncIterable<Uint8Array> = new Socket({ fd: openAtOnce(path), readable: true, writable: false })
  return { records: splitStream(guarded(pipe, path), path), progress: () => undefined }
}

/** Opening waits for nobody who writes. */
const openAtOnce = (path: string): number => {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    throw unreadable(path, error)
  }
}

const openFolder = (folder: string): BatchInput => {
  const files = listForms(folder)
  let read = 0
  async function* records(): AsyncGenerator<InputRecord> {
    for (const file of files) {
      yield await readRecord(join(folder, file), file)
      read += 1
    }
  }
  return { records: records(), progress: () => (files.length === 0 ? undefined : read / files.length) }
}

/** One file that cannot be read is one faulty record. */
const readRecord = async (path: string, file: string): Promise<InputRecord> => {
  const place = wholeFile(file)
  try {
    const status = await stat(path)
    // Opening a pipe waits for somebody who writes into it.
    if (!status.isFile()) return { place, data: unreadableBecause(path, 'not-regular') }
    return { place, data: status.size > LARGEST_RECORD ? tooLarge() : new Uint8Array(await readFile(path)) }
  } catch (error) {
    return { place, data: unreadable(path, error) }
  }
}

async function* guarded(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks
  } catch (error) {
    throw unreadable(file, error)
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length)
    yield chunk
  }
}

async function* splitStream(chunks: AsyncGenerator<Uint8Array>, file: string): AsyncGenerator<InputRecord> {
  const { head, kind, ended } = await readHead(chunks, /\.(jsonl|ndjson)$/i.test(file))
  const all = joined(head, ended ? undefined : chunks)
  if (kind === 'utf-16')
    yield { place: wholeFile(file), data: new FormError([problem('input-encoding/utf-16', '', {})]) }
  else if (kind === 'lines') yield* splitLines(all, file)
  else if (kind === 'array') yield* splitArray(all, file)
  else if (kind === 'form') yield await readWhole(all, file)
}

interface Head {
  /** Without byte order marks. */
  readonly head: Buffer
  readonly kind: InputKind | 'utf-16'
  readonly ended: boolean
}

/** Reads until the beginning tells what the whole is: most often the first line, and never more than one form may have. */
const readHead = async (chunks: AsyncGenerator<Uint8Array>, isLines: boolean): Promise<Head> => {
  let read: Buffer = Buffer.alloc(0)
  for (;;) {
    const { value, done } = await chunks.next()
    const ended = done === true
    if (value instanceof Uint8Array) read = Buffer.concat([read, value])
    if (!ended && read.length < FEWEST_BYTES) continue
    const head = afterByteOrderMarks(read)
    const enough = ended || head.length > LARGEST_RECORD
    const kind = isUtf16(read) ? 'utf-16' : isLines ? 'lines' : kindOfInput(head, enough)
    if (kind !== undefined) return { head, kind, ended }
  }
}

/** As many as tell UTF-16, and a byte order mark. */
const FEWEST_BYTES = 4

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

const afterByteOrderMarks = (bytes: Buffer): Buffer => {
  let start = 0
  while (bytes.subarray(start, start + 3).equals(BYTE_ORDER_MARK)) start += 3
  return bytes.subarray(start)
}

/** UTF-16 has a zero byte in each of JSON's own marks; cutting it into lines would tear its characters. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0

async function* joined(head: Uint8Array, rest: AsyncIterable<Uint8Array> | undefined): AsyncGenerator<Uint8Array> {
  yield head
  if (rest !== undefined) yield* rest
}

const readWhole = async (chunks: AsyncIterable<Uint8Array>, file: string): Promise<InputRecord> => {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > LARGEST_RECORD) return { place: wholeFile(file), data: tooLarge() }
    pieces.push(chunk)
  }
  return { place: wholeFile(file), data: new Uint8Array(Buffer.concat(pieces)) }
}
