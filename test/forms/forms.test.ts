/** All forms of the package, all samples, all variants: one loop through every invariant, and the golden files beside this test. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readJson, renderForm } from '../../src/index.js'
import { fingerprint, writeFingerprint } from '../../src/testing/pdf/fingerprint.js'
import '../../src/testing/vitest.js'
import { forms } from '../../templates/index.js'
import { builtPackage } from '../support/outside/built-package.js'

const samplesOf = (id: string): Readonly<Record<string, unknown>> => {
  const folder = new URL(`../../templates/${id}/samples/`, import.meta.url)
  const names = readdirSync(folder).sort()
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.json$/, ''), readJson(readFileSync(new URL(name, folder)))]),
  )
}

/** Pages that show what is hard to get right: labels that stand again, a dense grid, rare characters. */
const PICTURES: Readonly<Record<string, readonly number[]>> = {
  '10-unequal-sides.yangquan-2023': [2],
  '14-rare-names.yangquan-2023': [1],
  '02-digital-government.national-2015': [1],
}

describe.each(forms)('$id', (form) => {
  const samples = samplesOf(form.id)
  const documents = Object.keys(form.templates).flatMap((template) =>
    Object.keys(samples).map((sample) => ({ sample, template, name: `${sample}.${template}` })),
  )

  it('holds every invariant of print', async () => {
    // The compiled toolkit: its hostile processes are plain Node, which does not run TypeScript.
    const built = (path: string): string => pathToFileURL(join(builtPackage(), path)).href
    const { testForm } = (await import(built('src/testing/index.js'))) as typeof import('../../src/testing/index.js')
    const report = await testForm(form, samples, { importAs: { module: built('templates/index.js'), id: form.id } })
    expect(report).toMatchObject({ documents: documents.length, surroundings: 'same bytes' })
  })

  it.each(documents)('$name is laid out as it was', async ({ sample, template, name }) => {
    const rendered = await renderForm(form, samples[sample], { template })
    expect(rendered).toMatchLayoutSnapshot(name)
    const pages = PICTURES[name]
    if (pages) await expect(rendered).toMatchPageSnapshot({ name, pages })
  })

  it('prints the bytes it printed', async () => {
    const lines: string[] = []
    for (const { sample, template, name } of documents) {
      const { pdf } = await renderForm(form, samples[sample], { template })
      lines.push(`${name} ${writeFingerprint(fingerprint(pdf))}\n`)
    }
    await expect(lines.join('')).toMatchFileSnapshot(`__snapshots__/${form.id}.bytes.txt`)
  })
})
