/** Reads a PDF with a classic cross-reference table (ISO 32000-1, 7.5.4), as PDFKit writes it, into its objects. */

/** One indirect object; the bytes are views into the file. */
export interface PdfObject {
  readonly number: number
  /** The object without `n 0 obj` and `endobj`: for a stream its dictionary, as text of one byte a letter. */
  readonly body: string
  /** The data of a stream, filters not undone. */
  readonly stream?: Uint8Array
}

export interface ClassicPdf {
  /** By object number, from 1; numbers without gaps. */
  readonly objects: readonly PdfObject[]
  /** Object numbers of the catalog and of the Info dictionary. */
  readonly root: number
  readonly info: number
}

/** The same document with other objects. */
export const withObjects = ({ root, info }: ClassicPdf, objects: readonly PdfObject[]): ClassicPdf => ({
  objects,
  root,
  info,
})

const ENTRY_LENGTH = 20
const TAIL_LENGTH = 1024
const STREAM = 'stream\n'

export function readClassicPdf(bytes: Uint8Array): ClassicPdf {
  const tail = latin1(bytes, Math.max(0, bytes.length - TAIL_LENGTH), bytes.length)
  const xref = Number(capture(tail, /startxref\s+(\d+)\s+%%EOF\s*$/))
  const trailer = latin1(bytes, xref, bytes.length)
  const offsets = readOffsets(trailer)
  const dictionary = trailer.slice(trailer.indexOf('trailer'))
  const ends = endsOf(offsets, xref)
  return {
    objects: offsets.map((offset, index) => readObject(bytes, offset, index + 1, ends.get(offset) ?? xref)),
    root: Number(capture(dictionary, /\/Root (\d+) 0 R/)),
    info: Number(capture(dictionary, /\/Info (\d+) 0 R/)),
  }
}

/** One byte a letter. TextDecoder's latin1 is Windows-1252 in truth and would change bytes 80 to 9F. */
export function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

/** One subsection from object 0; its entries are 20 bytes each by definition. */
function readOffsets(table: string): number[] {
  const head = /^xref\n0 (\d+)\n/.exec(table)
  if (head === null) throw new Error('no classic cross-reference table')
  const first = head[0].length + ENTRY_LENGTH
  return Array.from({ length: Number(head[1]) - 1 }, (_, index) =>
    Number(table.slice(first + index * ENTRY_LENGTH, first + index * ENTRY_LENGTH + 10)),
  )
}

/** An object reaches to the next one in the file, whatever that one's number is. Ends by start. */
function endsOf(offsets: readonly number[], xref: number): ReadonlyMap<number, number> {
  const sorted = [...offsets].sort((a, b) => a - b)
  return new Map(sorted.map((offset, index) => [offset, sorted[index + 1] ?? xref]))
}

/** @param end where the object ends at the latest; needed of one that is no dictionary only */
export function readObject(bytes: Uint8Array, offset: number, number: number, end: number): PdfObject {
  const start = offset + `${number} 0 obj\n`.length
  const bodyEnd = bytes[start] === LESS && bytes[start + 1] === LESS ? dictionaryEnd(bytes, start) : end
  const body = latin1(bytes, start, bodyEnd)
  const streamStart = bodyEnd + 1 + STREAM.length
  if (latin1(bytes, bodyEnd, streamStart) !== `\n${STREAM}`) {
    return { number, body: body.replace(/\s*endobj\s*$/, '') }
  }
  const length = Number(capture(body, /\/Length (\d+)/))
  return { number, body, stream: bytes.subarray(streamStart, streamStart + length) }
}

const LESS = 0x3c
const GREATER = 0x3e
const OPEN = 0x28
const CLOSE = 0x29
const BACKSLASH = 0x5c

/** Just behind the `>>` that closes the dictionary. Strings are stepped over: they may hold any bracket. */
function dictionaryEnd(bytes: Uint8Array, start: number): number {
  let depth = 0
  let at = start
  do {
    const byte = bytes[at]
    const doubled = bytes[at + 1] === byte
    if (byte === OPEN) at = stringEnd(bytes, at)
    else if (byte === LESS && doubled) [depth, at] = [depth + 1, at + 2]
    else if (byte === GREATER && doubled) [depth, at] = [depth - 1, at + 2]
    // A hex string: its closing mark is no part of the `>>` that may follow.
    else if (byte === LESS) at = bytes.indexOf(GREATER, at) + 1 || bytes.length
    else at++
  } while (depth > 0 && at < bytes.length)
  return at
}

function stringEnd(bytes: Uint8Array, start: number): number {
  let depth = 0
  let at = start
  do {
    const byte = bytes[at]
    if (byte === OPEN) depth++
    if (byte === CLOSE) depth--
    at += byte === BACKSLASH ? 2 : 1
  } while (depth > 0 && at < bytes.length)
  return at
}

function capture(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`not in the PDF: ${pattern.source}`)
  return found
}
