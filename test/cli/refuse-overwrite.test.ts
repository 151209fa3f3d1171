/** No command writes over a file that it reads: the file stays, and a sentence says which it was. */
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { forms } from '../../templates/index.js'

const form = readFileSync(
  new URL('../../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url),
  'utf8',
)

let folder: string
const at = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'refuse-overwrite-'))
  mkdirSync(at('forms'))
  for (const name of ['m.json', 'other.json', 'forms/a.json']) writeFileSync(at(name), form)
  for (const name of FILES) writeFileSync(at(name), `the one ${name}`)
})
afterEach(() => rmSync(folder, { recursive: true }))
const FILES = ['in.pdf', 'key.pem', 'rsa.crt', 'chain.crt', 'k.p12', 'password', 'seal.png', 'song.ttf']

const jixiao = async (args: readonly string[]): Promise<{ code: number; said: string }> => {
  let said = ''
  const write = (data: string | Uint8Array): Promise<void> => {
    said += typeof data === 'string' ? data : `${data.length} bytes`
    return Promise.resolve()
  }
  const code = await run(args, { forms, environment: {}, now: new Date(0), out: write, err: write })
  return { code, said }
}

const expectKept = async (args: readonly string[], output: string, file = output): Promise<void> => {
  const before = readFileSync(at(file))
  const { code, said } = await jixiao(args)
  expect(said).toContain(`“${output.startsWith('/') ? output : at(output)}”与要读的`)
  expect(said).toContain('是同一个文件')
  expect(said).toContain(basename(file))
  expect(code).toBe(2)
  expect(readFileSync(at(file))).toEqual(before)
}

describe('an output that is a file the command reads is refused', () => {
  const pem = () => ['--key', at('key.pem'), '--cert', at('rsa.crt'), '--cert', at('chain.crt')]
  const p12 = () => ['--p12', at('k.p12'), '--password-file', at('password')]
  const cases: readonly (readonly [output: string, args: () => readonly string[]])[] = [
    ['m.json', () => ['render', at('m.json'), '-o', at('m.json')]],
    ['seal.png', () => ['render', at('m.json'), '--image', `seal=${at('seal.png')}`, '-o', at('seal.png')]],
    ['song.ttf', () => ['render', at('m.json'), '--font', `song=${at('song.ttf')}`, '-o', at('song.ttf')]],
    ['song.ttf', () => ['render', at('m.json'), '--font', `song=${at('song.ttf')}#Song`, '-o', at('song.ttf')]],
    ['m.json', () => ['layout', at('m.json'), '-o', at('m.json')]],
    ['song.ttf', () => ['layout', at('m.json'), '--font', `song=${at('song.ttf')}`, '-o', at('song.ttf')]],
    ['m.json', () => ['preview', at('m.json'), '-o', at('m.json')]],
    ['song.ttf', () => ['preview', at('m.json'), '--font', `song=${at('song.ttf')}`, '-o', at('song.ttf')]],
    ['in.pdf', () => ['read', at('in.pdf'), '-o', at('in.pdf')]],
    ['m.json', () => ['diff', at('m.json'), at('other.json'), '-o', at('m.json')]],
    ['other.json', () => ['diff', at('m.json'), at('other.json'), '-o', at('other.json')]],
    ['in.pdf', () => ['sign', at('in.pdf'), ...pem(), '-o', at('in.pdf')]],
    ['key.pem', () => ['sign', at('in.pdf'), ...pem(), '-o', at('key.pem')]],
    ['rsa.crt', () => ['sign', at('in.pdf'), ...pem(), '-o', at('rsa.crt')]],
    ['chain.crt', () => ['sign', at('in.pdf'), ...pem(), '-o', at('chain.crt')]],
    ['k.p12', () => ['sign', at('in.pdf'), ...p12(), '-o', at('k.p12')]],
    ['password', () => ['sign', at('in.pdf'), ...p12(), '-o', at('password')]],
    ['m.json', () => ['batch', at('m.json'), '--book', at('m.json')]],
    ['forms/a.json', () => ['batch', at('forms'), '--book', at('forms/a.json')]],
    ['song.ttf', () => ['batch', at('m.json'), '--font', `song=${at('song.ttf')}`, '--book', at('song.ttf')]],
  ]
  it.each(cases)('%s', (output, args) => expectKept(args(), output))
})

describe('it is the same file under another name', () => {
  const sign = (output: string) => ['sign', at('in.pdf'), '--key', at('key.pem'), '--cert', at('rsa.crt'), '-o', output]

  it('behind a symbolic link', async () => {
    symlinkSync(at('key.pem'), at('link'))
    await expectKept(sign(at('link')), 'link', 'key.pem')
  })

  it('behind a hard link', async () => {
    linkSync(at('key.pem'), at('twin'))
    await expectKept(sign(at('twin')), 'twin', 'key.pem')
  })

  it('by a relative path', async () => {
    const before = readFileSync(at('key.pem'))
    const output = relative(process.cwd(), at('key.pem'))
    expect((await jixiao(sign(output))).code).toBe(2)
    expect(readFileSync(at('key.pem'))).toEqual(before)
  })
})

it('writes over what it does not read', async () => {
  expect((await jixiao(['layout', at('m.json'), '-o', at('seal.png')])).code).toBe(0)
  expect(readFileSync(at('seal.png'), 'utf8')).toContain('"cells"')
})
