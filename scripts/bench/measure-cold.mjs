// Time of a process that starts, prints one form into a file and ends.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { samplePath } from './sample-form.mjs'

const pathOf = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url))
const cli = pathOf('../../dist/bin/jixiao.cjs')
const once = pathOf('print-once.mjs')

/**
 * @param {number} rounds  interleaved; the first of each, which fills the file cache, does not count
 * @returns {Map<string, number[]>} milliseconds by `ours`, `typst` and `node`, which does nothing at all
 */
export function measureCold(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-bench-'))
  const output = join(folder, 'form.pdf')
  const commands = {
    ours: existsSync(cli) ? [cli, 'render', samplePath, '-o', output] : [once, 'ours', output],
    typst: [once, 'typst', output],
    node: ['-e', '0'],
  }
  /** @type {Map<string, number[]>} */
  const times = new Map(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [name, args] of Object.entries(commands)) {
      const time = timeOf(args)
      if (round > 0) times.get(name)?.push(time)
    }
  }
  rmSync(folder, { recursive: true })
  return times
}

/** Where this names certificates, Node reads all of them at every start: a third of a print's time, and no print's need. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env

/** @param {readonly string[]} args  of Node */
function timeOf(args) {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return performance.now() - start
}
