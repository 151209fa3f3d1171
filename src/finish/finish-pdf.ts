/** The last pass over a painted PDF: metadata, compression, identity. The same input gives the same bytes, always. */
import { zlibSync } from 'fflate'
import { deflate } from '../kernel/deflate.js'
import { sha256 } from '../kernel/sha256.js'
import type { DocumentInfo } from '../paint/document-info.js'
import { type ClassicPdf, type PdfObject, readClassicPdf, withObjects } from './classic-pdf.js'
import { completeCatalog } from './complete-catalog.js'
import { infoDictionary } from './info-dictionary.js'
import { readTimestamp } from './timestamp.js'
import { writeClassicPdf } from './write-classic-pdf.js'
import { xmpPacket } from './xmp.js'

/**
 * For streams of any kind. In plain JavaScript: Node's zlib and a distribution's give different bytes. The small hash
 * table (`mem`) costs nothing in size; most of the time goes into making it.
 */
const COMPRESSION = { level: 6, mem: 5 } as const

/** Of all streams only those of pages have nothing but a length in their dictionary (ISO 32000-1, 7.8.2). */
const PAGE_CONTENT = /^<<\s*\/Length \d+\s*>>$/

/**
 * Takes what `paintPages` returned. Info dictionary and XMP are written from `info`, without a date where it has none;
 * every stream is compressed; the file identifier (ISO 32000-1, 14.4) is taken from the SHA-256 of everything
 * written, so two forms that differ anywhere have different ones. Throws a FormError `option-invalid` for a date
 * that is none.
 * @param hash SHA-256; a platform may have a faster one than ours, with the same result
 */
export function finishPdf(bytes: Uint8Array, info: DocumentInfo, hash = sha256): Uint8Array<ArrayBuffer> {
  const pdf = readClassicPdf(bytes)
  const complete = completeCatalog(withObjects(pdf, replaceMetadata(pdf, info)), info)
  return writeClassicPdf(withObjects(complete, complete.objects.map(compress)), hash)
}

/** @param pdf all of it, or a part that has its catalog and its Info dictionary */
export function replaceMetadata({ objects, root, info: infoNumber }: ClassicPdf, info: DocumentInfo): PdfObject[] {
  const created = info.creationDate === undefined ? undefined : readTimestamp(info.creationDate)
  const catalog = objects.find(({ number }) => number === root)
  const metadata = Number(/\/Metadata (\d+) 0 R/.exec(catalog?.body ?? '')?.[1])
  return objects.map((object) => {
    if (object.number === infoNumber) return { number: infoNumber, body: infoDictionary(info, created) }
    if (object.number === metadata) return metadataStream(metadata, xmpPacket(info, created))
    return object
  })
}

/** Left uncompressed, so that programs find the packet without reading PDF (ISO 16684-3). */
function metadataStream(number: number, packet: string): PdfObject {
  const stream = new TextEncoder().encode(packet)
  return { number, body: `<<\n/Type /Metadata\n/Subtype /XML\n/Length ${stream.length}\n>>`, stream }
}

export function compress(object: PdfObject): PdfObject {
  const { number, body, stream } = object
  if (stream === undefined || /\/Filter |\/Type \/Metadata/.test(body)) return object
  const deflated = PAGE_CONTENT.test(body) ? deflate(stream, 'pages') : zlibSync(stream, COMPRESSION)
  const length = `/Length ${deflated.length}\n/Filter /FlateDecode`
  return { number, body: body.replace(/\/Length \d+/, length), stream: deflated }
}
