/** Without the optional peer everything that needs no PDF reader works, and the rest says what to install. */
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { builtPackage } from '../support/outside/built-package.js'
import { inFolder } from '../support/outside/run-cli.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

const PROGRAM = `
import { layoutSnapshot, renderPages, wireframe } from './src/testing/index.js'
import { layoutForm } from './src/index.js'
import { performanceTarget } from './templates/index.js'
import { readFileSync } from 'node:fs'
const { pages } = await layoutForm(performanceTarget, JSON.parse(readFileSync(process.argv[2], 'utf8')))
if (layoutSnapshot(pages).length < 1000 || wireframe(pages).length < 1000) throw new Error('no snapshot')
try { await renderPages(new Uint8Array(9)) } catch (error) { process.stdout.write(error.name + ' ' + error.kind + '\\n' + error.message) }
`

it('names the package that is missing', () =>
  inFolder(async (folder) => {
    for (const name of ['src', 'templates'])
      await cp(join(builtPackage(), name), join(folder, name), { recursive: true })
    for (const name of ['fonts', 'package.json']) symlinkSync(join(root, name), join(folder, name))
    mkdirSync(join(folder, 'node_modules'))
    for (const name of readdirSync(join(root, 'node_modules')))
      if (name !== '@hyzyla') symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
    writeFileSync(join(folder, 'program.mjs'), PROGRAM)
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['program.mjs', join(root, 'templates/performance-target/samples/01-heating-allowance.json')],
      { cwd: folder },
    )
    expect(stdout).toMatch(/^FormError file\n缺少软件包@hyzyla\/pdfium/)
    expect(stdout).toContain('Run npm install --save-dev @hyzyla/pdfium.')
  }))
