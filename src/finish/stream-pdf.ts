/**
 * The last pass over a PDF that comes piece by piece: what `finishPdf` does, for a file that is never held as a whole.
 * Streams are compressed as they pass; metadata, catalog and cross-references come with the end.
 */
import type { DocumentInfo } from '../paint/document-info.js'
import type { PdfObject } from './classic-pdf.js'
import { addEntries } from './complete-catalog.js'
import { compress, replaceMetadata } from './finish-pdf.js'
import { type ObjectList, readObjects } from './read-objects.js'
import { endOfFile, HEADER, roomFor, writeObject, writeText } from './write-classic-pdf.js'

/** Where a stream stands: the few numbers that its end is written from. Belongs to one file. */
export interface PdfStream {
  readonly hash: (bytes: Uint8Array) => Uint8Array
  /** By object number less 1. */
  readonly offsets: number[]
  /** Bytes given so far. */
  at: number
  /** A chain: of each piece with the digest of all before it. */
  digest: Uint8Array
}

/** @param hash SHA-256 */
export const openStream = (hash: PdfStream['hash']): PdfStream => ({
  hash,
  offsets: [],
  at: 0,
  digest: new Uint8Array(),
})

/** The next piece of the file. @param bytes whole objects as PDFKit writes them; at first its header as well */
export const passObjects = (stream: PdfStream, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  writePiece(stream, readObjects(bytes))

/**
 * The last piece. @param bytes what PDFKit writes when it ends, its cross-references and trailer included
 * @param catalog entries that PDFKit's catalog lacks
 */
export function endStream(
  stream: PdfStream,
  bytes: Uint8Array,
  info: DocumentInfo,
  catalog: string,
): Uint8Array<ArrayBuffer> {
  const list = readObjects(bytes)
  const { root, info: infoNumber } = trailerOf(list)
  const objects = replaceMetadata({ objects: list.objects, root, info: infoNumber }, info)
  const last = writePiece(stream, {
    ...list,
    objects: objects.map((object) => (object.number === root ? addEntries(object, catalog) : object)),
  })
  const end = endOfFile({ ...stream, root, info: infoNumber })
  const bytesOfEnd = new Uint8Array(end.length)
  writeText(bytesOfEnd, 0, end)
  return joined(last, bytesOfEnd)
}

function writePiece(stream: PdfStream, { objects }: ObjectList): Uint8Array<ArrayBuffer> {
  const compressed = objects.map(compressWorthwhile)
  const head = stream.at === 0 ? HEADER : ''
  const bytes = new Uint8Array(compressed.reduce((sum, object) => sum + roomFor(object), head.length))
  let at = writeText(bytes, 0, head)
  for (const object of compressed) {
    stream.offsets[object.number - 1] = stream.at + at
    at = writeObject(bytes, at, object)
  }
  const piece = bytes.slice(0, at)
  stream.at += at
  stream.digest = stream.hash(joined(stream.digest, piece))
  return piece
}

/** A stream of so few bytes does not become smaller, and a book has one for the number of each page. */
const LEAST_COMPRESSED = 192

const compressWorthwhile = (object: PdfObject): PdfObject =>
  object.stream !== undefined && object.stream.length < LEAST_COMPRESSED ? object : compress(object)

interface Trailer {
  readonly root: number
  readonly info: number
}

function trailerOf({ rest }: ObjectList): Trailer {
  const [, root] = /\/Root (\d+) 0 R/.exec(rest) ?? []
  const [, info] = /\/Info (\d+) 0 R/.exec(rest) ?? []
  if (root === undefined || info === undefined) throw new Error('the PDF was not ended')
  return { root: Number(root), info: Number(info) }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}
