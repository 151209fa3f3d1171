/** What an archived or accessible document has in its catalog beyond a plain one (ISO 32000-1, 7.7.2). */
import type { DocumentInfo } from '../paint/document-info.js'
import { STRUCTURE_ROOT } from '../paint/structure/write-structure.js'
import { attachFiles } from './attach-files.js'
import { type ClassicPdf, type PdfObject, withObjects } from './classic-pdf.js'
import { srgbProfile } from './srgb-profile.js'

/**
 * Structure tree, output intent, attachments. A document that claims nothing and holds no file is given back as it is.
 * Throws an Error for a file attached to PDF/A-2, which takes none that is not PDF/A itself (ISO 19005-2, 6.8).
 */
export function completeCatalog(pdf: ClassicPdf, info: DocumentInfo): ClassicPdf {
  const { conformance, attachments = [] } = info
  if (conformance === 'PDF/A-2u' && attachments.length > 0) throw new Error('PDF/A-2u takes no attachment')
  const tagged = conformance === undefined ? pdf : hangIn(pdf)
  return attachments.length === 0 ? tagged : attach(tagged, info)
}

function hangIn(pdf: ClassicPdf): ClassicPdf {
  const profile = pdf.objects.length + 1
  const structure = pdf.objects.find(({ body }) => body.startsWith(STRUCTURE_ROOT))
  if (structure === undefined) throw new Error('a document that claims PDF/UA has no structure tree')
  const entries = `/MarkInfo <</Marked true>>\n/StructTreeRoot ${structure.number} 0 R\n${outputIntent(profile)}`
  return withEntries(withObjects(pdf, [...pdf.objects, profileStream(profile)]), pdf.root, entries)
}

/**
 * Text and rules are DeviceGray; a profile of RGB covers them (ISO 19005-2, 6.2.4.3), and the colours of a seal
 * or a picture as well, which one of grey would not.
 */
const outputIntent = (profile: number): string =>
  `/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC 61966-2-1) /DestOutputProfile ${profile} 0 R>>]\n`

function profileStream(number: number): PdfObject {
  const stream = srgbProfile()
  return { number, body: `<<\n/N 3\n/Length ${stream.length}\n>>`, stream }
}

function attach(pdf: ClassicPdf, info: DocumentInfo): ClassicPdf {
  const { objects, associated, names } = attachFiles(info, pdf.objects.length + 1)
  const nameDictionary = Number(/\/Names (\d+) 0 R/.exec(pdf.objects[pdf.root - 1]?.body ?? '')?.[1])
  const named = withEntries(withObjects(pdf, [...pdf.objects, ...objects]), nameDictionary, names)
  return withEntries(named, pdf.root, associated)
}

function withEntries(pdf: ClassicPdf, number: number, entries: string): ClassicPdf {
  const objects = pdf.objects.map((object) => (object.number === number ? addEntries(object, entries) : object))
  return withObjects(pdf, objects)
}

/** Adds entries to an object that is a dictionary. */
export const addEntries = (object: PdfObject, entries: string): PdfObject => ({
  ...object,
  body: object.body.replace(/>>\s*$/, () => `${entries}>>`),
})
