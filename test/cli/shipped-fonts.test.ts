/** An installation with a font missing or broken: exit code 3 and what to do, never an internal error. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { builtPackage } from '../support/outside/built-package.js'
import { expectRefusal } from '../support/outside/expect-refused.js'
import { jixiao } from '../support/outside/run-cli.js'

const text = readFileSync(
  new URL('../../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url),
  'utf8',
)
const fonts = fileURLToPath(new URL('../../fonts', import.meta.url))

describe('an installation', () => {
  let home = ''

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'jixiao-home-'))
    for (const name of ['src', 'templates']) cpSync(join(builtPackage(), name), join(home, name), { recursive: true })
    for (const name of ['node_modules', 'package.json']) symlinkSync(join(builtPackage(), name), join(home, name))
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  /** The fonts folder as it should be, with some files changed or left out. */
  const withFonts = (changed: Readonly<Record<string, Uint8Array | string | null>>): void => {
    rmSync(join(home, 'fonts'), { recursive: true, force: true })
    cpSync(fonts, join(home, 'fonts'), { recursive: true })
    for (const [name, content] of Object.entries(changed)) {
      rmSync(join(home, 'fonts', name))
      if (content !== null) writeFileSync(join(home, 'fonts', name), content)
    }
  }
  const run = (input = text) => jixiao(['render', '-'], { input, main: join(home, 'src/cli/main.js') })

  it('without its bold font says which is missing', async () => {
    withFonts({ 'JixiaoSong-Bold.ttf': null })
    expectRefusal(await run(), { code: 3, says: ['JixiaoSong-Bold.ttf', '重新安装'] })
  })

  it('without its rare font says so when a rare character comes, not before', async () => {
    withFonts({ 'JixiaoRare-Regular.ttf': null })
    expectRefusal(await run(text.replace('小升规', '𠮷')), { code: 3, says: ['JixiaoRare-Regular.ttf'] })
  })

  it('with a font cut off says which is broken', async () => {
    withFonts({ 'JixiaoSong-Regular.ttf': readFileSync(join(fonts, 'JixiaoSong-Regular.ttf')).subarray(0, 3_000_000) })
    expectRefusal(await run(), { code: 3, says: ['JixiaoSong-Regular.ttf', '重新安装'] })
  })

  it('with an empty font says which is broken', async () => {
    withFonts({ 'JixiaoSong-Regular.ttf': '' })
    expectRefusal(await run(), { code: 3, says: ['JixiaoSong-Regular.ttf', '重新安装'] })
  })

  it('with a broken list of fonts says so', async () => {
    withFonts({ 'MANIFEST.json': '{' })
    expectRefusal(await run(), { code: 3, says: ['MANIFEST.json', '重新安装'] })
  })

  it('without the list of fonts says so', async () => {
    withFonts({ 'MANIFEST.json': null })
    expectRefusal(await run(), { code: 3, says: ['MANIFEST.json', '重新安装'] })
  })
})
