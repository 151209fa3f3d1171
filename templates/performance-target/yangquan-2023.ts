/** 项目支出绩效目标表 as Yangquan (Shanxi) printed it with the departments' budgets of 2023: eight columns, 元, five narratives. */
import { defineTemplate } from '../../src/template/define-template.js'
import type { PerformanceTarget } from './model.js'
import {
  INDICATORS,
  INSET,
  MASKING,
  PAGE_FOOT,
  PAGE_HEAD,
  PAPER,
  PROJECT_NATURE,
  PROOF,
  RULE,
  SIGNATURE,
  SIGNING,
  SMALLEST_TYPE,
  TYPE,
  YEAR_SUBTITLE,
} from './shared.js'

const narrative = (label: string, field: 'overview' | 'basis' | 'necessity' | 'safeguards' | 'plan') =>
  ({
    breakInside: 'auto',
    cells: [
      { columns: [1, 3], content: label },
      { columns: [4, 8], content: { field }, justify: true },
    ],
  }) as const

type FundingSource = 'total' | 'central' | 'provincial' | 'municipal' | 'selfRaised' | 'other'

/** One row of the funding matrix: the same source of the period on the left and of the year on the right. */
const funding = (source: FundingSource, labels: readonly [period: string, year: string]) => [
  { columns: [4, 4], content: labels[0] } as const,
  { columns: [5, 5], content: { field: `funding.implementation.${source}`, format: 'yuan' }, align: 'right' } as const,
  { columns: [6, 7], content: labels[1] } as const,
  { columns: [8, 8], content: { field: `funding.annual.${source}`, format: 'yuan' }, align: 'right' } as const,
]

export const yangquan2023 = defineTemplate<PerformanceTarget>()({
  id: 'yangquan-2023',
  form: 'performance-target',
  source: '阳泉市2023年部门预算公开 项目支出绩效目标表；财预〔2015〕88号、财预〔2015〕163号、财预〔2011〕285号',
  title: '项目支出绩效目标表',
  paper: PAPER,
  columns: [6.5, 17.7, 17.7, 34, 37, 18.5, 21, 29.6],
  type: TYPE,
  smallestType: SMALLEST_TYPE,
  inset: INSET,
  rule: RULE,
  heading: [
    { role: 'title', type: 'title', after: 0.5 },
    { role: 'subtitle', content: YEAR_SUBTITLE, type: 'subtitle', after: 2 },
  ],
  sections: [
    {
      kind: 'rows',
      keepTogether: true,
      rows: [
        {
          cells: [
            { columns: [1, 3], content: '项目名称' },
            { columns: [4, 8], content: { field: 'projectName' } },
          ],
        },
        {
          cells: [
            { columns: [1, 3], content: '主管部门及代码' },
            { columns: [4, 5], content: [{ field: 'department.code' }, { field: 'department.name', join: '-' }] },
            { columns: [6, 6], content: '实施单位' },
            { columns: [7, 8], content: { field: 'implementingUnit' } },
          ],
        },
        {
          cells: [
            { columns: [1, 3], content: '项目属性' },
            { columns: [4, 5], content: { field: 'projectNature', choices: PROJECT_NATURE } },
            { columns: [6, 6], content: '项目期' },
            { columns: [7, 8], content: { field: 'projectPeriodYears', format: 'years' } },
          ],
        },
        {
          cells: [
            { columns: [1, 3], rows: 6, content: '项目资金\n（元）' },
            ...funding('total', ['实施期资金总额：', '年度资金总额：']),
          ],
        },
        { cells: funding('central', ['其中：中央财政资金', '其中：中央财政资金']) },
        { cells: funding('provincial', ['省级财政资金', '省级财政资金']) },
        { cells: funding('municipal', ['市县（区）财政资金', '市县（区）财政资金']) },
        { cells: funding('selfRaised', ['单位自筹', '单位自筹']) },
        { cells: funding('other', ['其他资金', '其他资金']) },
      ],
    },
    {
      kind: 'rows',
      rows: [
        narrative('项目概况', 'overview'),
        narrative('立项依据', 'basis'),
        narrative('项目设立必要性', 'necessity'),
        narrative('保证项目实施的制度、措施', 'safeguards'),
        narrative('项目实施计划', 'plan'),
      ],
    },
    {
      kind: 'rows',
      headRows: 1,
      rows: [
        {
          cells: [
            { columns: [1, 1], rows: 2, content: '总体目标' },
            { columns: [2, 5], role: 'head', content: '实施期目标' },
            { columns: [6, 8], role: 'head', content: '年度目标' },
          ],
        },
        {
          breakInside: 'auto',
          cells: [
            { columns: [2, 5], content: { field: 'goals.implementation' }, justify: true },
            { columns: [6, 8], content: { field: 'goals.annual' }, justify: true },
          ],
        },
      ],
    },
    INDICATORS,
  ],
  signature: SIGNATURE,
  pageHead: PAGE_HEAD,
  pageFoot: PAGE_FOOT,
  signing: SIGNING,
  proof: PROOF,
  masking: MASKING,
})
