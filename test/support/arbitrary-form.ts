/** Random forms of the performance target, parsed: texts of every length, any number of indicators on either side, standard and other groups. */
import fc from 'fast-check'
import type { PerformanceTarget } from '../../templates/performance-target/model.js'

const words = fc.stringMatching(/^[甲乙丙丁，。、；（）《》“”—…·〔〕0-9a-z%≥\-/ 万元人次户年月日]{0,12}$/)
const text = (longest: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: words },
        fc.constant('\n'),
        fc.constant('　　'),
        fc.constant('2023年1月28日'),
        fc.constant('〔2022〕55号'),
      ),
      { maxLength: longest },
    )
    .map((parts) => parts.join(''))

const item = fc.record({ name: text(6), value: text(3) })
const items = fc.oneof({ weight: 5, arbitrary: fc.array(item, { maxLength: 4 }) }, fc.array(item, { maxLength: 30 }))
const group = fc.record({
  level1: fc.constantFrom('产出指标', '效益指标', '满意度指标', '成本指标', '其他', ''),
  level2: fc.constantFrom(
    '数量指标',
    '质量指标',
    '社会效益指标',
    '服务对象满意度指标',
    '自定的一个名称很长很长的二级指标',
    '',
  ),
  implementation: items,
  annual: items,
})
const amount = fc.option(fc.constantFrom('0', '1', '67560000', '1234.50', '999999999999999'))
const side = fc.record({
  total: amount,
  central: amount,
  provincial: amount,
  municipal: amount,
  selfRaised: amount,
  other: amount,
})

export const arbitraryForm: fc.Arbitrary<PerformanceTarget> = fc.record({
  form: fc.constant('performance-target' as const),
  formatVersion: fc.constant(1 as const),
  fiscalYear: fc.option(fc.integer({ min: 1900, max: 2999 })),
  projectName: text(8),
  department: fc.record({ code: fc.constantFrom('', '062'), name: text(4) }),
  implementingUnit: text(4),
  projectNature: fc.constantFrom('recurring' as const, 'one-off' as const, null),
  projectPeriodYears: fc.option(fc.integer({ min: 1, max: 99 })),
  funding: fc.record({ implementation: side, annual: side }),
  overview: text(60),
  basis: text(20),
  necessity: text(20),
  safeguards: text(100),
  plan: text(20),
  goals: fc.record({ implementation: text(40), annual: text(40) }),
  indicators: fc.array(group, { maxLength: 9 }),
  signature: fc.record({
    responsible: text(2),
    handler: text(2),
    phone: text(1),
    filledAt: fc.constantFrom(null, { year: 2023, month: 1, day: 28 }),
  }),
})
