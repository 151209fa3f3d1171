/** Increments that are signed to the last byte and bring more than a signature. */
import { expect, it } from 'vitest'
import { foreignChanges, reserveFields, signPdf, verifySignatures } from '../../src/sign/index.js'
import { findPage } from '../../src/sign/pdf/find-page.js'
import { add, putStream, reserve } from '../../src/sign/pdf/increment.js'
import { catalogOf, dictionaryOf, itemsOf, openPdf } from '../../src/sign/pdf/open-pdf.js'
import {
  array,
  dictionary,
  name,
  number,
  type PdfReference,
  type PdfValue,
  reference,
} from '../../src/sign/pdf/value.js'
import { textValue } from '../../src/sign/pdf/write-value.js'
import { archiveCopy, plainCopy } from './archive-copy.js'
import { type Desk, type Forgery, forge, rewrite } from './forge.js'
import { withJudge } from './judges.js'
import { makeKey, now, signerOf } from './keys.js'

withJudge('openssl', 'forged increments', () => {
  const signer = signerOf(makeKey('p256', '张三'))
  const kinds = (pdf: Uint8Array): readonly string[] => [...new Set(foreignChanges(pdf).map(({ kind }) => kind))].sort()
  const kindsOf = async (pdf: Uint8Array, forgery: Forgery): Promise<readonly string[]> => {
    const forged = await forge(pdf, signer, forgery)
    expect((await verifySignatures(forged)).map(({ verdict, coversWholeFile }) => [verdict, coversWholeFile])).toEqual([
      ['intact', true],
    ])
    return kinds(forged)
  }

  const numbers = (...all: readonly number[]): PdfValue => array(all.map((one) => number(one)))
  const script = dictionary({ S: name('JavaScript'), JS: textValue('app.alert(1)') })
  const look = (changes: Readonly<Record<string, PdfValue>>) =>
    (({ increment }: Desk) => {
      const form = reserve(increment)
      const data = { Subtype: name('Form'), BBox: numbers(0, 0, 100, 40), ...changes }
      putStream(increment, form, dictionary(data), new Uint8Array())
      return { AP: dictionary({ N: form }) }
    }) satisfies Forgery['widget']
  const catalog = ({ increment }: Desk): PdfReference => increment.file.root
  const ISO32002 = {
    Type: name('DeveloperExtensions'),
    BaseVersion: name('2.0'),
    ExtensionLevel: number(32002),
    ExtensionRevision: textValue(':2022'),
    URL: textValue('https://www.iso.org/standard/45875.html'),
  }
  /** Of a second signer, with a name of its own, in a document that has a signature. */
  const laterKinds = async (pdf: Uint8Array, change: NonNullable<Forgery['change']>): Promise<readonly string[]> => {
    const widget = () => ({ T: textValue('B'), TU: textValue('B') })
    return kinds(await forge(pdf, signer, { rectangle: [0, 0, 0, 0], widget, change }))
  }
  const formOf = (desk: Desk): PdfReference => {
    // It was added by this increment, as the one object that lists fields.
    const [at] = [...desk.increment.objects].find(([, { body }]) => body.includes('/Fields ')) ?? []
    return reference(at!)
  }

  it('with nothing else are signatures, tagged or not', async () => {
    for (const pdf of [await plainCopy(), await archiveCopy(), await archiveCopy({ kids: true })])
      expect(await kindsOf(pdf, {})).toEqual([])
  })

  it.each<[string, NonNullable<Forgery['widget']>]>([
    [
      'a box of numbers that are objects',
      ({ increment }) => ({ Rect: array([60, 60, 160, 100].map((side) => add(increment, number(side)))) }),
    ],
    ['no zoom and no rotation of what is nowhere', () => ({ Rect: numbers(0, 0, 0, 0), F: number(156) })],
    [
      'what pdfsig writes',
      () => ({ DA: textValue('/F 0 Tf'), M: textValue('D:2026'), Border: numbers(0, 0, 0), AS: name('N') }),
    ],
    [
      'what pyHanko writes',
      () => ({ Lock: dictionary({ Type: name('SigFieldLock'), Action: name('All'), P: number(2) }) }),
    ],
    [
      'what Acrobat writes',
      look({ FormType: number(1), Matrix: numbers(1, 0, 0, 1, 0, 0), Resources: dictionary({}) }),
    ],
  ])('with %s are signatures', async (_, widget) => expect(await kindsOf(await plainCopy(), { widget })).toEqual([]))

  it.each<[string, NonNullable<Forgery['widget']>]>([
    ['a box of three numbers', () => ({ Rect: numbers(60, 60, 160) })],
    ['a box of names', () => ({ Rect: array(['a', 'b', 'c', 'd'].map(name)) })],
    ['a box that is nowhere to be found', () => ({ Rect: reference(9000) })],
    ['a script under the mouse', () => ({ AA: dictionary({ E: script }) })],
    ['a link', () => ({ A: dictionary({ S: name('URI'), URI: textValue('http://evil.example/') }) })],
    ['words for reading aloud', () => ({ TU: textValue('本表已作废') })],
    [
      'words for reading aloud that are an object',
      ({ increment }) => ({ TU: add(increment, textValue('本表已作废')) }),
    ],
    ['words of an annotation', () => ({ Contents: textValue('本表已作废') })],
    ['a layer', () => ({ OC: dictionary({ Type: name('OCG'), Name: textValue('x') }) })],
    ['a caption', () => ({ MK: dictionary({ CA: textValue('本表已作废') }) })],
    ['a kid', ({ increment }) => ({ Kids: array([add(increment, dictionary({ Subtype: name('Widget') }))]) })],
    ['a size that does not follow the zoom', () => ({ F: number(132 | 8) })],
    ['flags that are an object', ({ increment }) => ({ F: add(increment, number(8)) })],
    [
      'a look for the mouse',
      (desk) => ({ AP: dictionary({ N: look({})(desk).AP.entries.get('N')!, D: desk.signature }) }),
    ],
    ['looks of several states', (desk) => ({ AP: dictionary({ N: look({})(desk).AP }), AS: name('N') })],
    ['a look that is no stream', ({ increment }) => ({ AP: dictionary({ N: add(increment, dictionary({})) }) })],
    ['a look that is not there yet', () => ({ AP: dictionary({ N: reference(9000) }) })],
    ['a look without an area', look({ BBox: numbers(0, 0, 0, 0) })],
    ['a look whose area cannot be read', look({ BBox: numbers(0, 0, 100) })],
    ['a look turned into nothing', look({ Matrix: numbers(1, 1, 1, 1, 0, 0) })],
    ['a look that is a page of another file', look({ Ref: dictionary({ F: textValue('x.pdf'), Page: number(0) }) })],
    ['an entry that nobody knows', () => ({ Tomorrow: name('Yes') })],
  ])('with %s bring a field that is more', async (_, widget) =>
    expect(await kindsOf(await plainCopy(), { widget })).toEqual(['field']),
  )

  it.each<[string, (desk: Desk) => void]>([
    [
      'looks that a reader shall draw',
      (desk) => rewrite(desk, formOf(desk), { NeedAppearances: { kind: 'atom', text: 'true' } }),
    ],
    ['another kind of form', (desk) => rewrite(desk, formOf(desk), { XFA: textValue('<xdp/>') })],
    [
      'a field that is no object',
      (desk) =>
        rewrite(desk, formOf(desk), {
          Fields: array([desk.widget, dictionary({ FT: name('Tx'), T: textValue('x') })]),
        }),
    ],
    [
      'a field that is not there yet',
      (desk) => rewrite(desk, formOf(desk), { Fields: array([desk.widget, reference(9000)]) }),
    ],
    [
      'a text field',
      (desk) =>
        rewrite(desk, formOf(desk), {
          Fields: array([desk.widget, add(desk.increment, dictionary({ FT: name('Tx'), T: textValue('x') }))]),
        }),
    ],
  ])('with %s bring a field that is more', async (_, change) =>
    expect(await kindsOf(await plainCopy(), { change })).toEqual(['field']),
  )

  it.each<[string, (desk: Desk) => void]>([
    ['that is not there yet', (desk) => annotate(desk, array([desk.widget, reference(9000)]))],
    ['that is no object', (desk) => annotate(desk, array([desk.widget, dictionary({ Subtype: name('FreeText') })]))],
    ['in no list', (desk) => annotate(desk, dictionary({ Subtype: name('FreeText') }))],
    ['that says it is on another page', (desk) => rewrite(desk, desk.widget, { P: catalog(desk) })],
  ])('with an annotation %s', async (_, change) =>
    expect(await kindsOf(await plainCopy(), { change })).toEqual(['annotation']),
  )
  const annotate = (desk: Desk, list: PdfValue): void =>
    rewrite(desk, findPage(desk.increment.file, 1)!.reference, { Annots: list })

  it.each<[string, (desk: Desk) => void]>([
    [
      'another order of the tab key',
      (desk) => rewrite(desk, findPage(desk.increment.file, 1)!.reference, { Tabs: name('R') }),
    ],
    [
      'a certification that is no signature',
      (desk) => rewrite(desk, catalog(desk), { Perms: dictionary({ DocMDP: desk.widget }) }),
    ],
    ['rights of another kind', (desk) => rewrite(desk, catalog(desk), { Perms: dictionary({ UR3: desk.signature }) })],
    [
      'an extension that says something',
      (desk) => rewrite(desk, catalog(desk), { Extensions: dictionary({ ADBE: dictionary({ URL: textValue('x') }) }) }),
    ],
    [
      'an extension that says something in a list',
      (desk) =>
        rewrite(desk, catalog(desk), {
          Extensions: dictionary({ ISO_: array([dictionary({ ...ISO32002, URL: textValue('本表已作废') })]) }),
        }),
    ],
    ['a version of PDF that nobody knows', (desk) => rewrite(desk, catalog(desk), { Version: name('9.9') })],
    ['a version that is no name', (desk) => rewrite(desk, catalog(desk), { Version: number(2) })],
  ])('with %s', async (_, change) => expect(await kindsOf(await archiveCopy(), { change })).toEqual(['object']))

  it('with the extension that PAdES names are signatures', async () => {
    const level = { BaseVersion: name('1.7'), ExtensionLevel: number(2) }
    const change = (desk: Desk): void =>
      rewrite(desk, catalog(desk), { Extensions: dictionary({ ESIC: dictionary(level) }) })
    expect(await kindsOf(await archiveCopy(), { change })).toEqual([])
  })

  it('with the version and the extension that elliptic curves are part of are signatures', async () => {
    const change = (desk: Desk): void =>
      rewrite(desk, catalog(desk), {
        Version: name('2.0'),
        Extensions: dictionary({ ISO_: array([dictionary(ISO32002)]) }),
      })
    const one = await forge(await archiveCopy(), signer, { change })
    expect(kinds(one)).toEqual([])
    // A second signer adds to the list, or takes something from it.
    const again = (...extensions: readonly PdfValue[]): Promise<readonly string[]> =>
      laterKinds(one, (desk) => rewrite(desk, catalog(desk), { Extensions: dictionary({ ISO_: array(extensions) }) }))
    const digests = dictionary({ ...ISO32002, ExtensionLevel: number(32001) })
    expect(await again(dictionary(ISO32002), digests)).toEqual([])
    expect(await again(digests)).toEqual(['object'])
    expect(await again()).toEqual(['object'])
    expect(await laterKinds(one, (desk) => rewrite(desk, catalog(desk), { Version: name('1.4') }))).toEqual(['object'])
  })

  it.each<[string, NonNullable<Forgery['trailer']>]>([
    [
      'other document information',
      ({ increment }) => ({ Info: add(increment, dictionary({ Title: textValue('作废') })) }),
    ],
    ['another identity', () => ({ ID: array([textValue('x'), textValue('x')]) })],
  ])('with %s', async (_, trailer) => expect(await kindsOf(await archiveCopy(), { trailer })).toEqual(['trailer']))

  const structureOf = ({ increment: { file } }: Desk) => {
    const root = catalogOf(file).entries.get('StructTreeRoot') as PdfReference
    const { entries } = dictionaryOf(file, root)!
    const document = entries.get('K') as PdfReference
    return { root, document, tree: entries.get('ParentTree') as PdfReference }
  }
  /** Hangs one more element under the document. */
  const hang = (desk: Desk, changes: Readonly<Record<string, PdfValue>>): void => {
    const { document } = structureOf(desk)
    const element = {
      S: name('Form'),
      P: document,
      K: dictionary({ Type: name('OBJR'), Obj: desk.widget }),
      ...changes,
    }
    const kids = itemsOf(desk.increment.file, dictionaryOf(desk.increment.file, document)!.entries.get('K'))
    const before = kids.length > 0 ? kids : [dictionaryOf(desk.increment.file, document)!.entries.get('K')!]
    rewrite(desk, document, { K: array([...before, add(desk.increment, dictionary(element))]) })
  }

  it.each<[string, (desk: Desk) => void]>([
    ['a paragraph that only the blind are told', (desk) => hang(desk, { S: name('P'), ActualText: textValue('更正') })],
    ['a form with words of its own', (desk) => hang(desk, { Alt: textValue('更正') })],
    ['a form of nothing', (desk) => hang(desk, { K: array([]) })],
    ['a form of a page', (desk) => hang(desk, { K: dictionary({ Type: name('OBJR'), Obj: desk.signature }) })],
    ['a form that stands elsewhere', (desk) => hang(desk, { P: structureOf(desk).root })],
    [
      'an element that was there',
      (desk) => {
        const { document, root } = structureOf(desk)
        rewrite(desk, root, { K: array([document, document]) })
      },
    ],
    ['keys that lead elsewhere', (desk) => rewrite(desk, structureOf(desk).tree, { Nums: numbers(0, 0) })],
    [
      'a key more',
      (desk) =>
        rewrite(desk, structureOf(desk).tree, {
          Nums: array([
            ...itemsOf(
              desk.increment.file,
              dictionaryOf(desk.increment.file, structureOf(desk).tree)!.entries.get('Nums'),
            ),
            number(7),
            structureOf(desk).document,
          ]),
        }),
    ],
    [
      'another tree of keys',
      (desk) =>
        rewrite(desk, structureOf(desk).root, { ParentTree: add(desk.increment, dictionary({ Nums: array([]) })) }),
    ],
  ])('with %s', async (_, change) => expect(await kindsOf(await archiveCopy(), { change })).toContain('structure'))

  it('with a leaf of keys that claims all of them', async () => {
    const change = (desk: Desk): void => {
      const { tree } = structureOf(desk)
      const [leaf] = itemsOf(desk.increment.file, dictionaryOf(desk.increment.file, tree)!.entries.get('Kids'))
      const false_ = add(desk.increment, dictionary({ Limits: numbers(0, 9), Nums: array([]) }))
      rewrite(desk, tree, { Kids: array([leaf!, false_]) })
    }
    expect(await kindsOf(await archiveCopy({ kids: true }), { change })).toEqual(['structure'])
  })

  it('that fill a waiting field with another look are found', async () => {
    const reserved = reserveFields(await plainCopy(), [
      { field: 'A', place: { page: 1, x: 20, y: 200, width: 60, height: 20 } },
    ])
    const first = await signPdf(reserved, { signer, time: now() })
    const file = openPdf(first)
    const form = dictionaryOf(file, catalogOf(file).entries.get('AcroForm'))!
    const waiting = itemsOf(file, form.entries.get('Fields'))[0] as PdfReference
    const filledWith = async (changes: Readonly<Record<string, PdfValue>>): Promise<readonly string[]> => {
      const forgery: Forgery = {
        rectangle: [0, 0, 0, 0],
        widget: () => ({ T: textValue('B'), TU: textValue('B') }),
        change: (desk) => rewrite(desk, waiting, { ...look(changes)(desk), V: desk.signature }),
      }
      return kinds(await forge(first, signer, forgery))
    }
    expect(await filledWith({ BBox: numbers(0, 0, 0, 0) })).toEqual(['field'])
    expect(await filledWith({})).toEqual([])
  })
})
