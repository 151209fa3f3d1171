/** A tagged PDF/A-3u and PDF/UA-1 of one page for tests: what signing must not spoil. */
import { unzlibSync } from 'fflate'
import { readClassicPdf } from '../../src/finish/classic-pdf.js'
import { finishPdf } from '../../src/finish/finish-pdf.js'
import { openFontBook } from '../../src/fonts/font-book.js'
import { paintPages } from '../../src/paint/paint-pages.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import { findPage } from '../../src/sign/pdf/find-page.js'
import {
  add,
  type Increment,
  put,
  putStream,
  reserve,
  startIncrement,
  writeIncrement,
} from '../../src/sign/pdf/increment.js'
import { catalogOf, openPdf } from '../../src/sign/pdf/open-pdf.js'
import {
  array,
  dictionary,
  name,
  number,
  type PdfReference,
  type PdfValue,
  withEntries,
} from '../../src/sign/pdf/value.js'
import { textValue } from '../../src/sign/pdf/write-value.js'
import { fakePage } from '../paint/fake-pages.js'

const book = openFontBook({ shipped: shippedFonts() })
const INFO = {
  title: '项目支出绩效目标表',
  language: 'zh-CN',
  creator: 'jixiao-forms',
  creationDate: '2023-01-28T10:47:20+08:00',
} as const

/** A plain page of ours, neither archived nor tagged. */
export const plainCopy = async (lines: readonly string[] = ['甲乙丙丁']): Promise<Uint8Array> =>
  finishPdf(await paintPages([fakePage(book, lines, { rules: false })], book, INFO), INFO)

/** `kids`: the parent tree has leaves instead of one array. */
export async function archiveCopy({ kids = false } = {}): Promise<Uint8Array> {
  const increment = startIncrement(openPdf(await plainCopy()))
  const { file } = increment
  const found = findPage(file, 1)!
  const contents = found.page.entries.get('Contents') as PdfReference
  markContents(increment, contents)
  put(increment, found.reference, withEntries(found.page, { StructParents: number(0), Tabs: name('S') }))
  put(
    increment,
    file.root,
    withEntries(catalogOf(file), {
      Metadata: stream(increment, { Type: name('Metadata'), Subtype: name('XML') }, new TextEncoder().encode(XMP)),
      MarkInfo: dictionary({ Marked: { kind: 'atom', text: 'true' } }),
      StructTreeRoot: structure(increment, found.reference, kids),
      OutputIntents: array([outputIntent(increment)]),
    }),
  )
  return writeIncrement(increment).pdf
}

function stream(increment: Increment, data: Record<string, PdfValue>, bytes: Uint8Array): PdfReference {
  const to = reserve(increment)
  putStream(increment, to, dictionary(data), bytes)
  return to
}

function markContents(increment: Increment, contents: PdfReference): void {
  const { objects } = readClassicPdf(increment.file.bytes)
  const operators = unzlibSync(objects[contents.number - 1]!.stream!)
  const marked = Buffer.concat([Buffer.from('/P <</MCID 0>> BDC\n'), operators, Buffer.from('\nEMC')])
  putStream(increment, contents, dictionary({}), marked)
}

function structure(increment: Increment, page: PdfReference, kids: boolean): PdfReference {
  const [root, document] = [reserve(increment), reserve(increment)]
  const paragraph = add(
    increment,
    dictionary({ Type: name('StructElem'), S: name('P'), P: document, Pg: page, K: number(0) }),
  )
  // The type of an element may be left out, and PDFKit does.
  put(increment, document, dictionary({ S: name('Document'), P: root, K: paragraph }))
  const nums = array([number(0), array([paragraph])])
  const leaf = kids ? add(increment, dictionary({ Limits: array([number(0), number(0)]), Nums: nums })) : undefined
  const tree = add(increment, dictionary(leaf ? { Kids: array([leaf]) } : { Nums: nums }))
  put(
    increment,
    root,
    dictionary({ Type: name('StructTreeRoot'), K: document, ParentTree: tree, ParentTreeNextKey: number(1) }),
  )
  return root
}

function outputIntent(increment: Increment): PdfReference {
  const profile = stream(increment, { N: number(1) }, grayProfile())
  return add(
    increment,
    dictionary({
      Type: name('OutputIntent'),
      S: name('GTS_PDFA1'),
      OutputConditionIdentifier: textValue('Gray'),
      DestOutputProfile: profile,
    }),
  )
}

/** The smallest ICC profile of a grey monitor (ICC.1:2001-04): description, copyright, white point, gamma 1. */
function grayProfile(): Uint8Array {
  const tags: [string, Buffer][] = [
    ['desc', Buffer.concat([Buffer.from('desc\0\0\0\0\0\0\0\x05Gray\0', 'latin1'), Buffer.alloc(79)])],
    ['cprt', Buffer.from('text\0\0\0\0none\0\0\0\0', 'latin1')],
    ['wtpt', Buffer.from('58595a20000000000000f6d6000100000000d32d', 'hex')],
    ['kTRC', Buffer.from('637572760000000000000000', 'hex')],
  ]
  const head = Buffer.alloc(128 + 4 + 12 * tags.length)
  let at = head.length
  head.writeUInt32BE(0x02100000, 8)
  head.write('mntrGRAYXYZ ', 12, 'latin1')
  head.write('acsp', 36, 'latin1')
  head.write('0000f6d6000100000000d32d', 68, 'hex')
  head.writeUInt32BE(tags.length, 128)
  tags.forEach(([tag, data], index) => {
    head.write(tag, 132 + 12 * index, 'latin1')
    head.writeUInt32BE(at, 136 + 12 * index)
    head.writeUInt32BE(data.length, 140 + 12 * index)
    at += data.length
  })
  head.writeUInt32BE(at, 0)
  return Buffer.concat([head, ...tags.map(([, data]) => data)])
}

const XMP = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${INFO.title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>jixiao-forms</xmp:CreatorTool><xmp:CreateDate>${INFO.creationDate}</xmp:CreateDate>
<pdf:Producer>jixiao-forms, pdfmake</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
