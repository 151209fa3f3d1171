/** What other people's programs say of our signatures: poppler (NSS), pyHanko, qpdf, veraPDF. */
import { expect, it } from 'vitest'
import { renderForm } from '../../src/index.js'
import { readSignatures, reserveFields, signPdf, verifySignatures } from '../../src/sign/index.js'
import { performanceTarget } from '../../templates/index.js'
import sample from '../../templates/performance-target/samples/15-long-narratives.json' with { type: 'json' }
import { layOut, parseSample, print as printArchived, withData } from '../archive/print-archived.js'
import { judge, withVeraPdf } from '../archive/verapdf.js'
import { archiveCopy, plainCopy } from './archive-copy.js'
import { pdfsigVerdicts, pyHankoVerdicts, qpdfFaults, withJudge } from './judges.js'
import { makeKey, makePssKey, now, signerOf } from './keys.js'

withJudge('openssl', 'judged signatures', () => {
  const time = now()
  const rsa = signerOf(makeKey('rsa', '张三'))
  const pss = { ...signerOf(makeKey('rsa', '赵六'), 'pss') }
  const p256 = signerOf(makeKey('p256', '李四'))
  const p384 = signerOf(makeKey('p384', '王五'))
  const p521 = signerOf(makeKey('p521', '郑十'))
  const trusted = [rsa, pss, p256, p384, p521].map(({ certificates }) => certificates[0] as Uint8Array)
  const left = { page: 1, x: 20, y: 255, width: 60, height: 20 }
  const right = { ...left, x: 110 }

  const print = async (): Promise<Uint8Array> => (await renderForm(performanceTarget, sample as never)).pdf
  const twice = async (): Promise<readonly [Uint8Array, Uint8Array]> => {
    const one = await signPdf(await print(), {
      signer: rsa,
      time,
      reason: '同意',
      place: left,
      certify: true,
      reserve: [{ field: '经办人', place: { ...right, page: 2 } }],
    })
    return [one, await signPdf(one, { signer: p256, time, field: '经办人', name: '李四（代）' })]
  }
  /** The same with less to print: for many mutations. */
  const smallTwice = async (): Promise<Uint8Array> =>
    signPdf(await signPdf(await plainCopy(), { signer: rsa, time, certify: true }), { signer: p256, time })
  /** One byte in the first page's text. */
  const changed = (pdf: Uint8Array): Uint8Array => {
    const copy = pdf.slice()
    const at = Buffer.from(pdf).indexOf('stream\n') + 40
    copy[at] = (copy[at] ?? 0) ^ 0x20
    return copy
  }

  withJudge('qpdf', 'qpdf', () => {
    it('finds no fault in one, two, three signatures, nor in reserved fields', async () => {
      const [one, two] = await twice()
      const three = await signPdf(two, { signer: p384, time })
      for (const pdf of [one, two, three, reserveFields(await print(), [{ field: 'A', place: left }])])
        expect(qpdfFaults(pdf)).toBe('')
    })
  })

  withJudge('pdfsig', 'pdfsig', () => {
    it('finds one signature valid and the whole document covered', async () => {
      for (const signer of [rsa, pss, p256, p384, p521]) {
        const verdicts = pdfsigVerdicts(await signPdf(await print(), { signer, time, place: left }))
        expect(verdicts).toEqual([{ field: 'Signature1', valid: true, wholeDocument: true }])
      }
    })
    it('finds two signatures valid, and neither after a changed byte', async () => {
      const [, two] = await twice()
      expect(pdfsigVerdicts(two)).toEqual([
        { field: 'Signature1', valid: true, wholeDocument: false },
        { field: '经办人', valid: true, wholeDocument: true },
      ])
      expect(pdfsigVerdicts(changed(two)).map(({ valid }) => valid)).toEqual([false, false])
    })
  })

  withJudge('pyHanko', 'pyHanko', () => {
    const baseline = {
      intact: true,
      valid: true,
      bottomLine: true,
      docMdpOk: true,
      subFilter: '/ETSI.CAdES.detached',
      hasCert: false,
      unsigned: 0,
      attributes: ['content_type', 'message_digest', 'signing_certificate_v2'],
    }

    it('finds every algorithm sound, with the attributes of PAdES B-B and no others', async () => {
      const pdfs = await Promise.all(
        [rsa, pss, p256, p384, p521].map(async (signer) => signPdf(await print(), { signer, time })),
      )
      const mechanisms = ['sha256_rsa', 'rsassa_pss', 'sha256_ecdsa', 'sha384_ecdsa', 'sha512_ecdsa']
      expect(pyHankoVerdicts(pdfs, trusted)).toEqual(
        mechanisms.map((mechanism) => [
          expect.objectContaining({ ...baseline, mechanism, coverage: 'ENTIRE_FILE', modification: 'NONE' }),
        ]),
      )
    })

    it('finds a key that is limited to a salt of 20 bytes sound', async () => {
      const signer = signerOf(makePssKey({ hashAlgorithm: 'sha256', saltLength: 20 }, '赵六'))
      const signed = await signPdf(await plainCopy(), { signer, time })
      expect(pyHankoVerdicts([signed], [signer.certificates[0] as Uint8Array])).toEqual([
        [expect.objectContaining({ intact: true, valid: true, mechanism: 'rsassa_pss' })],
      ])
    })

    it('finds two signers in turn sound, and the second within what the certification permits', async () => {
      const [one, two] = await twice()
      const three = await signPdf(two, { signer: p384, time })
      const first = { ...baseline, field: 'Signature1', docMdp: 2, name: '张三' }
      const earlier = { coverage: 'ENTIRE_REVISION', modification: 'FORM_FILLING' }
      const second = { ...baseline, field: '经办人', name: '李四（代）' }
      const matching = (...all: readonly object[]): readonly unknown[] => all.map((one) => expect.objectContaining(one))
      expect(pyHankoVerdicts([one, two, three], trusted)).toEqual([
        matching({ ...first, coverage: 'ENTIRE_FILE' }),
        matching({ ...first, ...earlier }, { ...second, coverage: 'ENTIRE_FILE' }),
        matching(
          { ...first, ...earlier },
          { ...second, ...earlier },
          { ...baseline, field: 'Signature2', coverage: 'ENTIRE_FILE' },
        ),
      ])
    })

    it('finds visible approval signatures in turn sound without certification', async () => {
      const two = await signPdf(await signPdf(await print(), { signer: rsa, time, place: left }), {
        signer: p256,
        time,
        place: right,
      })
      expect(pyHankoVerdicts([two], trusted)[0]).toEqual([
        expect.objectContaining({ ...baseline, modification: 'FORM_FILLING' }),
        expect.objectContaining(baseline),
      ])
    })

    it('finds tagged copies sound, signed in fields that were reserved', async () => {
      const reserved = reserveFields(await archiveCopy(), [
        { field: 'A', place: left },
        { field: 'B', place: right },
      ])
      const two = await signPdf(await signPdf(reserved, { signer: rsa, time, field: 'A', certify: true }), {
        signer: p256,
        time,
        field: 'B',
      })
      const three = await signPdf(two, { signer: p384, time })
      const [verdicts] = pyHankoVerdicts([three], trusted)
      expect(verdicts).toEqual([0, 1, 2].map(() => expect.objectContaining(baseline)))
    })

    it('finds each of 100 random byte changes inside the byte range, as our own check does', async () => {
      const mutants = randomChanges(await smallTwice(), 100)
      for (const mutant of mutants) expect(await ownVerdict(mutant)).toBe('found')
      // An error is a refusal; else one signature at least is not what it was.
      const verdicts = pyHankoVerdicts(mutants, trusted)
      expect(
        verdicts.map(
          (one) =>
            'error' in one ||
            one.length < 2 ||
            one.some(({ intact, valid, bottomLine }) => !(intact && valid && bottomLine)),
        ),
      ).toEqual(mutants.map(() => true))
    })
  })

  it('our own check finds each of 300 random byte changes inside the byte range', async () => {
    const two = await smallTwice()
    expect(await ownVerdict(two)).toBe('sound')
    for (const mutant of randomChanges(two, 300)) expect(await ownVerdict(mutant)).toBe('found')
  })

  withVeraPdf('veraPDF', () => {
    it('confirms PDF/A-3u and PDF/UA-1 of signed copies, as of the unsigned one', async () => {
      const pdfs = new Map<string, Uint8Array>()
      for (const kids of [false, true]) {
        const plain = await archiveCopy({ kids })
        const reserved = reserveFields(plain, [
          { field: 'A', place: left },
          { field: 'B', place: right },
          { field: 'C' },
        ])
        const one = await signPdf(reserved, { signer: rsa, time, field: 'A', certify: true, reason: '同意' })
        const two = await signPdf(one, { signer: p256, time, field: 'B' })
        const three = await signPdf(two, { signer: p384, time })
        const direct = await signPdf(plain, { signer: pss, time, place: right, reserve: [{ field: 'D', place: left }] })
        Object.entries({ plain, one, three, direct }).forEach(([name, pdf]) => void pdfs.set(`${name} ${kids}`, pdf))
      }
      const archived = await printArchived(
        await layOut(parseSample('04-small-business-upgrade.json'), 'yangquan-2023'),
        withData(new TextEncoder().encode('{}')),
      )
      const one = await signPdf(archived, {
        signer: rsa,
        time,
        certify: true,
        place: left,
        reserve: [{ field: 'B', place: { ...right, page: 2 } }],
      })
      pdfs.set('form', await signPdf(one, { signer: p256, time, field: 'B' }))
      expect([...(await judge(pdfs))]).toEqual([...pdfs.keys()].map((name) => [name, ['PASS 3u', 'PASS ua1']]))
    })
  })

  const ownVerdict = async (pdf: Uint8Array): Promise<'sound' | 'found'> => {
    try {
      const checked = await verifySignatures(pdf)
      return checked.length === 2 && checked.every(({ verdict }) => verdict === 'intact') ? 'sound' : 'found'
    } catch (error) {
      expect(error).toHaveProperty('name', 'FormError')
      return 'found'
    }
  }
})

/** Copies with one byte changed, each at a place that the last signature covers; the same ones each time. */
function randomChanges(pdf: Uint8Array, count: number): Uint8Array[] {
  const [, length = 0, start = 0, rest = 0] = readSignatures(pdf).at(-1)?.byteRange ?? []
  let seed = 0x2545f491
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  return Array.from({ length: count }, () => {
    const copy = pdf.slice()
    const covered = random(length + rest)
    const at = covered < length ? covered : start + covered - length
    copy[at] = ((copy[at] ?? 0) + 1 + random(255)) & 0xff
    return copy
  })
}
