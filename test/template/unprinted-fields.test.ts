import { expect, it } from 'vitest'
import { describeDiagnostic } from '../../src/diagnostics/describe-diagnostic.js'
import type { BoundGrid } from '../../src/template/bound-grid.js'
import type { Template } from '../../src/template/template.js'
import { unprintedFields } from '../../src/template/unprinted-fields.js'

const emptyGrid = { heading: [], sections: [] } as unknown as BoundGrid

it('what prints nothing anyway is not missed: white space and invisible marks', () => {
  const form = {
    name: '道路养护',
    note: ' \n\u3000',
    remark: '\u200b',
    plan: '',
    items: [{ value: '\u00ad' }],
    total: '0',
  }
  const source = { template: { id: 'small' } as Template, form, labels: { name: '项目名称' } }
  expect(unprintedFields(source, emptyGrid, []).map((finding) => describeDiagnostic(finding).message)).toEqual([
    '项目名称（name）：所选版式“small”不打印这一项，“道路养护”没有印出。',
    'total：所选版式“small”不打印这一项，“0”没有印出。',
  ])
})

it('a date is one field, as the data has it: it is missed once, and not at all where it steers', () => {
  const form = { filed: { year: 2024, month: 1, day: 5, time: '10:00:00' } }
  const source = { template: { id: 'small' } as Template, form, labels: { filed: '填报日期' } }
  expect(unprintedFields(source, emptyGrid, []).map((finding) => describeDiagnostic(finding).message)).toEqual([
    '填报日期（filed）：所选版式“small”不打印这一项，“2024年1月5日”没有印出。',
  ])
  expect(unprintedFields(source, emptyGrid, ['filed'])).toEqual([])
})

it('of a date that is printed in parts, the others are missed', () => {
  const source = { template: { id: 'small' } as Template, form: { from: { year: 2024, month: 3, day: 5 } }, labels: {} }
  const texts = [{ sources: ['from.year', 'from.month'] }]
  const grid = { ...emptyGrid, heading: texts } as unknown as BoundGrid
  expect(unprintedFields(source, grid, []).map(({ path }) => path)).toEqual(['from.day'])
})
