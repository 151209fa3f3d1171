/** Opens what a batch reads: a folder of JSON files, a JSON array, JSONL, or one form; of a file or of standard input. */
import { createReadStream, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { unreadable, unreadableBecause } from '../platform/file-error.js'
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
  if (path === '-') return { records: splitStream(guarded(stdin, '-'), '-'), progress: () => undefined }
  const status = statOf(path)
  return status.isDirectory() ? openFolder(path) : openStream(path, status.size)
}

const statOf = (path: string) => {
  try {
    return statSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

const openStream = (path: string, size: number): BatchInput => {
  let read = 0
  const chunks = counted(
    guarded(createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Uint8Array>, path),
    (bytes) => {
      read += bytes
    },
  )
  return { records: splitStream(chunks, path), progress: () => (size === 0 ? undefined : Math.min(1, read / size)) }
}

const CHUNK = 262_144

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

/** The first bytes tell an array; a first line that is an object by itself tells JSONL; else the whole is one form. */
async function* splitStream(chunks: AsyncGenerator<Uint8Array>, file: string): AsyncGenerator<InputRecord> {
  const { head, ended } = await readHead(chunks)
  refuseUtf16(head)
  const start = Buffer.from(head.subarray(0, 3)).equals(BYTE_ORDER_MARK) ? head.subarray(3) : head
  const all = joined(start, ended ? undefined : chunks)
  const first = new TextDecoder().decode(start).trimStart()
  if (/\.(jsonl|ndjson)$/i.test(file)) yield* splitLines(all, file)
  else if (first.startsWith('[')) yield* splitArray(all, file)
  else if (/^\{[^\n]*\}[ \t\r]*(\n|$)/.test(first)) yield* splitLines(all, file)
  else if (first !== '' || !ended) yield await readWhole(all, file)
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** Enough to hold the first line, or the whole of what a single form may be. */
const readHead = async (
  chunks: AsyncGenerator<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly ended: boolean }> => {
  const pieces: Uint8Array[] = []
  let size = 0
  while (size <= LARGEST_RECORD && !endsFirstLine(pieces.at(-1), size)) {
    const { value, done } = await chunks.next()
    if (done === true) return { head: Buffer.concat(pieces), ended: true }
    pieces.push(value)
    size += value.length
  }
  return { head: Buffer.concat(pieces), ended: false }
}

const endsFirstLine = (piece: Uint8Array | undefined, size: number): boolean =>
  piece !== undefined && size >= 4 && piece.includes(0x0a)

/** UTF-16 has a zero byte in each of JSON's own marks; cutting it into lines would tear its characters. */
const refuseUtf16 = (head: Uint8Array): void => {
  const [first, second] = head
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (marked || first === 0 || second === 0) throw new FormError([problem('input-encoding/utf-16', '', {})])
}

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
