import { describe, expect, it } from 'vitest'
import { renderForm, type SigningPlace, toMillimetres, verifyCopy } from '../../src/index.js'
import { readSignatures, signPdf, verifySignatures } from '../../src/sign/index.js'
import { findPage } from '../../src/sign/pdf/find-page.js'
import { add } from '../../src/sign/pdf/increment.js'
import { openPdf } from '../../src/sign/pdf/open-pdf.js'
import { array, dictionary, number } from '../../src/sign/pdf/value.js'
import { textValue } from '../../src/sign/pdf/write-value.js'
import { performanceTarget } from '../../templates/index.js'
import { type Desk, type Forgery, forge, rewrite } from '../sign/forge.js'
import { signedByPyHanko, withJudge } from '../sign/judges.js'
import { makeKey, now, signerOf } from '../sign/keys.js'
import { createRandom, mutationsOfSigned } from './support/mutate.js'
import { readSample } from './support/samples.js'

/** The newest version of every object, with one table, as programs save a file under another name. */
const inOneRevision = (pdf: Uint8Array): Uint8Array => {
  const file = openPdf(pdf)
  const text = Buffer.from(pdf).toString('latin1')
  let written = '%PDF-1.7\n'
  const table = ['0000000000 65535 f \n']
  for (let number = 1; number < file.size; number++) {
    const offset = file.revisions.findLast(({ entries }) => entries.has(number))?.entries.get(number)?.offset ?? 0
    table.push(`${String(written.length).padStart(10, '0')} 00000 n \n`)
    written += `${text.slice(offset, text.indexOf('endobj', offset))}endobj\n`
  }
  const root = `/Root ${file.root.number} 0 R /Size ${file.size}`
  const end = `trailer\n<<${root}>>\nstartxref\n${written.length}\n%%EOF\n`
  return Buffer.from(`${written}xref\n0 ${file.size}\n${table.join('')}${end}`, 'latin1')
}

withJudge('openssl', 'a signed copy', () => {
  const time = now()
  const handler = signerOf(makeKey('p256', '李明'))
  const key = makeKey('rsa', '王刚')
  const responsible = signerOf(key)
  const print = () => renderForm(performanceTarget, readSample('04-small-business-upgrade.json'), { copy: 'final' })
  type Printed = Awaited<ReturnType<typeof print>>

  const placeOf = ({ pages }: Printed, name: string) => {
    const page = toMillimetres(pages).find(({ places }) => places?.some((place) => place.name === name))!
    const place = page.places!.find((one) => one.name === name) as SigningPlace
    const { x, y, width, height } = place
    return { page: page.number, x, y, width, height }
  }
  const signTwice = async (printed: Printed) => {
    const reserve = [{ field: 'responsible', place: placeOf(printed, 'responsible') }]
    const once = await signPdf(printed.pdf, {
      signer: handler,
      time,
      place: placeOf(printed, 'handler'),
      field: 'handler',
      reserve,
    })
    return signPdf(once, { signer: responsible, time, field: 'responsible' })
  }

  it('by two people, at their places, is reproduced', async () => {
    const printed = await print()
    const signed = await signTwice(printed)
    expect((await verifySignatures(signed)).map(({ verdict }) => verdict)).toEqual(['intact', 'intact'])
    expect(await verifyCopy(signed, { expectedCode: printed.code! })).toMatchObject({
      verdict: 'reproduced',
      signatures: 2,
    })
  })

  it('whose unsigned part was changed is found', async () => {
    const { pdf } = await print()
    const other = await renderForm(
      performanceTarget,
      { ...readSample('04-small-business-upgrade.json'), plan: '另一个计划' },
      { copy: 'final' },
    )
    const mixed = pdf.slice()
    mixed[pdf.indexOf(0x80) + 10]! ^= 1
    expect((await verifyCopy(await signPdf(mixed, { signer: handler, time }))).verdict).not.toBe('reproduced')
    const resigned = await signPdf(other.pdf, { signer: handler, time })
    expect(await verifyCopy(resigned, { expectedCode: (await print()).code! })).toMatchObject({ verdict: 'other-code' })
  })

  it.each([
    ['the grid', { page: 1, x: 100, y: 60, width: 60, height: 20 }],
    ['the title', { page: 1, x: 80, y: 17, width: 40, height: 8 }],
    ['the verification code', { page: 2, x: 80, y: 280, width: 60, height: 8 }],
    ['the QR code', { page: 2, x: 180, y: 276, width: 20, height: 20 }],
  ])('whose signature covers %s is found', async (_, place) => {
    const { pdf } = await print()
    const verdict = await verifyCopy(await signPdf(pdf, { signer: handler, time, place }))
    expect(verdict).toMatchObject({ verdict: 'altered', reasons: [expect.stringContaining('签名盖住了')] })
  })

  describe('whose signature brings something else along is found', () => {
    const indirect = ({ increment }: Desk, box: readonly number[]) => ({
      Rect: array(box.map((side) => add(increment, number(side)))),
    })
    const inGrid = [470, 680, 550, 700] as const
    const information = ({ increment }: Desk) => add(increment, dictionary({ Title: textValue('作废') }))
    it.each<[string, Forgery, string]>([
      [
        'a box of numbers that are objects',
        { rectangle: inGrid, widget: (desk) => indirect(desk, inGrid) },
        '签名盖住了表格或文字',
      ],
      ['a box that cannot be read', { widget: () => ({ Rect: array([]) }) }, '签名域带有签名以外的内容或动作'],
      ['an action', { widget: () => ({ AA: dictionary({}) }) }, '签名域带有签名以外的内容或动作'],
      ['another title', { trailer: (desk) => ({ Info: information(desk) }) }, '换掉了文件信息、目录或标识'],
    ])('%s', async (_, forgery, reason) => {
      const { pdf } = await print()
      const forged = await forge(pdf, handler, { rectangle: [0, 0, 0, 0], ...forgery })
      expect((await verifySignatures(forged)).map(({ verdict }) => verdict)).toEqual(['intact'])
      expect(await verifyCopy(forged)).toMatchObject({ verdict: 'altered', reasons: [expect.stringContaining(reason)] })
    })

    it('a widget that no page lists', async () => {
      const { pdf } = await print()
      const change = (desk: Desk) => rewrite(desk, findPage(desk.increment.file, 1)!.reference, { Annots: array([]) })
      const verdict = await verifyCopy(await forge(pdf, handler, { rectangle: inGrid, change }))
      expect(verdict).toMatchObject({ verdict: 'altered', reasons: [expect.stringContaining('签名盖住了')] })
    })
  })

  it('may be signed in the white of the page and over the signature line', async () => {
    const printed = await print()
    for (const place of [placeOf(printed, 'seal'), { page: 2, x: 60, y: 250, width: 60, height: 20 }]) {
      expect(await verifyCopy(await signPdf(printed.pdf, { signer: handler, time, place }))).toMatchObject({
        verdict: 'reproduced',
        signatures: 1,
      })
    }
  })

  withJudge('pyHanko', 'pyHanko', () => {
    // With elliptic curves it says that the file is of PDF 2.0 with an extension for them.
    it.each([
      ['RSA', key],
      ['ECDSA P-521', makeKey('p521', '郑十')],
    ])('may sign it too, by %s', async (_, key) => {
      const { pdf } = await print()
      const signed = signedByPyHanko(pdf, key, [60, 8, 160, 20])
      const verdicts = await Promise.all(
        Object.entries(signed).map(async ([name, one]) => [name, await verifyCopy(one)] as const),
      )
      expect(
        verdicts.map(([name, { verdict, reasons }]) => [name, verdict, verdict === 'reproduced' ? [] : reasons]),
      ).toEqual(Object.keys(signed).map((name) => [name, 'reproduced', []]))
    })
  })

  it('that another program wrote anew in one revision is altered, and is not called no PDF', async () => {
    const whole = inOneRevision(await signTwice(await print()))
    expect(readSignatures(whole)[0]?.revision).toBe(0)
    const { verdict, reasons } = await verifyCopy(whole)
    expect(verdict).toBe('altered')
    expect(reasons.join()).toContain('另存')
    expect(reasons.join()).not.toContain('不是PDF')
  })

  it('is found when a byte of a signature is changed, wherever it stands', async () => {
    const signed = await signTwice(await print())
    const [start, length, end] = readSignatures(signed)[0]!.byteRange
    for (let at = start + length; at < end; at += 499) {
      const mutated = Uint8Array.from(signed, (byte, index) => (index === at ? byte ^ 0x20 : byte))
      expect((await verifyCopy(mutated)).verdict).toBe('altered')
    }
  })

  it('whose appended objects cannot be read any more is altered, and nothing is thrown', async () => {
    const printed = await print()
    const signed = await signTwice(printed)
    const brackets = [...signed.keys()].filter(
      (at) => at > printed.pdf.length && (signed[at] === 0x5b || signed[at] === 0x5d),
    )
    expect(brackets.length).toBeGreaterThan(10)
    for (const at of brackets.filter((_, index) => index % Math.ceil(brackets.length / 30) === 0)) {
      const broken = Uint8Array.from(signed)
      broken[at] = 0x7d
      expect((await verifyCopy(broken)).verdict).not.toBe('reproduced')
    }
  })

  describe('after any mutation', () => {
    const names = Object.keys(mutationsOfSigned)
    it.each(names)('%s: is not accepted', async (name) => {
      const signed = await signTwice(await print())
      for (let round = 0; round < 12; round++) {
        const mutated = mutationsOfSigned[name]!(signed, createRandom(77 * round + names.indexOf(name)))
        expect((await verifyCopy(mutated)).verdict).not.toBe('reproduced')
      }
    })
  })
})
