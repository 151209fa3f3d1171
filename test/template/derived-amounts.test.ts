import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeDiagnostic, layoutForm } from '../../src/index.js'
import { bindTemplate } from '../../src/template/bind-template.js'
import type { Content, Section } from '../../src/template/template.js'
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

describe('a sum of scores', () => {
  const [base] = Object.values(performanceTarget.templates)
  if (!base) throw new Error('the form has no template')
  const content: Content = { field: 'total', sumOf: ['own', 'public'] }
  const merged: Section = {
    kind: 'rows',
    rows: [
      {
        cells: [
          { columns: [1, 4], rows: 2, content },
          { columns: [5, 8], content: '上' },
        ],
      },
      { cells: [{ columns: [5, 8], content: '下' }] },
    ],
  }
  const plain: Section = { kind: 'rows', rows: [{ cells: [{ columns: [1, 8], content: '上' }] }] }
  const signature = { columns: [80], before: 2, cells: [{ columns: [1, 1] as const, content }] }

  it.each([
    ['in a cell merged over rows', { sections: [merged] }],
    ['above the frame', { sections: [plain], heading: [{ type: 'body', content }] }],
    ['in the signature line', { sections: [plain], signature }],
  ])('%s is told as the number it is, and not in 元', (_, words) => {
    const template = { ...base, heading: [], ...words }
    const labels = { total: '总分', own: '自评分', public: '公众评分' }
    const { diagnostics } = bindTemplate({ template, form: { own: 61.5, public: 30 }, labels }, { steering: [] })
    expect(
      diagnostics.filter(({ code }) => code === 'amount-derived').map((one) => describeDiagnostic(one).message),
    ).toEqual(['总分（total）：数据中没有这个数，已由自评分、公众评分相加得出91.5。'])
  })
})
