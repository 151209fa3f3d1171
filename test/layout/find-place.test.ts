import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { layoutForm } from '../../src/index.js'
import { toMm } from '../../src/layout/length.js'
import { performanceTarget } from '../../templates/index.js'
import type { PerformanceTargetInput } from '../../templates/performance-target/model.js'

const folder = new URL('../../templates/performance-target/samples/', import.meta.url)
const sample = (): PerformanceTargetInput =>
  JSON.parse(readFileSync(new URL('02-digital-government.json', folder), 'utf8'))

/** Where the findings of a field and the cells of a path stand: page and corner. */
const placesOn = async (template: string, change: (form: PerformanceTargetInput) => unknown) => {
  const form = sample()
  change(form)
  const { pages, diagnostics } = await layoutForm(performanceTarget, form, { template })
  const finding = (path: string) => {
    const found = diagnostics.find((one) => one.path === path)
    if (found === undefined) throw new Error(`no finding on ${path}`)
    return found.place && [found.place.page, found.place.x, found.place.y]
  }
  const cell = (path: string) =>
    pages.flatMap(({ number, cells }) =>
      cells.filter((one) => one.path === path).map(({ x, y }) => [number, toMm(x), toMm(y)]),
    )[0]
  return { finding, cell }
}

it('a field that is added up with others stands in the cell of the sum, and no other field under the same path does', async () => {
  const small = { central: 10, selfRaised: 20 }
  const { finding, cell } = await placesOn('national-2015', ({ funding }) => Object.assign(funding.annual, small))
  expect(cell('funding.annual')).toBeDefined()
  expect(finding('funding.annual.selfRaised')).toEqual(cell('funding.annual'))
  expect(finding('funding.annual.central')).toEqual(cell('funding.annual.fiscal'))
})

it('a field that the variant does not print stands nowhere', async () => {
  const given = { fiscal: 10, central: 10 }
  const { finding } = await placesOn('national-2015', ({ funding }) => Object.assign(funding.annual, given))
  expect(finding('funding.annual.central')).toBeUndefined()
})

it('a part of a cell stands in it, and a container where its first part stands', async () => {
  const { finding, cell } = await placesOn('yangquan-2023', (form) => {
    form.department.code = '62'
    form.indicators[0]?.annual.push({ name: '甲', value: '1个' })
  })
  expect(finding('department.code')).toEqual(cell('department'))
  expect(finding('indicators[0]')).toEqual(cell('indicators[0].level1'))
})
