import { describe, expect, it } from 'vitest'
import { pemSigner, pkcs12Signer, signPdf, verifySignatures } from '../../src/sign/index.js'
import { plainCopy } from './archive-copy.js'
import { withJudge } from './judges.js'
import { codeOf, errorOf, makeKey, makePssKey, now, openssl, type PssLimits, type TestKey } from './keys.js'

const PASSWORD = 'geheim-密码-7Q'

const encrypted = ({ key }: TestKey, ...cipher: readonly string[]): string =>
  openssl(['pkey', ...cipher, '-in', 'in.key', '-out', 'out.key', '-passout', `pass:${PASSWORD}`], { 'in.key': key })(
    'out.key',
  ).toString()

const p12 = ({ key, certificate }: TestKey, password: string, ...options: readonly string[]): Uint8Array =>
  openssl(
    [
      'pkcs12',
      '-export',
      ...options,
      '-inkey',
      'in.key',
      '-in',
      'in.crt',
      '-out',
      'out.p12',
      '-passout',
      `pass:${password}`,
    ],
    { 'in.key': key, 'in.crt': certificate },
  )('out.p12')

withJudge('openssl', 'keys', () => {
  const rsa = makeKey('rsa', '张三')
  const p256 = makeKey('p256', '李四')
  const time = now()
  const signs = async (signer: Parameters<typeof signPdf>[1]['signer']): Promise<unknown> =>
    (await verifySignatures(await signPdf(await plainCopy(), { signer, time })))[0]?.verdict

  describe('PEM', () => {
    it.each([
      ['PKCS #8', rsa, rsa.key],
      [
        'PKCS #1',
        rsa,
        openssl(['rsa', '-traditional', '-in', 'in.key', '-out', 'out.key'], { 'in.key': rsa.key })(
          'out.key',
        ).toString(),
      ],
      [
        'SEC 1',
        p256,
        openssl(['ec', '-in', 'in.key', '-out', 'out.key'], { 'in.key': p256.key })('out.key').toString(),
      ],
      ['with text around it', rsa, `Bag Attributes\n  friendlyName: 张三\n${rsa.key}\n`],
      ['with a byte order mark', rsa, `\uFEFF${rsa.key}`],
      ['with blank lines between', rsa, rsa.key.replaceAll('\n', '\r\n\r\n')],
      ['with white space around lines', rsa, rsa.key.replace(/^/gm, '  ').replace(/$/gm, '\t')],
    ])('%s', async (_, { certificate }, key) =>
      expect(await signs(pemSigner({ key, certificates: certificate }))).toBe('intact'),
    )

    it.each([
      ['encrypted PKCS #8', encrypted(rsa, '-aes256')],
      ['encrypted PKCS #1', encrypted(rsa, '-traditional', '-aes128')],
      ['encrypted PKCS #1 with blank lines', encrypted(rsa, '-traditional', '-aes128').replaceAll('\n', '\n\n')],
    ])('%s: with its password, without and with another', async (_, key) => {
      const certificates = rsa.certificate
      expect(await signs(pemSigner({ key, certificates, password: PASSWORD }))).toBe('intact')
      expect(await codeOf(() => pemSigner({ key, certificates }))).toBe('sign-key/password-missing')
      expect(await codeOf(() => pemSigner({ key, certificates, password: 'wrong' }))).toBe('sign-key/password-wrong')
    })

    it('certificates in DER, as bytes, several, in any order', async () => {
      const der = Buffer.from(rsa.certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64')
      expect(await signs(pemSigner({ key: Buffer.from(rsa.key), certificates: der }))).toBe('intact')
      expect(await signs(pemSigner({ key: rsa.key, certificates: p256.certificate + rsa.certificate }))).toBe('intact')
      expect(await signs(pemSigner({ key: rsa.key, certificates: [p256.certificate, der] }))).toBe('intact')
      const untidy = `\uFEFF${rsa.certificate.replaceAll('\n', ' \n\n  ')}`
      expect(await signs(pemSigner({ key: rsa.key, certificates: Buffer.from(untidy) }))).toBe('intact')
    })

    it.each([
      ['no key', { ...rsa, key: 'hello' }, 'sign-key/key-unreadable'],
      ['half a key', { ...rsa, key: rsa.key.slice(0, 400) }, 'sign-key/key-unreadable'],
      ['no certificate', { ...rsa, certificate: 'hello' }, 'sign-key/certificate-unreadable'],
      [
        'a broken certificate',
        { ...rsa, certificate: rsa.certificate.replace(/M/g, 'N') },
        'sign-key/certificate-unreadable',
      ],
      ['of another', { key: rsa.key, certificate: p256.certificate }, 'sign-key/mismatch'],
      ['1024 bits', makeKey('weak', 'x'), 'sign-key/weak'],
      ['another curve', makeKey('k1', 'x'), 'sign-key/unsupported'],
      ['SM2, which wants a service', makeKey('sm2', 'x'), 'sign-key/unsupported'],
    ])('%s is refused', async (_, { key, certificate }, code) =>
      expect(await codeOf(() => pemSigner({ key, certificates: certificate }))).toBe(code),
    )
  })

  describe('RSA for PSS alone', () => {
    const pss = (limits: PssLimits) => {
      const { key, certificate } = makePssKey(limits, '赵六')
      return pemSigner({ key, certificates: certificate })
    }

    it.each<[string, PssLimits, string]>([
      ['without limits', {}, '203020120'],
      ['for SHA-256', { hashAlgorithm: 'sha256' }, '203020120'],
      ['and a salt of 64 bytes', { hashAlgorithm: 'sha256', saltLength: 64 }, '203020140'],
      ['and the longest salt', { hashAlgorithm: 'sha256', saltLength: 222 }, '204020200de'],
      ['and no salt', { hashAlgorithm: 'sha256', saltLength: 0 }, '203020100'],
    ])('%s signs with its salt', async (_, limits, parameters) => {
      const signer = pss(limits)
      expect(Buffer.from(signer.algorithm.parameters!).toString('hex')).toMatch(new RegExp(`a${parameters}$`))
      expect(await signs(signer)).toBe('intact')
    })

    it('and a salt of 20 bytes, which the parameters leave out, signs with it', async () => {
      const signer = pss({ hashAlgorithm: 'sha256', saltLength: 20 })
      expect(Buffer.from(signer.algorithm.parameters!).toString('hex')).toMatch(/0500$/)
      expect(await signs(signer)).toBe('intact')
    })

    it.each<[string, PssLimits]>([
      ['SHA-512', { hashAlgorithm: 'sha512' }],
      ['SHA-1', { hashAlgorithm: 'sha1' }],
      ['a mask by SHA-1', { hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha1' }],
      ['a mask by SHA-512', { hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha512' }],
    ])('%s is refused before anything is signed', async (_, limits) => {
      const error = await errorOf(() => pss(limits))
      expect(error).toMatchObject({ kind: 'usage', diagnostics: [{ facts: { variant: 'pss-limits' } }] })
    })
  })

  describe('PKCS #12', () => {
    it.each([
      ['as OpenSSL 3 writes it', rsa, []],
      ['with a key on a curve', p256, []],
      ['triple DES', rsa, ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
      ['RC2-40 as Windows wrote it', rsa, ['-legacy']],
      ['RC2-128', rsa, ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128']],
      ['certificates in the clear', rsa, ['-certpbe', 'NONE']],
      ['nothing encrypted', rsa, ['-certpbe', 'NONE', '-keypbe', 'NONE']],
      ['no MAC', rsa, ['-nomac']],
      ['AES-128, SHA-512', rsa, ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512']],
    ])('%s', async (_, key, options) => {
      const file = p12(key, PASSWORD, ...options)
      expect(await signs(await pkcs12Signer({ file, password: PASSWORD }))).toBe('intact')
      const protectedByPassword = !(options as readonly string[]).includes('-nomac')
      if (protectedByPassword)
        expect(await codeOf(pkcs12Signer({ file, password: 'wrong' }))).toBe('sign-key/password-wrong')
    })

    it('without a password', async () =>
      expect(await signs(await pkcs12Signer({ file: p12(rsa, ''), password: '' }))).toBe('intact'))

    it('no MAC and a wrong password', async () =>
      expect(await codeOf(pkcs12Signer({ file: p12(rsa, PASSWORD, '-nomac'), password: 'wrong' }))).toBe(
        'sign-key/password-wrong',
      ))

    it('no key in it', async () => {
      const file = openssl(['pkcs12', '-export', '-nokeys', '-in', 'in.crt', '-out', 'out.p12', '-passout', 'pass:x'], {
        'in.crt': rsa.certificate,
      })('out.p12')
      expect(await codeOf(pkcs12Signer({ file, password: 'x' }))).toBe('sign-key/p12-without-key')
    })

    it('bytes of any kind end in an error of ours', async () => {
      const file = p12(rsa, PASSWORD)
      const mutants = Array.from({ length: 60 }, (_, index) => {
        const copy = new Uint8Array(file)
        const at = (index * 7919) % copy.length
        copy[at] = (copy[at] ?? 0) ^ (1 + index)
        return copy
      })
      const broken = [
        new Uint8Array(),
        Uint8Array.of(0x30, 0x80),
        new TextEncoder().encode('hello'),
        file.slice(0, 500),
        ...mutants,
      ]
      for (const one of broken) {
        const found = await pkcs12Signer({ file: one, password: PASSWORD }).then(
          () => 'opened',
          async (error) => codeOf(Promise.reject(error)),
        )
        expect(found).toMatch(
          /^(opened|sign-key\/(p12-unreadable|p12-unsupported|password-wrong|p12-without-key|mismatch|certificate-.*))$/,
        )
      }
    })
  })

  it('no error holds a letter of a key or a password', async () => {
    const key = encrypted(rsa, '-aes256')
    const errors = [
      await errorOf(() => pemSigner({ key, certificates: rsa.certificate, password: 'wrong-secret' })),
      await errorOf(() => pemSigner({ key: rsa.key.slice(0, 600), certificates: rsa.certificate })),
      await errorOf(() => pemSigner({ key: rsa.key, certificates: p256.certificate })),
      await errorOf(pkcs12Signer({ file: p12(rsa, PASSWORD), password: 'wrong-secret' })),
    ]
    for (const error of errors) {
      const said = `${error.message}\n${error.stack}\n${JSON.stringify(error.diagnostics)}\n${String(error.cause)}`
      expect(said).not.toContain('wrong-secret')
      expect(said).not.toContain(PASSWORD)
      for (const line of [...rsa.key.split('\n'), ...key.split('\n')].filter(
        (one) => one.length > 20 && !one.startsWith('-'),
      ))
        expect(said).not.toContain(line)
    }
  })
})
