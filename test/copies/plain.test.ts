import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { render } from '../../src/render.js'
import { performanceTarget } from '../../templates/index.js'
import { everySample, platform, readSample } from './support/samples.js'

/**
 * Hashes of every plain copy. A change of plain print is meant or it is a fault: whoever means it records anew, with
 * `JIXIAO_RECORD=plain npx vitest run test/copies/plain.test.ts`, and says why.
 */
const file = new URL('./plain-hashes.json', import.meta.url)
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { pages: string; pdf: string }>
const recording = process.env['JIXIAO_RECORD'] === 'plain'
const found: Record<string, { pages: string; pdf: string }> = {}

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 32)
const print = async (sample: string, options: object) => {
  const { pdf, pages, ...rest } = await render(performanceTarget, readSample(sample), options, platform)
  expect(Object.keys(rest)).toEqual(['diagnostics'])
  return { pages: hash(JSON.stringify(pages)), pdf: hash(pdf) }
}

afterAll(() => {
  if (recording) writeFileSync(file, `${JSON.stringify(found, undefined, 2)}\n`)
})

it.each(everySample)('the plain copy of %s in %s knows nothing of other copies', async (sample, template) => {
  const printed = await print(sample, { template })
  found[`${sample} ${template}`] = printed
  const { signing: _, proof: __, masking: ___, ...bare } = performanceTarget.templates[template]!
  expect(await print(sample, { template: bare, copy: 'plain' })).toEqual(printed)
  if (!recording) expect(printed).toEqual(recorded[`${sample} ${template}`])
})
