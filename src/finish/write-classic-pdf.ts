/** Writes objects as a PDF with a classic cross-reference table, which a later signature can be appended to. */

import { sha256 } from '../kernel/sha256.js'
import { unitAt } from '../lists/unit-at.js'
import type { ClassicPdf, PdfObject } from './classic-pdf.js'

/** The four bytes above 7F mark the file as binary (ISO 32000-1, 7.5.2). */
export const HEADER = '%PDF-1.7\n%\xFF\xFF\xFF\xFF\n'
const ID_LENGTH = 16

/** @param hash SHA-256, for the file identifier */
export function writeClassicPdf({ objects, root, info }: ClassicPdf, hash = sha256): Uint8Array<ArrayBuffer> {
  const room = objects.reduce((sum, object) => sum + roomFor(object), HEADER.length)
  const bytes = new Uint8Array(room + 20 * (objects.length + 1) + 512)
  let at = writeText(bytes, 0, HEADER)
  const offsets: number[] = []
  for (const object of objects) {
    offsets.push(at)
    at = writeObject(bytes, at, object)
  }
  const end = endOfFile({ offsets, root, info, at, digest: hash(bytes.subarray(0, at)) })
  return bytes.slice(0, writeText(bytes, at, end))
}

/** What stands behind the last object. */
export interface FileEnd {
  /** Of the objects from 1 on, without gaps. */
  readonly offsets: readonly number[]
  readonly root: number
  readonly info: number
  /** Where it begins. */
  readonly at: number
  /** Of everything before it: the file identifier is taken from it. */
  readonly digest: Uint8Array
}

export function endOfFile({ offsets, root, info, at, digest }: FileEnd): string {
  const id = hex(digest.subarray(0, ID_LENGTH))
  const trailer = `<<\n/Size ${offsets.length + 1}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]\n>>`
  return `${crossReferences(offsets)}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`
}

export function writeObject(bytes: Uint8Array, start: number, { number, body, stream }: PdfObject): number {
  const at = writeText(bytes, start, `${number} 0 obj\n${body}\n`)
  if (stream === undefined) return writeText(bytes, at, 'endobj\n')
  const data = writeText(bytes, at, 'stream\n')
  bytes.set(stream, data)
  return writeText(bytes, data + stream.length, '\nendstream\nendobj\n')
}

export const roomFor = ({ body, stream }: PdfObject): number => body.length + (stream?.length ?? 0) + 64

/** Entries are twenty bytes long, the line end of two among them (7.5.4). */
function crossReferences(offsets: readonly number[]): string {
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join('')}`
}

/** One letter a byte; returns where the text ends. */
export function writeText(bytes: Uint8Array, start: number, text: string): number {
  const { length } = text
  for (let letter = 0; letter < length; letter++) bytes[start + letter] = unitAt(text, letter)
  return start + length
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')
