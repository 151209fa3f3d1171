/** The XMP packet (ISO 16684-1). PDFKit writes a title into it without escaping, so it is written here. */
import type { DocumentInfo } from '../paint/document-info.js'
import { PRODUCER } from './info-dictionary.js'
import type { Timestamp } from './timestamp.js'
import { escapeXml } from './xml.js'
import { archiveDescriptions, archiveDublinCore } from './xmp-archive.js'

/** Says the same as the Info dictionary, which PDF/A wants equal (ISO 19005-2, 6.6.2). */
export function xmpPacket(info: DocumentInfo, created: Timestamp | undefined): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/"
  xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
${properties(info, created).join('\n')}
</rdf:Description>
${archiveDescriptions(info)
  .map((description) => `${description}\n`)
  .join('')}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

function properties(info: DocumentInfo, created: Timestamp | undefined): string[] {
  return [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${alternatives(info.title)}</dc:title>`,
    ...(info.subject === undefined ? [] : [`<dc:description>${alternatives(info.subject)}</dc:description>`]),
    `<dc:language><rdf:Bag><rdf:li>${info.language}</rdf:li></rdf:Bag></dc:language>`,
    ...archiveDublinCore(info.archive),
    `<xmp:CreatorTool>${escapeXml(info.creator)}</xmp:CreatorTool>`,
    ...(created === undefined ? [] : [`<xmp:CreateDate>${created.xmp}</xmp:CreateDate>`]),
    `<pdf:Producer>${escapeXml(PRODUCER)}</pdf:Producer>`,
  ]
}

const alternatives = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
