/**
 * The data of 项目支出绩效目标表: one project's targets for its whole period and for one year.
 * The paired 中期/年度 shape is that of 财预〔2015〕88号, the narratives are those of 财预〔2011〕285号.
 */
import * as z from 'zod'
import { choice } from '../../src/model/choice.js'
import { fiscalYear, periodYears } from '../../src/model/integer.js'
import { money } from '../../src/model/money.js'
import { organisation } from '../../src/model/organisation.js'
import { signature } from '../../src/model/signature.js'
import { text } from '../../src/model/text.js'
import { PROJECT_NATURE } from './shared.js'

/** 项目资金 of one side in 元. `fiscal` (财政拨款) is for variants that print it; else it is derived. */
const funding = z.strictObject({
  total: money(),
  fiscal: money().optional(),
  central: money(),
  provincial: money(),
  municipal: money(),
  selfRaised: money(),
  other: money(),
})

/** 三级指标 and 指标值. Items with the same `id` on both sides stand in one row; without ids they pair in order. */
const indicator = z.strictObject({ id: text().optional(), name: text(), value: text() })

const indicatorGroup = z.strictObject({
  level1: text(),
  level2: text(),
  implementation: z.array(indicator),
  annual: z.array(indicator),
})

export const performanceTargetModel = z.strictObject({
  form: z.literal('performance-target'),
  formatVersion: z.literal(1).default(1),
  /** Name of the variant to print; the caller's choice comes first. */
  template: text().optional(),
  fiscalYear: fiscalYear(),
  projectName: text(),
  department: organisation(),
  implementingUnit: text(),
  projectNature: choice(PROJECT_NATURE),
  projectPeriodYears: periodYears(),
  funding: z.strictObject({ implementation: funding, annual: funding }),
  overview: text(),
  basis: text(),
  necessity: text(),
  safeguards: text(),
  plan: text(),
  goals: z.strictObject({ implementation: text(), annual: text() }),
  indicators: z.array(indicatorGroup),
  signature: signature(),
})

/** The data as a caller writes it. */
export type PerformanceTargetInput = z.input<typeof performanceTargetModel>

/** The data as the engine works on it: amounts are decimal strings, dates are calendar dates. */
export type PerformanceTarget = z.output<typeof performanceTargetModel>
