/** Gives the files inside a PDF back (ISO 32000-1, 7.11.4), from the newest revision of a file that was signed or not. */
import { ATTACHMENT_RELATIONSHIPS, type Attachment } from '../paint/document-info.js'
import { catalogOf, dictionaryOf, itemsOf, openPdf, type PdfFile } from '../sign/pdf/open-pdf.js'
import { broken } from '../sign/pdf/pdf-fault.js'
import { isoDate, textOf } from '../sign/pdf/text-string.js'
import { nameOf, type PdfDictionary, type PdfValue } from '../sign/pdf/value.js'
import { readStream } from './read-stream.js'

const MOST_FILES = 1000
/** All files together. The data of a form has 10 MB at most; pictures of seals come to it. */
const MOST_BYTES = 100_000_000
const MOST_NODES = 10_000

/**
 * Files that the document names (7.7.4) or is associated with (ISO 19005-3, 6.8), each once, in the order of the file.
 * Empty for a PDF without any. What a file does not say is empty, and a relationship nobody knows `Unspecified`.
 * Throws a FormError `pdf-broken` or `pdf-unsupported` for whatever is no sound PDF; never anything else, never late.
 */
export function readAttachments(pdf: Uint8Array): readonly Attachment[] {
  const file = openPdf(pdf)
  const found = new Map<string, Attachment>()
  let room = MOST_BYTES
  for (const at of fileSpecifications(file)) {
    const key = at.kind === 'reference' ? `${at.number}` : `direct ${found.size}`
    const attachment = found.has(key) ? undefined : readAttachment(file, dictionaryOf(file, at), room)
    if (attachment === undefined) continue
    found.set(key, attachment)
    room -= attachment.bytes.length
    if (found.size > MOST_FILES) throw broken('附件过多', 0)
  }
  return [...found.values()]
}

function fileSpecifications(file: PdfFile): readonly PdfValue[] {
  const { entries } = catalogOf(file)
  const names = dictionaryOf(file, entries.get('Names'))
  return [...itemsOf(file, entries.get('AF')), ...namedValues(file, names?.entries.get('EmbeddedFiles'))]
}

/** The values of a name tree (7.9.6), without recursion. A tree that is a loop runs into the limit. */
function namedValues(file: PdfFile, root: PdfValue | undefined): readonly PdfValue[] {
  const values: PdfValue[] = []
  const open = root === undefined ? [] : [root]
  for (let nodes = 0, at = open.pop(); at !== undefined; at = open.pop()) {
    if (++nodes > MOST_NODES || open.length > MOST_NODES || values.length > 2 * MOST_FILES)
      throw broken('附件目录有误', 0)
    const node = dictionaryOf(file, at)
    itemsOf(file, node?.entries.get('Names')).forEach((item, index) => {
      if (index % 2 === 1) values.push(item)
    })
    for (const kid of [...itemsOf(file, node?.entries.get('Kids'))].reverse()) open.push(kid)
  }
  return values
}

/** Undefined for a specification of a file that is not inside the PDF. */
function readAttachment(file: PdfFile, specification: PdfDictionary | undefined, room: number): Attachment | undefined {
  const embedded = dictionaryOf(file, specification?.entries.get('EF'))
  const at = embedded?.entries.get('UF') ?? embedded?.entries.get('F')
  if (specification === undefined || at?.kind !== 'reference') return undefined
  const { dictionary, bytes } = readStream(file, at, room)
  const { entries } = specification
  const modificationDate = isoDate(dictionaryOf(file, dictionary.entries.get('Params'))?.entries.get('ModDate'))
  return {
    name: textOf(entries.get('UF')) ?? textOf(entries.get('F')) ?? '',
    mimeType: nameOf(dictionary.entries.get('Subtype')) ?? '',
    bytes,
    relationship: relationshipOf(entries.get('AFRelationship')),
    description: textOf(entries.get('Desc')) ?? '',
    ...(modificationDate === undefined ? {} : { modificationDate }),
  }
}

const relationshipOf = (value: PdfValue | undefined): Attachment['relationship'] =>
  ATTACHMENT_RELATIONSHIPS.find((known) => known === nameOf(value)) ?? 'Unspecified'
