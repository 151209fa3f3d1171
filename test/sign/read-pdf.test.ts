/** Reading PDFs that are not what they seem: an answer or a FormError, soon. */
import { describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { findFields } from '../../src/sign/find-fields.js'
import { foreignChanges, readSignatures, reserveFields, signPdf, unsignedRevision } from '../../src/sign/index.js'
import { findPage } from '../../src/sign/pdf/find-page.js'
import { add, type Increment, put, startIncrement, writeIncrement } from '../../src/sign/pdf/increment.js'
import { openPdf } from '../../src/sign/pdf/open-pdf.js'
import { parseValue } from '../../src/sign/pdf/parse-value.js'
import { array, dictionary, name, number, type PdfValue, withEntries } from '../../src/sign/pdf/value.js'
import { writeValue } from '../../src/sign/pdf/write-value.js'
import { plainCopy } from './archive-copy.js'
import { withJudge } from './judges.js'
import { codeOf, makeKey, now, signerOf } from './keys.js'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')
const read = (pdf: Uint8Array): unknown => [readSignatures(pdf), unsignedRevision(pdf).length, foreignChanges(pdf)]
const orFormError = (pdf: Uint8Array): 'read' | 'refused' => {
  try {
    read(pdf)
    return 'read'
  } catch (error) {
    if (error instanceof FormError) return 'refused'
    throw error
  }
}

describe('values', () => {
  it.each([
    ['<</A 1/B(x)>>', '<<\n/A 1\n/B <78>\n>>'],
    ['[1 0 R 2 3 0 R true null -.5 +7]', '[1 0 R 2 3 0 R true null -.5 +7]'],
    ['(a\\(b\\)(c)\\\\\\n\\101\\\r\n)', '<6128622928632 95C0A41>'.replace(' ', '')],
    ['<48 65 6>', '<486560>'],
    ['/A#20B#2F', '/A#20B#2F'],
    ['% a comment\n 12', '12'],
    ['<</K<</L[<</M()>>]>>>>', '<<\n/K <<\n/L [<<\n/M <>\n>>]\n>>\n>>'],
  ])('%s', (text, written) => expect(writeValue(parseValue(bytes(text), 0).value)).toBe(written))

  it.each([
    '',
    '<<',
    '<</A',
    '<</A 1',
    '<<1 2>>',
    '(',
    '(()',
    '<',
    '<zz>',
    '[',
    '[1',
    'endobj',
    '<</A 1/A 2>>',
    '['.repeat(100_000),
    '<<'.repeat(100_000),
    `[${'1 '.repeat(300_000)}]`,
  ])('refused: %.20s', (text) => expect(() => parseValue(bytes(text), 0)).toThrow(FormError))
})

describe('files that are no PDF of ours', () => {
  it('that list an object twice are refused: readers differ in which one they take', async () => {
    const head = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'
    const listed = '1 1\n0000000009 00000 n \n'
    const file = (table: string): Uint8Array =>
      bytes(`${head}xref\n${table}trailer\n<</Root 1 0 R>>\nstartxref\n${head.length}\n%%EOF\n`)
    expect(readSignatures(file(listed))).toEqual([])
    expect(await codeOf(() => readSignatures(file(listed + listed)))).toBe('pdf-broken')
  })

  it.each([
    ['nothing', '', 'pdf-broken'],
    ['text', 'hello', 'pdf-broken'],
    ['a head only', '%PDF-1.7\n', 'pdf-broken'],
    [
      'a cross-reference stream',
      '%PDF-1.7\n1 0 obj\n<</Type /XRef>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF',
      'pdf-unsupported/xref-stream',
    ],
    ['a startxref into nothing', '%PDF-1.7\nstartxref\n9999999\n%%EOF', 'pdf-broken'],
    ['no root', '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF', 'pdf-broken'],
    [
      'encrypted',
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R /Encrypt 2 0 R>>\nstartxref\n9\n%%EOF',
      'pdf-unsupported/encrypted',
    ],
    [
      'hybrid',
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R /XRefStm 5>>\nstartxref\n9\n%%EOF',
      'pdf-unsupported/hybrid',
    ],
    [
      'a section before itself',
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R /Prev 9>>\nstartxref\n9\n%%EOF',
      'pdf-unsupported/linearized',
    ],
    [
      'a table out of its revision',
      '%PDF-1.7\nxref\n0 2\n0000000000 65535 f \n0000000900 00000 n \ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF',
      'pdf-broken',
    ],
    [
      'a table without end',
      '%PDF-1.7\nxref\n0 9999999999\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF',
      'pdf-broken',
    ],
  ])('%s', async (_, text, code) => expect(await codeOf(() => readSignatures(bytes(text)))).toBe(code))

  it('trees that are loops', () => {
    const object = (number: number, body: string): string => `${number} 0 obj\n${body}\nendobj\n`
    const file = (...bodies: readonly string[]): Uint8Array => {
      let text = '%PDF-1.7\n'
      const offsets = bodies.map((body, index) => {
        const at = text.length
        text += object(index + 1, body)
        return `${String(at).padStart(10, '0')} 00000 n \n`
      })
      return bytes(
        `${text}xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
      )
    }
    const pages = file(
      '<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [3 0 R]>>>>',
      '<</Type /Pages /Kids [2 0 R 2 0 R]>>',
      '<</T (a) /FT /Sig /Kids [3 0 R 3 0 R]>>',
    )
    expect(orFormError(pages)).toBe('refused')
    const self = file('<</Type /Catalog /AcroForm 2 0 R>>', '2 0 R')
    expect(orFormError(self)).toBe('refused')
  })
})

describe('50 MB', () => {
  const LARGE = 50_000_000
  const soon = (pdf: Uint8Array): string => {
    const start = performance.now()
    const verdict = orFormError(pdf)
    // Seconds would be a hang; a busy machine gets them all the same.
    return performance.now() - start < 20_000 ? verdict : 'late'
  }
  const filled = (head: string, filling: string, tail: string): Uint8Array => {
    const pdf = Buffer.alloc(LARGE, filling, 'latin1')
    pdf.write(head, 0, 'latin1')
    pdf.write(tail, LARGE - tail.length, 'latin1')
    return pdf
  }
  it.each([
    ['zeros', filled('', '\0', '')],
    ['brackets', filled('%PDF-1.7\n', '[', '\nstartxref\n9\n%%EOF\n')],
    ['dictionaries', filled('%PDF-1.7\nxref\n0 0\ntrailer\n', '<<', '\nstartxref\n9\n%%EOF\n')],
    ['an open string', filled('%PDF-1.7\nxref\n0 0\ntrailer\n<</A (', 'x', '\nstartxref\n9\n%%EOF\n')],
    ['an open hex string', filled('%PDF-1.7\nxref\n0 0\ntrailer\n<</A <', '0', '\nstartxref\n9\n%%EOF\n')],
    ['spaces', filled('%PDF-1.7\nxref\n', ' ', '\nstartxref\n9\n%%EOF\n')],
    ['comments', filled('%PDF-1.7\nxref\n', '%', '\nstartxref\n9\n%%EOF\n')],
    ['sections of nothing', filled('%PDF-1.7\nxref\n', '0 0\n', '\nstartxref\n9\n%%EOF\n')],
    ['startxref over and over', filled('%PDF-1.7\n', 'startxref\n9\n', '%%EOF\n')],
    ['a name without end', filled('%PDF-1.7\nxref\n0 0\ntrailer\n<</', 'x', '\nstartxref\n9\n%%EOF\n')],
    ['entries without end', filled('%PDF-1.7\nxref\n0 2499990\n', '0000000000 00000 f \n', '\nstartxref\n9\n%%EOF\n')],
  ])('of %s are refused soon', (_, pdf) => expect(soon(pdf)).toBe('refused'))
  it('more than can be is refused at once', async () =>
    expect(await codeOf(() => readSignatures(new Uint8Array(65_000_000)))).toBe('pdf-broken'))
})

withJudge('openssl', 'signed files, damaged', () => {
  const signer = signerOf(makeKey('rsa', '张三'))
  const time = now()
  const place = { page: 1, x: 20, y: 200, width: 60, height: 20 }

  it('cut off anywhere, or with any byte changed, they are read or refused', async () => {
    const signed = await signPdf(await signPdf(await plainCopy(), { signer, time, place }), { signer, time })
    expect(orFormError(signed)).toBe('read')
    for (let length = 0; length < signed.length - 2; length += 397) orFormError(signed.subarray(0, length))
    for (let index = 0; index < 500; index++) {
      const copy = signed.slice()
      const at = (index * 104_729) % copy.length
      copy[at] = (copy[at] ?? 0) ^ (1 + (index % 255))
      orFormError(copy)
    }
  })

  it('a large file is signed', async () => {
    const plain = latin(await plainCopy())
    const xref = Number(/startxref\n(\d+)/.exec(plain)?.[1])
    // Forty megabytes of a comment between the objects and their table.
    const moved = `${plain.slice(0, xref)}%${'x'.repeat(40_000_000)}\n${plain.slice(xref).replace(/startxref\n\d+/, `startxref\n${xref + 40_000_002}`)}`
    const pdf = Buffer.from(moved, 'latin1')
    const signed = await signPdf(pdf, { signer, time })
    expect(readSignatures(signed)[0]?.coversWholeFile).toBe(true)
  })
})

withJudge('openssl', 'values that are objects of their own', () => {
  const signer = signerOf(makeKey('p256', '张三'))
  const place = { page: 1, x: 20, y: 200, width: 60, height: 20 }
  const time = now()
  const withPage = async (changes: (increment: Increment) => Record<string, PdfValue>): Promise<Uint8Array> => {
    const increment = startIncrement(openPdf(await plainCopy()))
    const { page, reference } = findPage(increment.file, 1)!
    put(increment, reference, withEntries(page, changes(increment)))
    return writeIncrement(increment).pdf
  }

  it('are read: the box and the turn of a page', async () => {
    const numbers = (increment: Increment) => array([0, 0, 595, 842].map((side) => add(increment, number(side))))
    const boxed = await withPage((increment) => ({ MediaBox: numbers(increment) }))
    expect(findPage(openPdf(boxed), 1)?.box).toEqual([0, 0, 595, 842])
    const turned = await withPage((increment) => ({ Rotate: add(increment, number(90)) }))
    expect(await codeOf(signPdf(turned, { signer, time, place }))).toBe('pdf-unsupported/rotated')
  })

  it('are refused where they cannot be read: the turn of a page, the box of a waiting field', async () => {
    const odd = await withPage(() => ({ Rotate: name('Left') }))
    expect(await codeOf(signPdf(odd, { signer, time }))).toBe('pdf-broken')
    const increment = startIncrement(openPdf(reserveFields(await plainCopy(), [{ field: 'A', place }])))
    const { reference, field } = findFields(increment.file).signatures[0]!
    put(increment, reference, withEntries(field, { Rect: array([]) }))
    expect(await codeOf(signPdf(writeIncrement(increment).pdf, { signer, time, field: 'A' }))).toBe('pdf-broken')
  })

  it('are read: what a certification permits', async () => {
    const certified = await signPdf(await plainCopy(), { signer, time, certify: true })
    const permitting = (value: (increment: Increment) => PdfValue): Uint8Array => {
      const increment = startIncrement(openPdf(certified))
      const { signature, signatureReference } = findFields(increment.file).signatures[0]!
      const parameters = dictionary({ TransformParams: dictionary({ P: value(increment) }) })
      put(increment, signatureReference!, withEntries(signature!, { Reference: array([parameters]) }))
      return writeIncrement(increment).pdf
    }
    const codes = [(increment: Increment) => add(increment, number(1)), () => name('All')].map((value) =>
      codeOf(signPdf(permitting(value), { signer, time })),
    )
    expect(await Promise.all(codes)).toEqual(['certified/closed', 'pdf-broken'])
  })
})
