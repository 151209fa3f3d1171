/** 项目支出绩效目标表 of 财预〔2015〕88号: the same paired indicator table, funding in 万元 by two sources, no narratives. */
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

type Side = 'implementation' | 'annual'

const total = (side: Side) => ({ field: `funding.${side}.total`, format: 'wanYuan' }) as const

/** 财政拨款: as given, else the sum of what the three levels of government give. */
const fiscal = (side: Side) =>
  ({
    field: `funding.${side}.fiscal`,
    sumOf: [`funding.${side}.central`, `funding.${side}.provincial`, `funding.${side}.municipal`],
    format: 'wanYuan',
  }) as const

/** 其他资金: all that is no 财政拨款, the unit's own funds among it. */
const other = (side: Side) =>
  ({ sumOf: [`funding.${side}.selfRaised`, `funding.${side}.other`], format: 'wanYuan' }) as const

const amount = <C>(columns: readonly [number, number], content: C, label?: string) =>
  ({ columns, content, align: 'right', ...(label === undefined ? {} : { label }) }) as const

export const national2015 = defineTemplate<PerformanceTarget>()({
  id: 'national-2015',
  form: 'performance-target',
  source: '财预〔2015〕88号 中央部门预算绩效目标管理办法 附件：项目支出绩效目标申报表',
  title: '项目支出绩效目标表',
  paper: PAPER,
  columns: [7, 17, 18, 35, 30, 18, 27, 30],
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
            { columns: [1, 3], rows: 3, content: '项目资金\n（万元）' },
            { columns: [4, 4], content: '中期资金总额：' },
            amount([5, 5], total('implementation')),
            { columns: [6, 7], content: '年度资金总额：' },
            amount([8, 8], total('annual')),
          ],
        },
        {
          cells: [
            { columns: [4, 4], content: '其中：财政拨款' },
            amount([5, 5], fiscal('implementation')),
            { columns: [6, 7], content: '其中：财政拨款' },
            amount([8, 8], fiscal('annual')),
          ],
        },
        {
          cells: [
            { columns: [4, 4], content: '其他资金' },
            amount([5, 5], other('implementation'), '中期其他资金'),
            { columns: [6, 7], content: '其他资金' },
            amount([8, 8], other('annual'), '年度其他资金'),
          ],
        },
      ],
    },
    {
      kind: 'rows',
      headRows: 1,
      rows: [
        {
          cells: [
            { columns: [1, 1], rows: 2, content: '总体目标' },
            { columns: [2, 5], role: 'head', content: '中期目标' },
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
