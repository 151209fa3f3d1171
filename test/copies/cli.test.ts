import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { forms } from '../../templates/index.js'
import { sealPng } from '../images/make-png.js'

const sample = fileURLToPath(
  new URL('../../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url),
)
let folder = ''
const at = (name: string) => join(folder, name)

const jixiao = async (...argv: readonly string[]) => {
  const written = { out: '', err: '' }
  const code = await run(argv, {
    forms,
    environment: {},
    now: new Date('2023-03-01T00:00:00Z'),
    out: async (data) => {
      written.out += String(data)
    },
    err: async (text) => {
      written.err += text
    },
  })
  return { code, ...written }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-copies-'))
  copyFileSync(sample, at('form.json'))
  writeFileSync(at('seal.png'), sealPng())
  await jixiao('render', at('form.json'), '-o', at('final.pdf'), '--copy', 'final', '--image', `seal=${at('seal.png')}`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('jixiao render --copy', () => {
  it('tells the code, and what was masked', async () => {
    const printed = await jixiao(
      'render',
      at('form.json'),
      '-o',
      at('public.pdf'),
      '--copy',
      'public',
      '--drop',
      'names',
    )
    expect(printed).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^已打印.*，共2页。\n验证码：[0-9A-Z-]{31}\n已隐去姓名：经办人（signature.handler），留空。\n$/s,
      ),
    })
    const { out } = await jixiao(
      'render',
      at('form.json'),
      '-o',
      at('public.pdf'),
      '--copy',
      'public',
      '--drop',
      'names',
      '--json',
    )
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      code: expect.any(String),
      masked: [{ path: 'signature.handler', rule: 'names' }],
    })
  })

  it.each([
    [['--copy', 'secret'], 2, 'plain、draft、final、public'],
    [['--copy', 'draft', '--image', 'seal=x.png'], 2, '只用于final和public'],
    [['--copy', 'final', '--image', 'seal'], 2, 'PLACE=PATH'],
    [['--copy', 'final', '--image', 'seal=/nowhere.png'], 3, '文件或目录不存在'],
    [['--copy', 'final', '--drop', 'names'], 2, '只用于public'],
    [['--no-data'], 2, '只用于final和public'],
  ] as const)('%j is refused', async (flags, code, words) => {
    expect(await jixiao('render', at('form.json'), '-o', at('no.pdf'), ...flags)).toMatchObject({
      code,
      err: expect.stringContaining(words),
    })
  })

  it('layout shows the places in millimetres', async () => {
    const { out } = await jixiao('layout', at('form.json'), '--copy', 'final')
    expect(JSON.parse(out)[1].places.map(({ name }: { name: string }) => name)).toEqual([
      'responsible',
      'handler',
      'seal',
      'edgeSeal',
    ])
  })
})

describe('jixiao read', () => {
  it('gives the data back equal', async () => {
    const { code, out } = await jixiao('read', at('final.pdf'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual(JSON.parse(readFileSync(sample, 'utf8')))
    await jixiao('read', at('final.pdf'), '-o', at('again.json'))
    await jixiao(
      'render',
      at('again.json'),
      '-o',
      at('again.pdf'),
      '--copy',
      'final',
      '--image',
      `seal=${at('seal.png')}`,
    )
    expect(readFileSync(at('again.pdf'))).toEqual(readFileSync(at('final.pdf')))
  })

  it('of a file without data says so', async () => {
    expect(await jixiao('read', at('form.json'))).toMatchObject({ code: 1, err: expect.stringContaining('PDF') })
    expect(await jixiao('read', at('missing.pdf'))).toMatchObject({ code: 3 })
  })
})

describe('jixiao verify', () => {
  const codeOf = async () =>
    (JSON.parse((await jixiao('verify', at('final.pdf'), '--json')).out) as { code: string }).code

  it('has an exit code for each verdict', async () => {
    const code = await codeOf()
    expect(await jixiao('verify', at('final.pdf'), '--code', code)).toMatchObject({
      code: 0,
      out: expect.stringContaining('核验无误'),
    })
    expect(await jixiao('verify', at('final.pdf'), '--code', '00000-00000-00000-00000-00000-0')).toMatchObject({
      code: 4,
      out: expect.stringContaining('不是所持的那一份'),
    })
    writeFileSync(at('altered.pdf'), Buffer.concat([readFileSync(at('final.pdf')), Buffer.from('x')]))
    expect(await jixiao('verify', at('altered.pdf'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('已被改动'),
    })
    expect(await jixiao('verify', at('form.json'))).toMatchObject({ code: 7, out: expect.stringContaining('不能核验') })
    expect(await jixiao('verify', at('final.pdf'), '--code', 'abc')).toMatchObject({ code: 2 })
    expect(await jixiao('verify', at('missing.pdf'))).toMatchObject({ code: 3 })
  })

  it('reports as JSON', async () => {
    const { out } = await jixiao('verify', at('altered.pdf'), '--json')
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      verdict: 'altered',
      diagnostics: [{ code: 'copy-altered', message: expect.any(String), hint: expect.any(String) }],
    })
  })
})
