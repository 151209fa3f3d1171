/** Tests that ask other programs: they run where the program is, say so where it is not, and fail in CI. */
import { spawnSync } from 'node:child_process'
import { describe, it } from 'vitest'

const found = new Map<string, boolean>()

const isThere = (tool: string): boolean => {
  const known = found.get(tool)
  if (known !== undefined) return known
  const there = spawnSync(tool, ['-v'], { stdio: 'ignore' }).error === undefined
  found.set(tool, there)
  return there
}

/** `describe` for what needs all these programs on the path. */
export const needs = (...tools: readonly string[]): ((name: string, tests: () => void) => void) => {
  const missing = tools.filter((tool) => !isThere(tool))
  if (missing.length === 0) return (name, tests) => void describe(name, tests)
  const words = `needs ${missing.join(', ')}, which this machine lacks`
  if (process.env['CI'] === 'true') {
    return (name) =>
      void it(`${name}: ${words}`, () => {
        throw new Error(words)
      })
  }
  return (name, tests) => {
    console.warn(`SKIPPED ${name}: ${words}`)
    describe.skip(`${name} (${words})`, tests)
  }
}
