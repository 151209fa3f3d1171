/** Attacks that leave every signed byte alone: a reader shows the newest version of each object. */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  foreignChanges,
  readSignatures,
  reserveFields,
  signPdf,
  unsignedRevision,
  verifySignatures,
} from '../../src/sign/index.js'
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
import { catalogOf, dictionaryOf, itemsOf, openPdf, readObject } from '../../src/sign/pdf/open-pdf.js'
import {
  array,
  dictionary,
  name,
  number,
  type PdfDictionary,
  type PdfReference,
  withEntries,
} from '../../src/sign/pdf/value.js'
import { textValue, writeValue } from '../../src/sign/pdf/write-value.js'
import { archiveCopy, plainCopy } from './archive-copy.js'
import { withJudge } from './judges.js'
import { makeKey, now, signerOf } from './keys.js'

withJudge('openssl', 'foreignChanges', () => {
  const signer = signerOf(makeKey('p256', '张三'))
  const time = now()
  const place = { page: 1, x: 20, y: 200, width: 60, height: 20 }
  let signed: Uint8Array
  beforeAll(async () => {
    signed = await signPdf(await plainCopy(), { signer, time, place })
  })

  const attack = (
    pdf: Uint8Array,
    change: (increment: Increment, page: PdfDictionary, at: PdfReference) => void,
  ): Uint8Array => {
    const increment = startIncrement(openPdf(pdf))
    const { page, reference } = findPage(increment.file, 1)!
    change(increment, page, reference)
    return writeIncrement(increment).pdf
  }
  const kinds = (pdf: Uint8Array): readonly string[] => [...new Set(foreignChanges(pdf).map(({ kind }) => kind))].sort()

  it('none in unsigned, signed, twice signed and reserved copies, tagged or not', async () => {
    for (const pdf of [await plainCopy(), await archiveCopy(), await archiveCopy({ kids: true })]) {
      const reserved = reserveFields(pdf, [{ field: 'B', place }])
      const one = await signPdf(reserved, { signer, time, certify: true })
      const two = await signPdf(one, { signer, time, field: 'B' })
      const direct = await signPdf(pdf, { signer, time, place, reserve: [{ field: 'C', place: { ...place, x: 100 } }] })
      for (const sound of [pdf, reserved, one, two, direct]) expect(foreignChanges(sound)).toEqual([])
    }
  })

  it.each<[string, (increment: Increment, page: PdfDictionary, at: PdfReference) => void]>([
    [
      'another text in the place of the page’s',
      (increment, page) =>
        putStream(
          increment,
          page.entries.get('Contents') as PdfReference,
          dictionary({}),
          new TextEncoder().encode('BT ET'),
        ),
    ],
    [
      'a page with other contents',
      (increment, page, at) => {
        const to = reserve(increment)
        putStream(increment, to, dictionary({}), new TextEncoder().encode('BT ET'))
        put(increment, at, withEntries(page, { Contents: to }))
      },
    ],
    [
      'other pages',
      (increment) =>
        put(
          increment,
          increment.file.root,
          withEntries(catalogOf(increment.file), {
            Pages: add(increment, dictionary({ Type: name('Pages'), Kids: array([]), Count: number(0) })),
          }),
        ),
    ],
    [
      'another font',
      (increment, page) => {
        const fonts = dictionaryOf(
          increment.file,
          dictionaryOf(increment.file, page.entries.get('Resources'))!.entries.get('Font'),
        )!
        const font = [...fonts.entries.values()][0] as PdfReference
        put(increment, font, withEntries(dictionaryOf(increment.file, font)!, { Encoding: name('Identity-V') }))
      },
    ],
    [
      'a script that runs on opening',
      (increment) =>
        put(
          increment,
          increment.file.root,
          withEntries(catalogOf(increment.file), { OpenAction: dictionary({ S: name('JavaScript') }) }),
        ),
    ],
    [
      'a signed field with another look',
      (increment) => {
        const at = firstField(increment)
        const field = readObject(increment.file, at.number) as PdfDictionary
        put(increment, at, withEntries(field, { AP: dictionary({ N: add(increment, dictionary({})) }) }))
      },
    ],
  ])('%s', (_, change) => expect(kinds(attack(signed, change))).toEqual(['object', 'unsigned']))

  const firstField = ({ file }: Increment): PdfReference =>
    itemsOf(file, dictionaryOf(file, catalogOf(file).entries.get('AcroForm'))!.entries.get('Fields'))[0] as PdfReference

  it('a note on top of the page', () => {
    const noted = attack(signed, (increment, page, at) => {
      const note = add(
        increment,
        dictionary({ Type: name('Annot'), Subtype: name('FreeText'), Contents: textValue('已批准') }),
      )
      put(
        increment,
        at,
        withEntries(page, { Annots: array([...itemsOf(increment.file, page.entries.get('Annots')), note]) }),
      )
    })
    expect(kinds(noted)).toEqual(['annotation', 'unsigned'])
  })

  it('the same signed by somebody: the change is still seen', async () => {
    const changed = attack(signed, (increment, page) =>
      putStream(
        increment,
        page.entries.get('Contents') as PdfReference,
        dictionary({}),
        new TextEncoder().encode('BT ET'),
      ),
    )
    const resigned = await signPdf(changed, { signer, time })
    expect(
      (await verifySignatures(resigned)).map(({ verdict, coversWholeRevision }) => [verdict, coversWholeRevision]),
    ).toEqual([
      ['intact', true],
      ['intact', true],
    ])
    expect(kinds(resigned)).toEqual(['object', 'unsigned'])
    expect(Buffer.compare(unsignedRevision(resigned), await plainCopy())).toBe(0)
  })

  it('a form with a text field, brought in with the first signature', async () => {
    const pdf = attack(await plainCopy(), (increment) => {
      const field = add(increment, dictionary({ FT: name('Tx'), T: textValue('x') }))
      put(
        increment,
        increment.file.root,
        withEntries(catalogOf(increment.file), { AcroForm: dictionary({ Fields: array([field]) }) }),
      )
    })
    // It was there before anyone signed, so it is part of what is compared as the unsigned revision.
    const one = await signPdf(pdf, { signer, time })
    expect(kinds(one)).toEqual([])
    expect(unsignedRevision(one).length).toBe(pdf.length)
  })

  describe('bytes that belong to no object', () => {
    /** One more revision with one new object; `before` stands in front of it and in no table. */
    const appended = (object: string, before = ''): Uint8Array => {
      const { size, trailer, revisions } = openPdf(signed)
      const at = signed.length + before.length
      const body = `${before}${size} 0 obj\n${object}\n`
      const entry = `${String(at).padStart(10, '0')} 00000 n \n`
      const changed = withEntries(trailer, { Prev: number(revisions.at(-1)!.xref) })
      const table = `xref\n${size} 1\n${entry}trailer\n${writeValue(changed)}\n`
      const end = `startxref\n${signed.length + body.length}\n%%EOF\n`
      return Buffer.concat([signed, Buffer.from(body + table + end, 'latin1')])
    }

    it.each([
      ['a value', '12\nendobj'],
      ['a stream', '<</Length 3>>\nstream\nabc\nendstream\nendobj'],
    ])('none: %s', (_, object) => expect(kinds(appended(object))).toEqual(['unsigned']))

    it.each<[string, string, string?]>([
      ['an object that no table names', '12\nendobj', '1 0 obj\n<<>>\nendobj\n'],
      ['one in a comment', '12\nendobj', '% 1 0 obj\n'],
      ['one behind the last', '12\nendobj\n1 0 obj\n<<>>\nendobj'],
      ['a stream of another length', '<</Length 2>>\nstream\nabc\nendstream\nendobj'],
      ['a stream of no length', '<<>>\nstream\nabc\nendstream\nendobj'],
      ['a stream without its end', '<</Length 3>>\nstream\nabc\nendobj'],
    ])('%s', (_, object, before) => expect(kinds(appended(object, before))).toEqual(['stray', 'unsigned']))
  })

  it('bytes behind the end', () => {
    const longer = Buffer.concat([signed, Buffer.from('% hello\n')])
    expect(kinds(longer)).toEqual(['trailing'])
    expect(readSignatures(longer)[0]).toMatchObject({ coversWholeRevision: true, coversWholeFile: false })
  })

  it('a byte range that leaves out more than the value', () => {
    const text = Buffer.from(signed).toString('latin1')
    const [, length = 0] = readSignatures(signed)[0]!.byteRange
    const narrowed = Buffer.from(text.replace(`[0 ${length} `, `[0 ${length - 1} `), 'latin1')
    expect(readSignatures(narrowed)[0]).toMatchObject({ coversWholeRevision: false })
    expect(kinds(narrowed)).toContain('unsigned')
  })
})
