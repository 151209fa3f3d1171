/** The same pictures, byte by byte, under every version of Node that CI installs. */
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { builtPackage } from '../support/outside/built-package.js'
import { fewAtATime, inFolder } from '../support/outside/run-cli.js'
import { sampleFile } from './printed-sample.js'

// Paths of other Node binaries, separated by `:`.
const binaries = (process.env['JIXIAO_NODES'] ?? '').split(':').filter((path) => path !== '')
const ci = process.env['CI'] === 'true'
if (binaries.length === 0 && !ci) console.warn('SKIPPED pictures over versions of Node: JIXIAO_NODES names no binaries')

const program = (built: (path: string) => string): string => `
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { encodePng, fingerprint, layoutSnapshot, renderPages, wireframe } from '${built('src/testing/index.js')}'
import { renderForm } from '${built('src/index.js')}'
import { performanceTarget } from '${built('templates/index.js')}'
const { pdf, pages } = await renderForm(performanceTarget, JSON.parse(readFileSync(process.argv[2], 'utf8')))
const hash = createHash('sha256').update(fingerprint(pdf).sha256).update(layoutSnapshot(pages)).update(wireframe(pages))
for (const picture of await renderPages(pdf, { dpi: 96 })) hash.update(encodePng(picture))
process.stdout.write(hash.digest('hex'))
`

it.skipIf(binaries.length === 0 && !ci)(
  'pictures, snapshots and wireframes are the same over versions of Node (JIXIAO_NODES)',
  () =>
    inFolder(async (folder) => {
      expect(binaries.length, 'JIXIAO_NODES names no binaries').toBeGreaterThan(0)
      const file = join(folder, 'pictures.mjs')
      writeFileSync(
        file,
        program((path) => pathToFileURL(join(builtPackage(), path)).href),
      )
      const hashes = await fewAtATime(
        [process.execPath, ...binaries],
        async (node) => (await promisify(execFile)(node, [file, fileURLToPath(sampleFile('14-rare-names'))])).stdout,
      )
      expect(new Set(hashes).size).toBe(1)
      expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
    }),
)
