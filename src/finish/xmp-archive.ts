/** What an archived document adds to the XMP packet: its claims, the record of archiving, and the schemas of both. */
import type { ArchiveRecord, Conformance, DocumentInfo } from '../paint/document-info.js'
import { escapeXml } from './xml.js'

/** Under the package's own address, which nobody else can publish at. The version is that of the schema. */
const NAMESPACE = 'https://www.npmjs.com/package/jixiao-forms/archive/1.0/'

const PDF_UA = 'http://www.aiim.org/pdfua/ns/id/'

interface Property {
  readonly name: string
  readonly type: 'Text' | 'Integer' | 'bag Text'
  readonly description: string
}

const ARCHIVE_PROPERTIES: readonly Property[] = [
  { name: 'form', type: 'Text', description: 'Id of the form' },
  { name: 'template', type: 'Text', description: 'Id of the template the form was printed by' },
  { name: 'templateHash', type: 'Text', description: 'SHA-256 of the template, in hex' },
  { name: 'fontHashes', type: 'bag Text', description: 'Each font as its id, a space and its SHA-256 in hex' },
]

const UA_PROPERTIES: readonly Property[] = [{ name: 'part', type: 'Integer', description: 'Part of ISO 14289' }]

/** Further `rdf:Description` elements; none for a plain document. */
export function archiveDescriptions({ conformance, archive }: DocumentInfo): readonly string[] {
  return [
    ...(conformance === undefined ? [] : [claims(conformance)]),
    ...(archive === undefined ? [] : [record(archive)]),
    ...schemas(conformance, archive),
  ]
}

/** Dublin Core of the record, among the properties that every document has. */
export const archiveDublinCore = (archive: ArchiveRecord | undefined): readonly string[] => [
  ...list('dc:creator', 'Seq', archive?.responsible),
  ...list('dc:publisher', 'Bag', archive?.organisation),
  ...list('dc:date', 'Seq', archive?.date),
]

const list = (name: string, kind: 'Seq' | 'Bag', text: string | undefined): readonly string[] =>
  text === undefined || text === ''
    ? []
    : [`<${name}><rdf:${kind}><rdf:li>${escapeXml(text)}</rdf:li></rdf:${kind}></${name}>`]

/** ISO 19005-2 and -3, 6.6.4; ISO 14289-1, clause 5. */
const claims = (conformance: Conformance): string =>
  `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="${PDF_UA}">
<pdfaid:part>${conformance === 'PDF/A-3u' ? 3 : 2}</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`

function record({ form, template, templateHash, fontHashes }: ArchiveRecord): string {
  const fonts = Object.keys(fontHashes)
    .sort()
    .map((id) => `<rdf:li>${escapeXml(`${id} ${fontHashes[id]}`)}</rdf:li>`)
  return `<rdf:Description rdf:about="" xmlns:jixiao="${NAMESPACE}">
<jixiao:form>${escapeXml(form)}</jixiao:form>
<jixiao:template>${escapeXml(template)}</jixiao:template>
<jixiao:templateHash>${escapeXml(templateHash)}</jixiao:templateHash>
<jixiao:fontHashes><rdf:Bag>${fonts.join('')}</rdf:Bag></jixiao:fontHashes>
</rdf:Description>`
}

/** PDF/A takes properties it does not know only with their schema (ISO 19005-2, 6.6.2.3.3); PDF/UA's is one it does not know. */
function schemas(conformance: Conformance | undefined, archive: ArchiveRecord | undefined): readonly string[] {
  if (conformance === undefined) return []
  const both = [
    schema('PDF/UA identification', PDF_UA, 'pdfuaid', UA_PROPERTIES),
    ...(archive === undefined ? [] : [schema('jixiao-forms archive record', NAMESPACE, 'jixiao', ARCHIVE_PROPERTIES)]),
  ]
  return [
    `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
${both.join('\n')}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`,
  ]
}

const schema = (title: string, namespace: string, prefix: string, properties: readonly Property[]): string =>
  `<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>${title}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${properties.map(property).join('\n')}
</rdf:Seq></pdfaSchema:property>
</rdf:li>`

const property = ({ name, type, description }: Property): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`
