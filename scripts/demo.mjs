/** Prints every sample form in every variant into out/, through the command line as a user would, and names them. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { forms } from 'jixiao-forms/templates'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, 'out')
const cli = join(root, 'dist', 'bin', 'jixiao.cjs')

mkdirSync(out, { recursive: true })
for (const form of forms) {
  const samples = join(root, 'templates', form.id, 'samples')
  for (const file of readdirSync(samples).sort()) {
    for (const variant of Object.keys(form.templates)) print(join(samples, file), variant)
  }
}

/** @param {string} sample @param {string} variant */
function print(sample, variant) {
  const output = join(out, `${basename(sample, '.json')}.${variant}.pdf`)
  const result = spawnSync(process.execPath, [cli, 'render', sample, '--template', variant, '-o', output, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })
  if (result.status !== 0) {
    process.stderr.write(result.stdout + result.stderr)
    process.exitCode = 1
    return
  }
  const { pages, diagnostics } = JSON.parse(result.stdout)
  process.stdout.write(`${output}  ${pages}页  ${diagnostics.length}处提示或警告\n`)
}
