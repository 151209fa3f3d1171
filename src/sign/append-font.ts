/** Puts the fonts of an appearance into an increment: subsets of their own, written by the code that writes those of the pages. */
import { zlibSync } from 'fflate'
import { writeFont } from '../paint/font-objects.js'
import type { PdfReference as PaintReference, PdfKitDocument } from '../paint/open-document.js'
import type { UsedFace } from '../paint/used-faces.js'
import { type Increment, put, putStream, reserve } from './pdf/increment.js'
import { array, dictionary, name, number, type PdfDictionary, type PdfReference, type PdfValue } from './pdf/value.js'

/** As the finish stage compresses. */
const COMPRESSION = { level: 6, mem: 6 } as const

export const compressed = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, COMPRESSION)

/** The entries of a `/Font` resource dictionary. */
export function appendFonts(increment: Increment, faces: Iterable<UsedFace>): PdfDictionary {
  const fonts: Record<string, PdfValue> = {}
  const references = new Map<object, PdfReference>()
  const document = { ref: (data: object) => openReference(increment, references, data) }
  for (const used of faces) {
    const font = document.ref({})
    fonts[used.resource] = references.get(font) as PdfReference
    // Of a document, fonts use `ref` only.
    writeFont(document as unknown as PdfKitDocument, font, used)
  }
  return dictionary(fonts)
}

/** What paint takes for an object of PDFKit. */
function openReference(increment: Increment, references: Map<object, PdfReference>, data: object): PaintReference {
  const to = reserve(increment)
  const chunks: Uint8Array[] = []
  const opened: PaintReference = {
    data,
    write: (chunk) => void chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk),
    end: () => {
      const value = convert(data, references) as PdfDictionary
      if (chunks.length === 0) return put(increment, to, value)
      const written = Buffer.concat(chunks)
      if (value.entries.has('Filter')) return putStream(increment, to, value, written)
      const deflated = compressed(written)
      putStream(
        increment,
        to,
        { ...value, entries: new Map([...value.entries, ['Filter', name('FlateDecode')]]) },
        deflated,
      )
    },
  }
  references.set(opened, to)
  return opened
}

/** PDFKit's convention: a primitive string is a name, a String object a string. */
function convert(data: unknown, references: ReadonlyMap<object, PdfReference>): PdfValue {
  if (typeof data === 'string') return name(data)
  if (typeof data === 'number') return number(Math.round(data * 1e6) / 1e6)
  if (data instanceof String) return { kind: 'string', bytes: data.valueOf() }
  if (Array.isArray(data)) return array(data.map((item) => convert(item, references)))
  if (typeof data !== 'object' || data === null) throw new Error(`no PDF value for ${typeof data}`)
  const known = references.get(data)
  if (known !== undefined) return known
  return dictionary(Object.fromEntries(Object.entries(data).map(([key, value]) => [key, convert(value, references)])))
}
