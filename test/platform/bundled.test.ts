/** A program into which a bundler took this package: without its folder nothing can be printed, and it says what to do. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type RolldownOptions, rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formText } from '../many/built.js'
import { builtPackage } from '../support/outside/built-package.js'

const program = (library: string, templates: string): string => `
import { readJson, renderForm, renderMany } from '${library}'
import { performanceTarget } from '${templates}'
const data = readJson(${JSON.stringify(formText('甲'))})
const tell = ({ message }) => console.log(message)
const one = async () => console.log((await renderForm(performanceTarget, data)).pages.length)
const many = async () => { for await (const { kind } of renderMany(performanceTarget, [data])) console.log(kind) }
one().catch(tell).then(many).catch(tell)
`

const built = (address: (file: string) => string): [library: string, templates: string] => [
  address(join(builtPackage(), 'src/index.js')),
  address(join(builtPackage(), 'templates/index.js')),
]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jixiao-bundled-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bundle = async (name: string, code: string, options: RolldownOptions, format: 'esm' | 'cjs'): Promise<string> => {
  const [input, file] = [join(folder, `${name}.source.mjs`), join(folder, name)]
  writeFileSync(input, code)
  const bundled = await rolldown({ input, platform: 'node', logLevel: 'silent', ...options })
  await bundled.write({ file, format, codeSplitting: false })
  await bundled.close()
  return file
}

const run = (file: string): readonly string[] => {
  const { stdout } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '))
}

describe('a bundled program', () => {
  const inside = (): string => program(...built((file) => file))
  const refused = expect.stringMatching(/^找不到jixiao-forms自己的文件夹.*--packages=external/)

  it('as an ES module is told to leave the package external', async () => {
    expect(run(await bundle('bundle.mjs', inside(), {}, 'esm'))).toEqual([refused, refused])
  })

  it('as CommonJS, where a module has no URL, is told the same', async () => {
    const options = { transform: { define: { 'import.meta.url': 'undefined' } } }
    expect(run(await bundle('bundle.cjs', inside(), options, 'cjs'))).toEqual([refused, refused])
  })

  it('prints where the package is external', async () => {
    const outside = program(...built((file) => pathToFileURL(file).href))
    expect(run(await bundle('external.mjs', outside, { external: /^file:/ }, 'esm'))).toEqual(['1', 'rendered'])
  })

  it('prints where the package is external and required', async () => {
    const options = { external: /jixiao-outside/ }
    expect(run(await bundle('external.cjs', inside(), options, 'cjs'))).toEqual(['1', 'rendered'])
  })
})
