import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { launcher } from '../support/outside/built-package.js'

const binaries = (process.env['JIXIAO_NODES'] ?? '').split(':').filter((path) => path !== '')
if (binaries.length === 0) console.warn('SKIPPED the flags of V8 over versions of Node: JIXIAO_NODES names no binaries')

/** V8 says on standard error that it does not know a flag, and goes on without. */
describe('the flags that the launcher gives to V8', () => {
  const commands = ['batch', 'render', 'check', 'layout', 'verify'].map((command) => ({ command }))
  describe.each(commands)('for jixiao $command', ({ command }) => {
    it.each([process.execPath, ...binaries])('are known to %s', (node) => {
      const { status, stdout, stderr } = spawnSync(node, [launcher(), command, '--help'], { encoding: 'utf8' })
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toContain(`jixiao ${command}`)
    })
  })
})
