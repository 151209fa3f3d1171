/** Prints the forms named on the command line with the compiled package and writes one SHA-256 of all the bytes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, ...files] = process.argv.slice(2)
const load = (name) => import(pathToFileURL(join(folder, name)).href)
const { renderForm } = await load('src/index.js')
const { performanceTarget } = await load('templates/index.js')

const hash = createHash('sha256')
for (const [index, file] of files.entries()) {
  const template = index % 2 === 0 ? 'yangquan-2023' : 'national-2015'
  const { pdf } = await renderForm(performanceTarget, JSON.parse(readFileSync(file, 'utf8')), { template })
  hash.update(pdf)
}
process.stdout.write(hash.digest('hex'))
