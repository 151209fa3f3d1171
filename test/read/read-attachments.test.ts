import fc from 'fast-check'
import { zlibSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import type { Attachment, DocumentInfo } from '../../src/paint/document-info.js'
import { readAttachments } from '../../src/read/read-attachments.js'
import { book, PLAIN, print } from '../archive/print-archived.js'
import { fakePage } from '../paint/fake-pages.js'
import { hasProgram, run } from '../paint/read-back.js'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
const fromText = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))

const DATA: Attachment = {
  name: 'form.json',
  mimeType: 'application/json',
  bytes: bytesOf('{"form":"performance-target"}\n'),
  relationship: 'Source',
  description: '表的数据 (1) \\ & <x>',
  modificationDate: '2023-01-28T10:47:20+08:00',
}

const printWith = (attachments: readonly Attachment[], info: Partial<DocumentInfo> = {}): Promise<Uint8Array> =>
  print([fakePage(book, ['甲'])], { ...PLAIN, conformance: 'PDF/A-3u', attachments, ...info })

describe('what was attached is read back', () => {
  const others: readonly Attachment[] = [
    { ...DATA, name: '数据 &.json', bytes: Uint8Array.from({ length: 100_000 }, (_, at) => (at * at) & 0xff) },
    { ...DATA, name: 'a(b)\\.txt', mimeType: 'text/x-odd name#/', relationship: 'Supplement', description: '' },
    { ...DATA, name: 'empty', bytes: new Uint8Array() },
    { ...DATA, name: 'signs', bytes: bytesOf('endstream endobj\n%%EOF\nstartxref 0 xref trailer <<>>') },
  ]
  test('one file', async () => expect(readAttachments(await printWith([DATA]))).toEqual([DATA]))
  test('several, by name', async () => {
    const found = readAttachments(await printWith([DATA, ...others]))
    expect(found.map(({ name }) => name)).toEqual(['a(b)\\.txt', 'empty', 'form.json', 'signs', '数据 &.json'])
    for (const given of [DATA, ...others]) expect(found).toContainEqual(given)
  })
  test('a plain document may have one too; the document’s date stands in', async () => {
    const { modificationDate: _, ...undated } = DATA
    const pdf = await print([fakePage(book, ['甲'])], { ...PLAIN, attachments: [undated] })
    expect(readAttachments(pdf)).toEqual([{ ...undated, modificationDate: PLAIN.creationDate }])
  })
  test('none', async () => expect(readAttachments(await print([fakePage(book, ['甲'])], PLAIN))).toEqual([]))
  test.skipIf(!hasProgram('pdfdetach'))('poppler finds it', async () => {
    expect(run('pdfdetach', ['-list', 'FILE'], await printWith([DATA]))).toContain('form.json')
  })
  test('two of one name, or one in PDF/A-2u, are errors of ours', async () => {
    await expect(printWith([DATA, DATA])).rejects.toThrow('one name')
    await expect(printWith([DATA], { conformance: 'PDF/A-2u' })).rejects.toThrow('PDF/A-2u')
  })
})

/** A PDF of these objects, from number 1, the catalog first. */
function pdfOf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  return fromText(`${text}${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`)
}

const stream = (dictionary: string, data: string): string =>
  `<<${dictionary}/Length ${data.length}>>\nstream\n${data}\nendstream`
const withFile = (file: string, names = '<</Names[(a)3 0 R]>>'): Uint8Array =>
  pdfOf([`<</Type/Catalog/Names<</EmbeddedFiles 2 0 R>>>>`, names, '<</Type/Filespec/F(a)/EF<</F 4 0 R>>>>', file])

/** Reads, and gives back the code of the FormError; anything else that is thrown fails the test. */
function faultOf(pdf: Uint8Array): string {
  try {
    readAttachments(pdf)
    return 'none'
  } catch (error) {
    expect(error).toBeInstanceOf(FormError)
    return (error as FormError).diagnostics[0]?.code ?? ''
  }
}

describe('PDFs of others', () => {
  test('what is not said is empty', () => {
    expect(readAttachments(withFile(stream('', 'x')))).toEqual([
      { name: 'a', mimeType: '', bytes: bytesOf('x'), relationship: 'Unspecified', description: '' },
    ])
  })
  test('a file elsewhere is none of it', () =>
    expect(readAttachments(pdfOf(['<</AF[2 0 R]>>', '<</F(a)>>']))).toEqual([]))
})

describe('hostile PDFs end in a clear error', () => {
  const bomb = textOf(zlibSync(new Uint8Array(200_000_000), { level: 9 }))
  test.each([
    ['a stream that inflates without end', withFile(stream('/Filter/FlateDecode', bomb))],
    ['broken deflate', withFile(stream('/Filter/FlateDecode', 'x\x9cgarbage'))],
    ['a filter nobody knows', withFile(stream('/Filter/LZWDecode', 'x'))],
    ['a length beyond the file', withFile('<</Length 99999999>>\nstream\nx\nendstream')],
    ['a length that is itself', withFile('<</Length 4 0 R>>\nstream\nx\nendstream')],
    ['no stream', withFile('<</Length 1>>')],
    ['a name tree that is a loop', withFile('null', '<</Kids[2 0 R 2 0 R]>>')],
    ['50 MB of nothing', new Uint8Array(50_000_000)],
    ['50 MB of brackets', fromText(`%PDF-1.7\n${'<<'.repeat(25_000_000)}`)],
    [
      'a dictionary of 50 MB',
      fromText(`%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<<${'/A'.repeat(25_000_000)}\nstartxref\n9\n%%EOF`),
    ],
    ['empty', new Uint8Array()],
  ])('%s', (_, pdf) => {
    const start = process.cpuUsage().user
    expect(faultOf(pdf)).toMatch(/^pdf-(broken|unsupported)$/)
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(5)
  })

  test('whatever is changed in a sound one: data or a FormError', async () => {
    const pdf = await printWith([DATA])
    const change = fc.record({ at: fc.nat(pdf.length - 1), byte: fc.nat(255), cut: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let changed = pdf.slice()
        for (const { at, byte, cut } of changes) {
          changed[at % changed.length] = byte
          if (cut && at > 100) changed = changed.slice(0, at)
        }
        expect(faultOf(changed)).toMatch(/^(none|pdf-broken|pdf-unsupported)$/)
      }),
      { numRuns: 400 },
    )
  })
})
