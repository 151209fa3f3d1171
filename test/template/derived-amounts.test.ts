import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { describeDiagnostic, layoutForm } from '../../src/index.js'
import { performanceTarget } from '../../templates/index.js'

const file = new URL('../../templates/performance-target/samples/01-heating-allowance.json', import.meta.url)

it('a sum that the data does not hold is told in 元, with the names of its fields, however it is printed', async () => {
  const form = JSON.parse(readFileSync(file, 'utf8'))
  const { diagnostics } = await layoutForm(performanceTarget, form, { template: 'national-2015' })
  const derived = diagnostics.filter(({ code }) => code === 'amount-derived')
  expect(derived.map((finding) => describeDiagnostic(finding).message)).toContain(
    '年度财政拨款（funding.annual.fiscal）：数据中没有这一金额，已由年度中央财政资金、年度省级财政资金、年度市县（区）财政资金相加得出22520000元。',
  )
  expect(derived.map((finding) => describeDiagnostic(finding, 'en').message)).toContain(
    '年度财政拨款 (funding.annual.fiscal): The amount is not in the data; it was added up from 年度中央财政资金, 年度省级财政资金, 年度市县（区）财政资金: 22520000 yuan.',
  )
})
