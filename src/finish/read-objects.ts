/** Reads objects one behind the other, as PDFKit writes them: for a part of a PDF, which has no cross-reference table yet. */
import { latin1, type PdfObject, readObject } from './classic-pdf.js'

export interface ObjectList {
  readonly objects: readonly PdfObject[]
  /** What stands behind the last object: cross-references and trailer, or nothing. */
  readonly rest: string
}

const STREAM_END = '\nendstream\nendobj\n'.length
const OBJECT_END = '\nendobj\n'.length

/** Every object must be a dictionary or a stream. A header in front is passed over. */
export function readObjects(bytes: Uint8Array): ObjectList {
  const objects: PdfObject[] = []
  let at = headerLength(bytes)
  for (let number = numberAt(bytes, at); number !== undefined; number = numberAt(bytes, at)) {
    const object = readObject(bytes, at, number, bytes.length)
    at = endOf(bytes, at, object)
    objects.push(object)
  }
  return { objects, rest: latin1(bytes, at, bytes.length) }
}

function endOf(bytes: Uint8Array, start: number, { number, body, stream }: PdfObject): number {
  if (stream !== undefined) return stream.byteOffset - bytes.byteOffset + stream.length + STREAM_END
  return start + `${number} 0 obj\n`.length + body.length + OBJECT_END
}

const PERCENT = 0x25
const LINE_FEED = 0x0a

/** Two comment lines (ISO 32000-1, 7.5.2). */
function headerLength(bytes: Uint8Array): number {
  let at = 0
  while (bytes[at] === PERCENT) at = bytes.indexOf(LINE_FEED, at) + 1
  return at
}

/** The number of the object that begins here, if one does. */
function numberAt(bytes: Uint8Array, at: number): number | undefined {
  const [, number] = /^(\d+) 0 obj\n/.exec(latin1(bytes, at, Math.min(at + 24, bytes.length))) ?? []
  return number === undefined ? undefined : Number(number)
}
