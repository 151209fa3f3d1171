/**
 * Records anew every hash of bytes that the tests and the example keep, after a change of the engine that is meant to write
 * other bytes for the same paper. They stand in three places; one forgotten fails only at the end of the whole proof.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {string[]} args @param {Record<string, string>} [env] */
const run = (args, env = {}) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}

const vitest = 'node_modules/vitest/vitest.mjs'
run([vitest, 'run', 'test/forms', '-u'])
run([vitest, 'run', 'test/copies/plain.test.ts'], { JIXIAO_RECORD: 'plain' })
run(['scripts/check-example.mjs', '-u'])
