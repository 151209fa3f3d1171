/**
 * Joins what `jixiao render | check | layout | forms` loads into one file beside the launcher: a hundred small modules
 * cost a cold process more time than printing a form. The other commands run from the modules as compiled.
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))

/** Commands that print one form; what they load is known, and small. */
const QUICK = ['render', 'check', 'layout', 'forms']

/** pdfmake stays what npm installed; what only the other commands load is not reached from here. */
const external = [
  /^node:/,
  'pdfmake',
  'piscina',
  'pkijs',
  'asn1js',
  'bullmq',
  'ioredis',
  '@hyzyla/pdfium',
  /(batch|sign|diff|preview|verify|read)-command\.js$/,
  /own-forms\.js$/,
  /\/sign\//,
]

const bundle = await rolldown({ input: `${dist}src/cli/main.js`, platform: 'node', external, logLevel: 'warn' })
await bundle.write({ file: `${dist}bin/quick.js`, format: 'esm', codeSplitting: false })
await bundle.close()

await writeFile(
  `${dist}bin/jixiao.js`,
  `#!/usr/bin/env node
const quick = ${JSON.stringify(QUICK)}.includes(process.argv[2] ?? '')
await import(quick ? './quick.js' : '../src/cli/main.js')
`,
)
