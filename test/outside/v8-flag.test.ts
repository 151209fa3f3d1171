import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mainJs } from '../support/outside/built-package.js'

const binaries = (process.env['JIXIAO_NODES'] ?? '').split(':').filter((path) => path !== '')
if (binaries.length === 0) console.warn('SKIPPED the flag of V8 over versions of Node: JIXIAO_NODES names no binaries')

/** V8 says on standard error that it does not know a flag, and goes on without. */
describe('the flag that jixiao batch gives to V8', () => {
  it.each([process.execPath, ...binaries])('is known to %s', (node) => {
    const module = new URL('short-lived.js', pathToFileURL(mainJs())).href
    const script = `import(${JSON.stringify(module)}).then(({ expectShortLives }) => expectShortLives())`
    const { status, stdout, stderr } = spawnSync(node, ['-e', script], { encoding: 'utf8' })
    expect([status, stdout, stderr]).toEqual([0, '', ''])
  })
})
