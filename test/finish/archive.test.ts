import { unzlibSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { readClassicPdf } from '../../src/finish/classic-pdf.js'
import { infoDictionary } from '../../src/finish/info-dictionary.js'
import { srgbProfile } from '../../src/finish/srgb-profile.js'
import { xmpPacket } from '../../src/finish/xmp.js'
import type { ArchiveRecord, DocumentInfo } from '../../src/paint/document-info.js'
import { ACCESSIBLE, book, PLAIN, print, withData } from '../archive/print-archived.js'
import { fakePage } from '../paint/fake-pages.js'

const pages = [fakePage(book, ['甲乙', '丙'])]
const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
const bodyOf = (pdf: Uint8Array, type: string): string =>
  readClassicPdf(pdf).objects.find(({ body }) => body.includes(type))?.body ?? ''
const data = new TextEncoder().encode('{}')

test('a plain document claims nothing and has none of it', async () => {
  const pdf = await print(pages, PLAIN)
  expect(latin(pdf)).not.toMatch(/StructTreeRoot|MarkInfo|OutputIntent|pdfaid|pdfuaid|EmbeddedFile|\/AF|BDC|Tabs/)
})

describe('an archived document', () => {
  test('says so in its catalog', async () => {
    const catalog = bodyOf(await print(pages, withData(data)), '/Type /Catalog')
    for (const entry of [
      '/MarkInfo <</Marked true>>',
      '/StructTreeRoot ',
      '/OutputIntents [',
      '/AF [',
      '/Lang (zh-CN)',
    ]) {
      expect(catalog).toContain(entry)
    }
  })
  test('the same bytes, whatever the clock says', async () => {
    const first = await print(pages, withData(data))
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    try {
      expect(await print(pages, withData(data))).toEqual(first)
    } finally {
      vi.useRealTimers()
    }
  })
  test('one stretch of content a cell, rules and page feet as artifacts', async () => {
    const [cell] = pages[0]?.cells ?? []
    const foot = { ...cell, role: 'pageFoot' } as NonNullable<typeof cell>
    const [first] = pages
    const page = {
      ...first,
      cells: [cell, foot],
      runs: first?.runs.map((run) => ({ ...run, cell: run.line })),
    } as (typeof pages)[0]
    const streams = readClassicPdf(await print([page], ACCESSIBLE)).objects.flatMap(({ stream, body }) =>
      stream && body.includes('/Filter') ? [latin(unzlibSync(stream))] : [],
    )
    const content = streams.find((stream) => stream.startsWith('1 0 0 -1')) ?? ''
    expect(content.match(/^.*BDC|EMC$/gm)).toEqual([
      '/Artifact<</Type/Layout>>BDC',
      'EMC',
      '/P<</MCID 0>>BDC',
      'EMC',
      '/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC',
      'EMC',
    ])
  })
})

test('the page foot with the words of the QR code is read on the first page', async () => {
  const [first] = pages
  const [cell] = first?.cells ?? []
  const foot = { ...cell, role: 'pageFoot', framed: false } as NonNullable<typeof cell>
  const marks = [{ kind: 'qr', text: '丙', x: 0, y: 0, width: 9, height: 9, modules: ['101'] }] as const
  const page = {
    ...first,
    cells: [cell, foot],
    runs: first?.runs.map((run) => ({ ...run, cell: run.line })),
    marks,
  } as (typeof pages)[0]
  const pdf = latin(await print([page, { ...page, number: 2 }], ACCESSIBLE))
  expect(pdf.match(/\/S\/P\//g)).toHaveLength(3)
})

describe('XMP', () => {
  const RECORD: ArchiveRecord = {
    ...(ACCESSIBLE.archive as ArchiveRecord),
    responsible: '李 & <明>\u0001\uD800"',
    organisation: 'A]]>B',
  }
  const info: DocumentInfo = { ...ACCESSIBLE, conformance: 'PDF/A-3u', archive: RECORD }
  const created = { pdf: "D:20230128104720+08'00'", xmp: '2023-01-28T10:47:20+08:00' }
  const packet = xmpPacket(info, created)

  test('the claims', () => {
    expect(packet).toContain(
      '<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>',
    )
    expect(xmpPacket(ACCESSIBLE, created)).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(xmpPacket(PLAIN, created)).not.toMatch(/pdfaid|pdfuaid|jixiao:/)
  })
  test('责任者, 机构, 日期 in Dublin Core, escaped, as the Info dictionary has them', () => {
    expect(packet).toContain(
      '<dc:creator><rdf:Seq><rdf:li>李 &amp; &lt;明&gt; \uFFFD&quot;</rdf:li></rdf:Seq></dc:creator>',
    )
    expect(packet).toContain('<dc:publisher><rdf:Bag><rdf:li>A]]&gt;B</rdf:li></rdf:Bag></dc:publisher>')
    expect(packet).toContain('<dc:date><rdf:Seq><rdf:li>2023-01-28</rdf:li></rdf:Seq></dc:date>')
    expect(infoDictionary(info, created)).toContain('/Author <FEFF674E0020002600200' + '03C660E003E0020FFFD0022>')
  })
  test('every property of our own is declared', () => {
    const used = new Set(Array.from(packet.matchAll(/<jixiao:(\w+)/g), ([, name]) => name))
    const declared = new Set(Array.from(packet.matchAll(/<pdfaProperty:name>(\w+)/g), ([, name]) => name))
    expect(used).toEqual(new Set(['form', 'template', 'templateHash', 'fontHashes']))
    for (const name of used) expect(declared).toContain(name)
  })
  test('fonts in the order of their ids, whatever order they are given in', () => {
    expect(packet).toContain(`<rdf:li>rare ${'ef'.repeat(32)}</rdf:li><rdf:li>song ${'cd'.repeat(32)}</rdf:li>`)
  })
})

test('the profile of sRGB has the size and the tags it says', () => {
  const profile = srgbProfile()
  const view = new DataView(profile.buffer)
  expect(view.getUint32(0)).toBe(profile.length)
  expect(latin(profile.subarray(12, 24))).toBe('mntrRGB XYZ ')
  const tags = Array.from({ length: view.getUint32(128) }, (_, index) => 132 + 12 * index)
  for (const at of tags) expect(view.getUint32(at + 4) + view.getUint32(at + 8)).toBeLessThanOrEqual(profile.length)
  // The colorants add up to the white of the profile connection space: white is white.
  const sums = [0, 4, 8].map((axis) =>
    tags.slice(4, 7).reduce((sum, at) => sum + view.getInt32(view.getUint32(at + 4) + 8 + axis), 0),
  )
  expect(sums).toEqual([0xf6d6, 0x10000, 0xd32d])
})

test('a hex string at the end of a dictionary', async () => {
  const text = '%PDF-1.7\n1 0 obj\n<</T<FEFF4E00>>>\nendobj\n2 0 obj\n<<>>\nendobj\n'
  const table = `xref\n0 3\n0000000000 65535 f \n${String(9).padStart(10, '0')} 00000 n \n${String(text.indexOf('2 0 obj')).padStart(10, '0')} 00000 n \n`
  const pdf = Buffer.from(
    `${text}${table}trailer\n<</Size 3/Root 1 0 R/Info 2 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
  expect(readClassicPdf(pdf).objects.map(({ body }) => body)).toEqual(['<</T<FEFF4E00>>>', '<<>>'])
})
