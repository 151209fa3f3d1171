/** Files inside the PDF (ISO 32000-1, 7.11.4), associated with the document (ISO 19005-3, 6.8 and annex E). */
import type { Attachment, DocumentInfo } from '../paint/document-info.js'
import type { PdfObject } from './classic-pdf.js'
import { textString } from './info-dictionary.js'
import { readTimestamp } from './timestamp.js'

export interface AttachedFiles {
  /** File specifications and the files themselves. */
  readonly objects: readonly PdfObject[]
  /** For the catalog. */
  readonly associated: string
  /** For the name dictionary. */
  readonly names: string
}

/** Two objects for each file, from the number given. */
export function attachFiles(info: DocumentInfo, firstNumber: number): AttachedFiles {
  const files = [...(info.attachments ?? [])].sort((a, b) => compareNames(a.name, b.name))
  if (new Set(files.map(({ name }) => name)).size < files.length) throw new Error('two attachments of one name')
  const numberOf = (index: number): number => firstNumber + 2 * index
  const references = files.map((_, index) => `${numberOf(index)} 0 R`)
  return {
    objects: files.flatMap((file, index) => [
      { number: numberOf(index), body: fileSpecification(file, numberOf(index) + 1) },
      embeddedFile(file, numberOf(index) + 1, info.creationDate),
    ]),
    associated: `/AF [${references.join(' ')}]\n`,
    names: `/EmbeddedFiles <</Names [${files.map(({ name }, index) => `${textString(name)} ${references[index]}`).join(' ')}]>>\n`,
  }
}

/** By the bytes that `textString` writes: plain ones come before the byte order mark of the others (7.9.6). */
function compareNames(a: string, b: string): number {
  const plain = (name: string): boolean => textString(name).startsWith('(')
  return plain(a) === plain(b) ? (a < b ? -1 : 1) : plain(a) ? -1 : 1
}

/** `F` is for readers that know no Unicode. */
function fileSpecification({ name, relationship, description }: Attachment, file: number): string {
  return [
    '<<\n/Type /Filespec',
    `/F ${textString(name.replace(/[^\x20-\x7e]/g, '_'))}`,
    `/UF ${textString(name)}`,
    `/AFRelationship /${relationship}`,
    ...(description === '' ? [] : [`/Desc ${textString(description)}`]),
    `/EF <</F ${file} 0 R /UF ${file} 0 R>>\n>>`,
  ].join('\n')
}

/** PDF/A-3 asks for the date of the last change (annex E.3); a document without any date has none to give. */
function embeddedFile(
  { mimeType, bytes, modificationDate }: Attachment,
  number: number,
  created: string | undefined,
): PdfObject {
  const date = modificationDate ?? created
  const changed = date === undefined ? '' : `/ModDate (${readTimestamp(date).pdf})`
  const params = `<</Size ${bytes.length}${changed}>>`
  const body = `<<\n/Type /EmbeddedFile\n/Subtype /${pdfName(mimeType)}\n/Length ${bytes.length}\n/Params ${params}\n>>`
  return { number, body, stream: bytes }
}

/** Regular characters stand for themselves, all others as `#` and two hex digits (7.3.5). */
const pdfName = (text: string): string =>
  text.replace(/[^A-Za-z0-9.+-]/g, (letter) => `#${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
