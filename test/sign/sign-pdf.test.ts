import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { covers } from '../../src/fonts/manifest.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import {
  foreignChanges,
  readSignatures,
  reserveFields,
  type Signer,
  signatureAlgorithms,
  signPdf,
  unsignedRevision,
  verifySignatures,
} from '../../src/sign/index.js'
import { plainCopy } from './archive-copy.js'
import { withJudge } from './judges.js'
import { codeOf, makeKey, now, openssl, signerOf } from './keys.js'

const latin = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1')

withJudge('openssl', 'signPdf', () => {
  const rsa = makeKey('rsa', '张三')
  const p256 = makeKey('p256', '李四')
  const p384 = makeKey('p384', '王五')
  const time = now()
  const place = { page: 1, x: 20, y: 200, width: 60, height: 20 }
  const other = { ...place, x: 100 }
  const zhang = { signer: signerOf(rsa), time }
  const li = { signer: signerOf(p256), time }

  describe('one signature', () => {
    it('leaves every byte of the input where it was, and the input as it was', async () => {
      const pdf = await plainCopy()
      const before = pdf.slice()
      const signed = await signPdf(pdf, { ...zhang, place, reason: '同意上报' })
      expect(pdf).toEqual(before)
      expect(Buffer.compare(signed.subarray(0, pdf.length), pdf)).toBe(0)
      expect(Buffer.compare(unsignedRevision(signed), pdf)).toBe(0)
      expect(foreignChanges(signed)).toEqual([])
    })

    it('covers everything but its own value', async () => {
      const signed = await signPdf(await plainCopy(), zhang)
      const [found] = readSignatures(signed)
      expect(found).toMatchObject({
        field: 'Signature1',
        coversWholeRevision: true,
        coversWholeFile: true,
        revision: 1,
        signerName: '张三',
        time,
      })
      const [start, length, start2, length2] = found!.byteRange
      expect([start, start2 + length2]).toEqual([0, signed.length])
      expect(latin(signed.subarray(length, start2))).toMatch(/^<30[0-9A-F]+>$/)
    })

    it.each([
      ['RSA PKCS #1', signerOf(rsa)],
      ['RSA-PSS', signerOf(rsa, 'pss')],
      ['ECDSA P-256', signerOf(p256)],
      ['ECDSA P-384', signerOf(p384)],
      ['ECDSA P-521', signerOf(makeKey('p521', '郑十'))],
    ])('%s is intact', async (_, signer) => {
      const [checked] = await verifySignatures(await signPdf(await plainCopy(), { signer, time }))
      expect(checked).toMatchObject({ verdict: 'intact', subFilter: 'ETSI.CAdES.detached' })
    })

    it('gives the same bytes for the same input with RSA PKCS #1', async () => {
      const pdf = await plainCopy()
      const options = { ...zhang, place, reason: '同意', certify: true, reserve: [{ field: 'B', place: other }] }
      expect(await signPdf(pdf, options)).toEqual(await signPdf(pdf, options))
    })

    it('says what a reader shows, and has no clock, path or machine of its own', async () => {
      const pdf = await signPdf(await plainCopy(), { ...zhang, name: 'Zhang (San)', reason: 'a) /Contents <00> (b' })
      expect((await verifySignatures(pdf))[0]).toMatchObject({
        verdict: 'intact',
        signerName: 'Zhang (San)',
        reason: 'a) /Contents <00> (b',
      })
      const signed = latin(pdf)
      expect(signed).toContain('/Filter /Adobe.PPKLite')
      expect(signed).toContain('/SubFilter /ETSI.CAdES.detached')
      expect(signed).toContain('/SigFlags 3')
      expect(signed).not.toMatch(/NeedAppearances|\/Cert |Prop_Build/)
    })

    it('shows name, time and reason in an embedded font, with text behind the glyphs', async () => {
      const signed = latin(await signPdf(await plainCopy(), { ...zhang, place }))
      const increment = signed.slice((await plainCopy()).length)
      expect(increment).toMatch(/\/BaseFont \/[A-Z]{6}\+JixiaoSong-Regular/)
      expect(increment).toMatch(/\/ToUnicode|\/FontFile2/)
      expect(increment).toContain('/F 132')
      expect(increment).not.toMatch(/\/Group|\/SMask|\/CA /)
      // 20 mm from the left and 297 − 220 mm from the foot of A4.
      expect(increment).toMatch(/\/Rect \[56\.693 218\.26\d 226\.772 274\.96\d\]/)
    })
  })

  describe('several signatures', () => {
    it('each new one covers the file, the earlier ones their revision', async () => {
      const one = await signPdf(await plainCopy(), { ...zhang, place })
      const two = await signPdf(one, { ...li, place: other })
      expect(Buffer.compare(two.subarray(0, one.length), one)).toBe(0)
      const found = await verifySignatures(two)
      expect(
        found.map(({ field, verdict, coversWholeRevision, coversWholeFile }) => [
          field,
          verdict,
          coversWholeRevision,
          coversWholeFile,
        ]),
      ).toEqual([
        ['Signature1', 'intact', true, false],
        ['Signature2', 'intact', true, true],
      ])
      expect(found.map(({ certificateHolder }) => certificateHolder)).toEqual(['张三', '李四'])
      expect(foreignChanges(two)).toEqual([])
    })

    it('certification permits signing and nothing else, and its reserved fields wait', async () => {
      const one = await signPdf(await plainCopy(), {
        ...zhang,
        certify: true,
        place,
        reserve: [{ field: '负责人', place: other }, { field: '看不见' }],
      })
      expect(latin(one)).toMatch(/\/TransformMethod \/DocMDP/)
      expect(latin(one)).toMatch(/\/P 2\b/)
      expect(latin(one)).not.toMatch(/DigestMethod|DigestValue/)
      expect(readSignatures(one)).toHaveLength(1)
      const two = await signPdf(one, { ...li, field: '负责人', reason: '审核' })
      const three = await signPdf(two, { ...zhang, field: '看不见' })
      const four = await signPdf(three, zhang)
      expect((await verifySignatures(four)).map(({ field, verdict }) => [field, verdict])).toEqual([
        ['Signature1', 'intact'],
        ['负责人', 'intact'],
        ['看不见', 'intact'],
        ['Signature2', 'intact'],
      ])
      expect(foreignChanges(four)).toEqual([])
    })

    it('refuses what would break an earlier signature', async () => {
      const pdf = await plainCopy()
      const one = await signPdf(pdf, { ...zhang, certify: true, reserve: [{ field: 'B', place: other }] })
      expect(await codeOf(signPdf(one, { ...li, place }))).toBe('certified/new-field')
      expect(await codeOf(signPdf(one, { ...li, reserve: [{ field: 'C', place }] }))).toBe('certified/new-field')
      expect(await codeOf(signPdf(one, { ...li, certify: true }))).toBe('certify-not-first')
      expect(await codeOf(signPdf(one, { ...li, field: 'Signature1' }))).toBe('field-taken')
      expect(await codeOf(signPdf(one, { ...li, field: 'B', place }))).toBe('option-invalid')
      expect(await codeOf(signPdf(pdf, { ...zhang, field: 'B', reserve: [{ field: 'B' }] }))).toBe('field-taken')
      const closed = Buffer.from(latin(one).replace('/P 2\n', '/P 1\n'), 'latin1')
      expect(await codeOf(signPdf(closed, { ...li, field: 'B' }))).toBe('certified/closed')
    })

    it('fields may be reserved before anyone signs, and are the same bytes each time', async () => {
      const pdf = await plainCopy()
      const fields = [
        { field: '经办人', place },
        { field: '负责人', place: other },
      ]
      const reserved = reserveFields(pdf, fields)
      expect(reserveFields(pdf, fields)).toEqual(reserved)
      expect(readSignatures(reserved)).toEqual([])
      const signed = await signPdf(await signPdf(reserved, { ...zhang, field: '经办人', certify: true }), {
        ...li,
        field: '负责人',
      })
      expect((await verifySignatures(signed)).map(({ field, verdict }) => [field, verdict])).toEqual([
        ['经办人', 'intact'],
        ['负责人', 'intact'],
      ])
      expect(Buffer.compare(unsignedRevision(signed), reserved)).toBe(0)
    })
  })

  describe('signers from outside', () => {
    it('an HSM gets the attributes and never the document', async () => {
      const inner = signerOf(p256)
      const seen: number[] = []
      const signer: Signer = {
        ...inner,
        sign: async (bytes) => {
          seen.push(bytes.length)
          return inner.sign(bytes)
        },
      }
      const [checked] = await verifySignatures(await signPdf(await plainCopy(), { signer, time }))
      expect(checked?.verdict).toBe('intact')
      expect(seen).toHaveLength(1)
      expect(seen[0]).toBeLessThan(600)
    })

    it('SM2 with SM3: an opaque signature is carried, the digest is checked, the rest is for those who know SM2', async () => {
      const { certificate } = makeKey('sm2', '赵六')
      const der = new X509Certificate(certificate).raw
      const signature = Uint8Array.from(Buffer.from(`30440220${'11'.repeat(32)}0220${'22'.repeat(32)}`, 'hex'))
      const signer: Signer = { certificates: [der], algorithm: signatureAlgorithms['sm2-sm3'], sign: () => signature }
      const signed = await signPdf(await plainCopy(), { signer, time })
      const [checked] = await verifySignatures(signed)
      expect(checked).toMatchObject({ verdict: 'unknown', certificateHolder: '赵六' })
      const changed = signed.slice()
      changed[20] = (changed[20] ?? 0) ^ 1
      expect((await verifySignatures(changed))[0]?.verdict).toBe('changed')
    })

    it('an algorithm that is not known here is unknown and no change: of the signature, or of the key itself', async () => {
      const der = new X509Certificate(makeKey('ed25519', '孙七').certificate).raw
      const ed25519 = { digest: 'SHA-512', oid: '1.3.101.112' } as const
      const later = Buffer.from(new X509Certificate(makeKey('rsa', '周八').certificate).raw)
      // The key's algorithm, 1.2.840.113549.1.1.1, becomes one that nobody has defined.
      later[later.indexOf(Buffer.from('2a864886f70d010101', 'hex')) + 8] = 0x63
      const cases: readonly Pick<Signer, 'certificates' | 'algorithm'>[] = [
        { certificates: [new Uint8Array(der)], algorithm: ed25519 },
        { certificates: [new Uint8Array(later)], algorithm: { digest: 'SHA-256', oid: '2.16.840.1.101.3.4.3.18' } },
        { certificates: signerOf(rsa).certificates, algorithm: { digest: 'SHA-256', oid: '1.2.3.4' } },
      ]
      for (const one of cases) {
        const signer = { ...one, sign: () => new Uint8Array(64).fill(7) }
        const signed = await signPdf(await plainCopy(), { signer, time })
        expect((await verifySignatures(signed))[0]?.verdict).toBe('unknown')
        const changed = signed.slice()
        changed[20] = (changed[20] ?? 0) ^ 1
        expect((await verifySignatures(changed))[0]?.verdict).toBe('changed')
      }
    })

    it('a digest that is not known here is unknown and no change', async () => {
      const signed = latin(await signPdf(await plainCopy(), li))
      // SHA-256 becomes SHA3-256 wherever the signature says how the document was digested: at its head and for the signer.
      const renamed = signed.replace(/\/Contents <3[0-9A-F]+>/, (value) =>
        value.replaceAll('0609608648016503040201', '0609608648016503040208'),
      )
      expect(renamed).not.toBe(signed)
      const [checked] = await verifySignatures(Buffer.from(renamed, 'latin1'))
      expect(checked).toMatchObject({ verdict: 'unknown', certificateHolder: '李四' })
    })

    it('PSS that masks by another digest than that of the document is unknown and no change', async () => {
      const inner = signerOf(rsa, 'pss')
      const parameters = Buffer.from(inner.algorithm.parameters ?? [])
      const sha256 = Buffer.from('608648016503040201', 'hex')
      for (const at of [parameters.indexOf(sha256), parameters.lastIndexOf(sha256)]) {
        const other = Buffer.from(parameters)
        other[at + 8] = 3
        const signer = { ...inner, algorithm: { ...inner.algorithm, parameters: new Uint8Array(other) } }
        const [checked] = await verifySignatures(await signPdf(await plainCopy(), { signer, time }))
        expect(checked?.verdict).toBe('unknown')
      }
    })

    it('a certificate that was damaged inside the signature is a change and no error, wherever it was hit', async () => {
      const signed = await signPdf(await plainCopy(), li)
      const hex = Buffer.from(new X509Certificate(p256.certificate).raw).toString('hex')
      const start = latin(signed).toLowerCase().lastIndexOf(hex)
      expect(start).toBeGreaterThan(0)
      const verdicts = new Set<string | undefined>()
      for (let at = 8; at < hex.length; at += 10) {
        const damaged = Buffer.from(signed)
        const octet = Number.parseInt(hex.slice(at, at + 2), 16) ^ 0xff
        damaged.write(octet.toString(16).padStart(2, '0'), start + at, 'latin1')
        verdicts.add((await verifySignatures(damaged))[0]?.verdict)
      }
      expect([...verdicts]).toEqual(['changed'])
    })

    it('no octet of a signature value changes without being noticed', async () => {
      const signed = await signPdf(await plainCopy(), li)
      const [, hex = ''] = /\/Contents <([0-9A-Fa-f]+?)(?:00)*>/.exec(latin(signed)) ?? []
      const start = latin(signed).indexOf(hex)
      const unnoticed: number[] = []
      const unknown: number[] = []
      for (let at = 0; at < hex.length; at += 2) {
        const changed = Buffer.from(signed)
        const octet = Number.parseInt(hex.slice(at, at + 2), 16) ^ 1
        changed.write(octet.toString(16).padStart(2, '0'), start + at, 'latin1')
        const verdict = (await verifySignatures(changed))[0]?.verdict
        if (verdict === 'unknown') unknown.push(at / 2)
        else if (verdict !== 'changed') unnoticed.push(at / 2)
      }
      expect(hex.length).toBeGreaterThan(1500)
      expect(unnoticed).toEqual([])
      // The name of the algorithm: another one is none that could be tried.
      const name = hex.toLowerCase().lastIndexOf('06082a8648ce3d0403') / 2
      expect(unknown.every((at) => at > name && at < name + 10)).toBe(true)
    }, 60_000)

    it('a signature that no longer says what it is does not hold', async () => {
      const signed = await signPdf(await plainCopy(), li)
      for (const oid of ['2a864886f70d010702', '2a864886f70d010701', '2a8648ce3d040302']) {
        const at = latin(signed)
          .toLowerCase()
          .lastIndexOf(`06${(oid.length / 2).toString(16).padStart(2, '0')}${oid}`)
        const damaged = Buffer.from(signed)
        damaged.write('7f', at + 4 + oid.length - 2, 'latin1')
        expect(at).toBeGreaterThan(0)
        expect((await verifySignatures(damaged))[0]?.verdict).not.toBe('intact')
      }
    })

    it('their own errors come through; no signature, or one too long, is refused', async () => {
      const inner = signerOf(p256)
      const pdf = await plainCopy()
      await expect(
        signPdf(pdf, { time, signer: { ...inner, sign: () => Promise.reject(new Error('card removed')) } }),
      ).rejects.toThrow('card removed')
      expect(await codeOf(signPdf(pdf, { time, signer: { ...inner, sign: () => new Uint8Array() } }))).toBe(
        'sign-key/no-signature',
      )
      expect(await codeOf(signPdf(pdf, { time, signer: { ...inner, sign: () => new Uint8Array(9000) } }))).toBe(
        'sign-key/too-large',
      )
      expect(await codeOf(signPdf(pdf, { time, signer: { ...inner, certificates: [] } }))).toBe(
        'sign-key/certificate-missing',
      )
      expect(await codeOf(signPdf(pdf, { time, signer: { ...inner, certificates: [Uint8Array.of(1, 2)] } }))).toBe(
        'sign-key/certificate-unreadable',
      )
    })
  })

  describe('options', () => {
    it.each([
      ['no offset', { time: '2023-01-28T10:00:00' }, 'option-invalid'],
      ['no date', { time: 'now' }, 'option-invalid'],
      ['an impossible date', { time: '2023-02-30T10:00:00Z' }, 'option-invalid'],
      ['before the certificate', { time: '2001-01-01T00:00:00Z' }, 'certificate-not-valid'],
      ['after the certificate', { time: '2101-01-01T00:00:00Z' }, 'certificate-not-valid'],
      ['a page that is not there', { place: { ...place, page: 2 } }, 'option-invalid'],
      ['page 0', { place: { ...place, page: 0 } }, 'option-invalid'],
      ['off the paper', { place: { ...place, x: 190 } }, 'option-invalid'],
      ['negative', { place: { ...place, y: -1 } }, 'option-invalid'],
      ['not a number', { place: { ...place, y: Number.NaN } }, 'option-invalid'],
      ['no room for the words', { place: { ...place, width: 8, height: 4 } }, 'signature-place-small'],
      ['a character no font has', { place, name: '\u{10FFFD}' }, 'character-missing'],
      ['a control character', { reason: 'a\u0007' }, 'option-invalid'],
      ['a field of a field', { field: 'a.b' }, 'option-invalid'],
      ['a reason without end', { reason: '长'.repeat(201) }, 'option-invalid'],
    ])('%s', async (_, changes, code) => {
      expect(await codeOf(signPdf(await plainCopy(), { ...zhang, ...changes }))).toBe(code)
    })

    it('a certificate may hold characters of any script, and its chain comes along', async () => {
      const chain = [...signerOf(rsa).certificates, ...signerOf(p256).certificates]
      const signed = await signPdf(await plainCopy(), { time, signer: { ...signerOf(rsa), certificates: chain } })
      expect((await verifySignatures(signed))[0]).toMatchObject({ verdict: 'intact', certificateHolder: '张三' })
    })

    it('text sets rare names from the rare font', async () => {
      const { manifest } = shippedFonts()
      const rare = Array.from({ length: 0x2000 }, (_, index) => 0x20000 + index).find(
        (code) => covers(manifest['rare']!.coverage, code) && !covers(manifest['song']!.coverage, code),
      )!
      const signed = await signPdf(await plainCopy(), { ...zhang, name: `张${String.fromCodePoint(rare)}`, place })
      expect(latin(signed)).toContain('JixiaoRare')
    })
  })

  it('openssl agrees that the CMS is sound', async () => {
    const signed = await signPdf(await plainCopy(), zhang)
    const [start, length, start2, length2] = readSignatures(signed)[0]!.byteRange
    const content = Buffer.concat([signed.subarray(start, length), signed.subarray(start2, start2 + length2)])
    const cms = Buffer.from(latin(signed.subarray(length + 1, start2 - 1)), 'hex')
    const args = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'in.cms',
      '-content',
      'in.bin',
      '-noverify',
      '-out',
      'out.bin',
    ]
    expect(() => openssl(args, { 'in.cms': cms, 'in.bin': content })).not.toThrow()
    const changed = Buffer.concat([content, Buffer.from(' ')])
    expect(() => openssl(args, { 'in.cms': cms, 'in.bin': changed })).toThrow()
  })
})
