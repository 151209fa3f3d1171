/** What must stand on paper, written down from the specification (form.md) and not from the templates: an oracle of its own. */
import type { PerformanceTargetInput } from '../../../templates/performance-target/model.js'

export const VARIANTS = ['yangquan-2023', 'national-2015'] as const
export type Variant = (typeof VARIANTS)[number]

type Form = PerformanceTargetInput
type Amount = Form['funding']['annual']['total']

/** White space aside, and what the engine says it takes out. */
export const visible = (text: string): string =>
  text.replace(/[\s\u0085\u3000\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu, '')

/** Text of every field by the path of its cell, white space aside; fields with nothing to print are absent. */
export const expectedValues = (form: Form, variant: Variant): ReadonlyMap<string, string> => {
  const { department, signature } = form
  const all: [path: string, text: string][] = [
    ['fiscalYear', `（${form.fiscalYear ?? ''}年度）`],
    ['projectName', form.projectName],
    ['department', `${department.code === '' ? '' : `${department.code}-`}${department.name}`],
    ['implementingUnit', form.implementingUnit],
    [
      'projectNature',
      form.projectNature === null
        ? ''
        : { recurring: '经常性项目（长期开展）', 'one-off': '一次性项目（1年结束）' }[form.projectNature],
    ],
    ['projectPeriodYears', form.projectPeriodYears === null ? '' : `${form.projectPeriodYears}年`],
    ...(variant === 'yangquan-2023' ? [...yuan(form), ...narratives(form)] : wan(form)),
    ['goals.implementation', form.goals.implementation],
    ['goals.annual', form.goals.annual],
    ...indicators(form),
    ['signature.responsible', `负责人：${signature.responsible}`],
    ['signature.handler', `经办人：${signature.handler}`],
    ['signature.phone', `联系电话：${signature.phone}`],
    ['signature.filledAt', `填报日期：${printedDate(signature.filledAt)}`],
  ]
  return new Map(all.map(([path, text]) => [path, visible(text)] as const).filter(([, text]) => text !== ''))
}

const sides = ['implementation', 'annual'] as const

const narratives = (form: Form): [string, string][] =>
  (['overview', 'basis', 'necessity', 'safeguards', 'plan'] as const).map((path) => [path, form[path]])

const yuan = ({ funding }: Form): [string, string][] =>
  sides.flatMap((side) =>
    (['total', 'central', 'provincial', 'municipal', 'selfRaised', 'other'] as const).map(
      (source): [string, string] => [`funding.${side}.${source}`, grouped(written(funding[side][source]))],
    ),
  )

const wan = ({ funding }: Form): [string, string][] =>
  sides.flatMap((side): [string, string][] => {
    const { total, fiscal, central, provincial, municipal, selfRaised, other } = funding[side]
    return [
      [`funding.${side}.total`, inWan(fenOf(total))],
      [`funding.${side}.fiscal`, inWan(fiscal === undefined ? sum([central, provincial, municipal]) : fenOf(fiscal))],
      [`funding.${side}`, inWan(sum([selfRaised, other]))],
    ]
  })

const written = (amount: Amount): string => (amount === null ? '' : typeof amount === 'object' ? '' : String(amount))

const grouped = (amount: string): string => {
  const [whole = '', ...decimals] = amount.split('.')
  const digits = Array.from(whole)
  const groups: string[] = []
  while (digits.length > 0) groups.unshift(digits.splice(-3).join(''))
  return [groups.join(','), ...decimals].join('.')
}

const fenOf = (amount: Amount | undefined): bigint | null => {
  const text = amount === undefined ? '' : written(amount)
  if (text === '') return null
  const [whole = '0', decimals = ''] = text.split('.')
  return BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'))
}

const sum = (amounts: readonly Amount[]): bigint | null => {
  const given = amounts.map(fenOf).filter((fen) => fen !== null)
  return given.length === 0 ? null : given.reduce((total, fen) => total + fen, 0n)
}

const inWan = (fen: bigint | null): string => {
  if (fen === null) return ''
  const rest = String(fen % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${grouped(String(fen / 1_000_000n))}${rest === '' ? '' : `.${rest}`}`
}

const indicators = (form: Form): [string, string][] =>
  form.indicators.flatMap((group, i) =>
    sides.flatMap((side) =>
      group[side].flatMap((item, j): [string, string][] => [
        [`indicators[${i}].${side}[${j}].name`, item.name],
        [`indicators[${i}].${side}[${j}].value`, item.value],
      ]),
    ),
  )

const printedDate = (date: string | null): string => {
  const [, year, month, day] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})/.exec(date ?? '') ?? []
  return year === undefined ? '' : `${year}年${Number(month)}月${Number(day)}日`
}

const INDICATOR_HEADS = ['一级指标', '二级指标', '三级指标', '指标值', '二级指标', '三级指标', '指标值']

/** The form's own words, each as often as it stands on the first page part of its cell; group names left aside. */
export const OWN_WORDS: Readonly<Record<Variant, readonly string[]>> = {
  'yangquan-2023': [
    '项目名称',
    '主管部门及代码',
    '实施单位',
    '项目属性',
    '项目期',
    '项目资金（元）',
    ...['实施期资金总额：', '年度资金总额：'],
    ...Array.from(['其中：中央财政资金', '省级财政资金', '市县（区）财政资金', '单位自筹', '其他资金'], (word) => [
      word,
      word,
    ]).flat(),
    '项目概况',
    '立项依据',
    '项目设立必要性',
    '保证项目实施的制度、措施',
    '项目实施计划',
    '总体目标',
    '实施期目标',
    '年度目标',
    '绩效指标',
    ...INDICATOR_HEADS,
  ],
  'national-2015': [
    '项目名称',
    '主管部门及代码',
    '实施单位',
    '项目属性',
    '项目期',
    '项目资金（万元）',
    '中期资金总额：',
    '年度资金总额：',
    '其中：财政拨款',
    '其中：财政拨款',
    '其他资金',
    '其他资金',
    '总体目标',
    '中期目标',
    '年度目标',
    '绩效指标',
    ...INDICATOR_HEADS,
  ],
}
