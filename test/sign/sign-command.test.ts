import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { readSignatures, verifySignatures } from '../../src/sign/index.js'
import { forms } from '../../templates/index.js'
import { plainCopy } from './archive-copy.js'
import { withJudge } from './judges.js'
import { makeKey, openssl } from './keys.js'

withJudge('openssl', 'jixiao sign', () => {
  const SECRET = 'geheim-7Q'
  let folder: string
  const at = (name: string): string => join(folder, name)
  const now = new Date(Date.now() + 120_000)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sign-command-'))
    const [rsa, p256] = [makeKey('rsa', '张三'), makeKey('p256', '李四')]
    writeFileSync(at('in.pdf'), await plainCopy())
    writeFileSync(at('a.key'), rsa.key)
    writeFileSync(at('a.crt'), rsa.certificate)
    writeFileSync(
      at('b.p12'),
      openssl(['pkcs12', '-export', '-inkey', 'k', '-in', 'c', '-out', 'out.p12', '-passout', `pass:${SECRET}`], {
        k: p256.key,
        c: p256.certificate,
      })('out.p12'),
    )
    writeFileSync(at('password'), `${SECRET}\n`)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const jixiao = async (
    args: readonly string[],
    environment: Record<string, string> = {},
  ): Promise<{ code: number; said: string }> => {
    let said = ''
    const write = (data: string | Uint8Array): Promise<void> => {
      said += typeof data === 'string' ? data : `${data.length} bytes`
      return Promise.resolve()
    }
    const code = await run(['sign', ...args], { forms, environment, now, out: write, err: write })
    return { code, said }
  }
  const pem = (): string[] => ['--key', at('a.key'), '--cert', at('a.crt')]

  it('signs with a PEM key, certifies and reserves; a second signer takes the field from a PKCS #12', async () => {
    const first = await jixiao([
      at('in.pdf'),
      '-o',
      at('one.pdf'),
      ...pem(),
      '--certify',
      '--reason',
      '同意',
      '--place',
      '1,20,200,60,20',
      '--reserve',
      '经办人=1,100,200,60,20',
    ])
    expect(first).toEqual({ code: 0, said: `已签名${at('one.pdf')}。\n` })
    const second = await jixiao(
      [at('one.pdf'), '-o', at('two.pdf'), '--p12', at('b.p12'), '--password-env', 'PW', '--field', '经办人'],
      { PW: SECRET },
    )
    expect(second.code).toBe(0)
    expect(await verifySignatures(readFileSync(at('two.pdf')))).toMatchObject([
      { field: 'Signature1', verdict: 'intact', reason: '同意', certificateHolder: '张三' },
      { field: '经办人', verdict: 'intact', certificateHolder: '李四', coversWholeFile: true },
    ])
  })

  it('takes the time from --time, else SOURCE_DATE_EPOCH, else the clock, in Chinese time', async () => {
    const seconds = Math.floor(now.getTime() / 1000)
    const chinese = (shift: number): string =>
      `${new Date((seconds + shift + 8 * 3600) * 1000).toISOString().slice(0, 19)}+08:00`
    const timeOf = async (args: readonly string[], environment = {}): Promise<string | undefined> => {
      expect((await jixiao([at('in.pdf'), '-o', at('t.pdf'), ...pem(), ...args], environment)).code).toBe(0)
      return readSignatures(readFileSync(at('t.pdf')))[0]?.time
    }
    expect(await timeOf([])).toBe(chinese(0))
    expect(await timeOf([], { SOURCE_DATE_EPOCH: String(seconds + 60) })).toBe(chinese(60))
    expect(await timeOf(['--time', chinese(90)], { SOURCE_DATE_EPOCH: '0' })).toBe(chinese(90))
  })

  it('reads the password from a file, writes beside the input, and to standard output', async () => {
    expect((await jixiao([at('in.pdf'), '--p12', at('b.p12'), '--password-file', at('password')])).code).toBe(0)
    expect(existsSync(at('in-signed.pdf'))).toBe(true)
    expect((await jixiao([at('in.pdf'), '-o', '-', ...pem(), '--pss'])).said).toMatch(/^\d+ bytes$/)
  })

  describe('wrong usage', () => {
    it.each([
      ['no key', () => ['--cert', at('a.crt')], 2],
      ['no certificate', () => ['--key', at('a.key')], 2],
      ['two keys', () => [...pem(), '--p12', at('b.p12')], 2],
      ['two passwords', () => [...pem(), '--password-env', 'A', '--password-file', 'B'], 2],
      ['a variable that is not set', () => ['--p12', at('b.p12'), '--password-env', SECRET], 2],
      ['a wrong password', () => ['--p12', at('b.p12'), '--password-file', at('a.crt')], 2],
      ['no password', () => ['--p12', at('b.p12')], 2],
      ['a password on the command line', () => ['--p12', at('b.p12'), `--password=${SECRET}`], 2],
      ['half a place', () => [...pem(), '--place', '1,2,3'], 2],
      ['a place in words', () => [...pem(), '--place', '1,2,3,x,5'], 2],
      ['half a reserved place', () => [...pem(), '--reserve', 'A=1,2'], 2],
      ['a flag of another command', () => [...pem(), '--strict'], 2],
      ['a time without offset', () => [...pem(), '--time', '2023-01-28T10:00:00'], 2],
      ['a key that is not there', () => ['--key', at('none'), '--cert', at('a.crt')], 3],
    ])('%s', async (_, args, code) => {
      const before = readdirSync(folder).sort()
      const result = await jixiao([at('in.pdf'), '-o', at('never.pdf'), ...args()])
      expect(result.code).toBe(code)
      expect(result.said).toMatch(/^\[错误\] .+\n {4}.+\n$/)
      expect(result.said).not.toContain(SECRET)
      expect(readdirSync(folder).sort()).toEqual(before)
    })

    it('input and output are one file', async () =>
      expect((await jixiao([at('in.pdf'), '-o', at('in.pdf'), ...pem()])).code).toBe(2))
    it('input is no PDF', async () =>
      expect((await jixiao([at('a.crt'), '-o', at('never.pdf'), ...pem()])).code).toBe(1))
  })

  it('--help tells the flags', async () => expect((await jixiao(['--help'])).said).toContain('--p12 FILE'))
})
