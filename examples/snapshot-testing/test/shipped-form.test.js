/** A form that comes with the package, filled with one's own data. */
import { readFileSync } from 'node:fs'
import { layoutForm, readJson } from 'jixiao-forms'
import { performanceTarget } from 'jixiao-forms/templates'
import { expect, test } from 'vitest'

const data = readJson(readFileSync(new URL('./data/heating-allowance.json', import.meta.url)))

test.each(['yangquan-2023', 'national-2015'])('the heating allowance in %s is laid out as it was', async (template) => {
  expect(await layoutForm(performanceTarget, data, { template })).toMatchLayoutSnapshot(`heating-allowance.${template}`)
})
