import { createHash } from 'node:crypto'
import { unzlibSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { type PdfObject, readClassicPdf } from '../../src/finish/classic-pdf.js'
import { finishPdf } from '../../src/finish/finish-pdf.js'
import { textString } from '../../src/finish/info-dictionary.js'
import { readTimestamp } from '../../src/finish/timestamp.js'
import { escapeXml } from '../../src/finish/xml.js'
import { openFontBook } from '../../src/fonts/font-book.js'
import { sha256 } from '../../src/kernel/sha256.js'
import type { DocumentInfo } from '../../src/paint/document-info.js'
import { paintPages } from '../../src/paint/paint-pages.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import { fakePage } from '../paint/fake-pages.js'
import { hasProgram, pdfJsText, run } from '../paint/read-back.js'

const book = openFontBook({ shipped: shippedFonts() })
const INFO: DocumentInfo = {
  title: '项目支出绩效目标表',
  language: 'zh-CN',
  creator: 'jixiao-forms 0.1.0',
  creationDate: '2023-01-28T10:47:20+08:00',
}
const print = async (lines: readonly string[], info = INFO) =>
  finishPdf(await paintPages([fakePage(book, lines)], book, info), info)
const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
const xmpOf = (pdf: Uint8Array): string =>
  /<\?xpacket begin[\s\S]*<\?xpacket end="r"\?>/.exec(Buffer.from(pdf).toString('utf8'))?.[0] ?? ''
const idOf = (pdf: Uint8Array): string => /\/ID \[<([0-9A-F]{32})> <\1>\]/.exec(latin(pdf))?.[1] ?? ''

describe('bytes', () => {
  test('the same input gives the same bytes, whatever was printed before and whatever the clock says', async () => {
    const first = await print(['甲乙'])
    await print(['乙甲丙'])
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] })
    try {
      expect(await print(['甲乙'])).toEqual(first)
    } finally {
      vi.useRealTimers()
    }
  })
  test('the painted bytes are left as they were', async () => {
    const painted = await paintPages([fakePage(book, ['甲'])], book, INFO)
    const before = painted.slice()
    finishPdf(painted, INFO)
    expect(painted).toEqual(before)
  })
  test('without a date there is none, nor any other from the clock', async () => {
    const { creationDate: _, ...undated } = INFO
    const pdf = await print(['甲'], undated)
    expect(latin(pdf)).not.toMatch(/CreationDate|CreateDate|ModDate|D:\d{4}/)
  })
})

describe('/ID', () => {
  test('is the SHA-256 of everything before the cross-reference table', async () => {
    const pdf = await print(['甲'])
    const body = pdf.subarray(0, Number(/startxref\n(\d+)\n%%EOF\n$/.exec(latin(pdf))?.[1]))
    expect(idOf(pdf)).toBe(createHash('sha256').update(body).digest('hex').slice(0, 32).toUpperCase())
  })
  test('differs with one character, the title, the date, and the place of a run', async () => {
    const page = fakePage(book, ['甲'])
    const moved = { ...page, runs: page.runs.map((text) => ({ ...text, x: text.x + 10 })) }
    const pdfs = [
      await print(['甲']),
      await print(['乙']),
      await print(['甲'], { ...INFO, title: '表' }),
      await print(['甲'], { ...INFO, creationDate: '2023-01-28T10:47:21+08:00' }),
      finishPdf(await paintPages([moved], book, INFO), INFO),
    ]
    expect(new Set(pdfs.map(idOf)).size).toBe(pdfs.length)
    expect(pdfs.map(idOf)).not.toContain('')
  })
})

describe('streams', () => {
  test('are all compressed but the metadata, and unpack to what was painted', async () => {
    const painted = await paintPages([fakePage(book, ['甲乙'])], book, INFO)
    const before = readClassicPdf(painted).objects
    const plain = ({ body, stream = new Uint8Array() }: PdfObject) =>
      body.includes('/Filter') ? unzlibSync(stream) : Uint8Array.from(stream)
    const after = readClassicPdf(finishPdf(painted, INFO)).objects
    expect(after).toHaveLength(before.length)
    after.forEach(({ body, stream }, index) => {
      if (stream === undefined || body.includes('/Metadata')) return
      expect(body).toContain('/Filter /FlateDecode')
      expect(unzlibSync(stream)).toEqual(plain(before[index] as PdfObject))
    })
    expect(after.filter(({ body, stream }) => stream && !body.includes('/Filter'))).toHaveLength(1)
  })
  test('a stream that has a filter is left alone', async () => {
    const once = await print(['甲'])
    expect(finishPdf(once, INFO)).toEqual(once)
  })
})

describe('metadata', () => {
  const TITLE = '表 <甲> & "乙" \'丙\' (丁) \\ ]]> 𠮷'

  test('XMP is escaped', async () => {
    const xmp = xmpOf(await print(['甲'], { ...INFO, title: TITLE, subject: 'a & b' }))
    expect(xmp).toContain(
      `<rdf:li xml:lang="x-default">表 &lt;甲&gt; &amp; &quot;乙&quot; '丙' (丁) \\ ]]&gt; 𠮷</rdf:li>`,
    )
    expect(xmp).toContain('<dc:description><rdf:Alt><rdf:li xml:lang="x-default">a &amp; b</rdf:li>')
    expect(xmp).toContain('<xmp:CreateDate>2023-01-28T10:47:20+08:00</xmp:CreateDate>')
    expect(xmp).toContain('<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>')
  })
  test.skipIf(!hasProgram('pdfinfo'))('Info is read back by poppler', async () => {
    const pdf = await print(['甲'], { ...INFO, title: TITLE })
    const read = run('pdfinfo', ['-rawdates', 'FILE'], pdf)
    expect(read).toContain(`Title:           ${TITLE}`)
    expect(read).toContain("CreationDate:    D:20230128104720+08'00'")
    expect(read).toContain('PDF version:     1.7')
  })
  test.skipIf(!hasProgram('qpdf'))('qpdf finds no fault', async () => {
    expect(run('qpdf', ['--check', 'FILE'], await print(['甲'], { ...INFO, title: TITLE }))).toContain('No syntax')
  })
  test('language and title display', async () => {
    const pdf = latin(await print(['甲']))
    expect(pdf).toContain('/Lang (zh-CN)')
    expect(pdf).toContain('/DisplayDocTitle true')
  })
  test('text comes out as before', async () => expect(await pdfJsText(await print(['甲乙丙']))).toEqual(['甲乙丙']))
})

describe('timestamps', () => {
  test.each([
    ['2023-01-28T10:47:20+08:00', "D:20230128104720+08'00'", '2023-01-28T10:47:20+08:00'],
    ['2023-01-28T10:47:20-0330', "D:20230128104720-03'30'", '2023-01-28T10:47:20-03:30'],
    ['2024-02-29T23:59:59Z', 'D:20240229235959Z', '2024-02-29T23:59:59Z'],
    ['2023-01-28T10:47', 'D:20230128104700', '2023-01-28T10:47:00'],
    ['2023-01-28', 'D:20230128000000', '2023-01-28T00:00:00'],
    ['2023-01-28T10:47:20.123Z', 'D:20230128104720Z', '2023-01-28T10:47:20Z'],
  ])('%s', (iso, pdf, xmp) => expect(readTimestamp(iso)).toEqual({ pdf, xmp }))
  test.each([
    '',
    'now',
    '2023-1-28',
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-01-28T24:00',
    '2023-01-28T10:47+25:00',
    '2023-01-28) /X (',
  ])('%s is refused', (iso) => expect(() => readTimestamp(iso)).toThrow(FormError))
})

test.each([
  ['plain', '(plain)'],
  ['a(b)\\', '(a\\(b\\)\\\\)'],
  ['表', '<FEFF8868>'],
  ['𠮷', '<FEFFD842DFB7>'],
  ['a\nb', '<FEFF0061000A0062>'],
])('text string %j', (text, written) => expect(textString(text)).toBe(written))

test('XML has no control characters', () => expect(escapeXml('a\u0000b\u001Fc\uFFFEd')).toBe('a b c d'))

describe('sha256', () => {
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
  test('the examples of FIPS 180-4', () => {
    const encode = (text: string): string => hex(sha256(new TextEncoder().encode(text)))
    expect(encode('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(encode('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(encode('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    )
  })
  test('every length around the block, and a view into a larger buffer', () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, index) => (index * 131) & 255)
    for (let length = 0; length < 300; length++) {
      const part = bytes.subarray(7, 7 + length)
      expect(hex(sha256(part))).toBe(createHash('sha256').update(part).digest('hex'))
    }
  })
})

describe('readClassicPdf', () => {
  test('steps over brackets and parentheses in strings, and binary that looks like an end', () => {
    const bodies = [
      '<<\n/Type /Catalog\n>>',
      '<<\n/T (>> stream\n \\) ( nested ) <<)\n/L <AB>\n>>',
      '<<\n/Length 19\n>>\nstream\nendstream\nendobj\n>>\nendstream',
    ]
    let text = '%PDF-1.7\n'
    const offsets = bodies.map((body, index) => {
      const at = text.length
      text += `${index + 1} 0 obj\n${body}\nendobj\n`
      return `${String(at).padStart(10, '0')} 00000 n \n`
    })
    const start = text.length
    text += `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer\n<<\n/Size 4\n/Root 1 0 R\n/Info 2 0 R\n>>\nstartxref\n${start}\n%%EOF\n`
    const pdf = readClassicPdf(Buffer.from(text, 'latin1'))
    expect({ root: pdf.root, info: pdf.info }).toEqual({ root: 1, info: 2 })
    expect(pdf.objects.map(({ body }) => body)).toEqual([bodies[0], bodies[1], '<<\n/Length 19\n>>'])
    expect(latin(pdf.objects[2]?.stream ?? new Uint8Array())).toBe('endstream\nendobj\n>>')
  })
  test('what is no such PDF is an error of ours', () =>
    expect(() => readClassicPdf(new Uint8Array(10))).toThrow('not in the PDF'))
})
