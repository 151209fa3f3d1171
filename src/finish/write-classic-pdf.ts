/** Writes objects as a PDF with a classic cross-reference table, which a later signature can be appended to. */
import type { ClassicPdf, PdfObject } from './classic-pdf.js'
import { sha256 } from './sha256.js'

/** The four bytes above 7F mark the file as binary (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-1.7\n%\xFF\xFF\xFF\xFF\n'
const ID_LENGTH = 16

/** @param hash SHA-256, for the file identifier */
export function writeClassicPdf({ objects, root, info }: ClassicPdf, hash = sha256): Uint8Array {
  const room = objects.reduce((sum, object) => sum + roomFor(object), HEADER.length)
  const bytes = new Uint8Array(room + 20 * (objects.length + 1) + 512)
  let at = writeText(bytes, 0, HEADER)
  const offsets: number[] = []
  for (const object of objects) {
    offsets.push(at)
    at = writeObject(bytes, at, object)
  }
  const id = hex(hash(bytes.subarray(0, at)).subarray(0, ID_LENGTH))
  const trailer = `<<\n/Size ${objects.length + 1}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [<${id}> <${id}>]\n>>`
  const end = `${crossReferences(offsets)}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`
  return bytes.slice(0, writeText(bytes, at, end))
}

function writeObject(bytes: Uint8Array, start: number, { number, body, stream }: PdfObject): number {
  const at = writeText(bytes, start, `${number} 0 obj\n${body}\n`)
  if (stream === undefined) return writeText(bytes, at, 'endobj\n')
  const data = writeText(bytes, at, 'stream\n')
  bytes.set(stream, data)
  return writeText(bytes, data + stream.length, '\nendstream\nendobj\n')
}

const roomFor = ({ body, stream }: PdfObject): number => body.length + (stream?.length ?? 0) + 64

/** Entries are twenty bytes long, the line end of two among them (7.5.4). */
function crossReferences(offsets: readonly number[]): string {
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  return `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries.join('')}`
}

/** One letter a byte; returns where the text ends. */
function writeText(bytes: Uint8Array, start: number, text: string): number {
  for (let letter = 0; letter < text.length; letter++) bytes[start + letter] = text.charCodeAt(letter)
  return start + text.length
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('')
