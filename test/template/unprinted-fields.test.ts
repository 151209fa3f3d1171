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
