// What stands on the form, in words and without geometry: the other contenders set these, each in its own way.

/** @import { Form } from './sample-form.mjs' */

/**
 * @typedef {[period: string, value: string, year: string, value: string]} PairedRow
 * @typedef {{ level1: string, level2: string, rows: PairedRow[] }} Group
 * @typedef {object} FormWords
 * @property {string} title
 * @property {string} subtitle
 * @property {string} projectName
 * @property {PairedRow[]} facts  label and value, twice a row
 * @property {PairedRow[]} funding
 * @property {[label: string, text: string][]} narratives
 * @property {[period: string, year: string]} goals
 * @property {Group[]} groups  a group without indicators has one blank row
 * @property {string[]} signature
 */

const sources = /** @type {const} */ ([
  ['total', '实施期资金总额：', '年度资金总额：'],
  ['central', '其中：中央财政资金', '其中：中央财政资金'],
  ['provincial', '省级财政资金', '省级财政资金'],
  ['municipal', '市县（区）财政资金', '市县（区）财政资金'],
  ['selfRaised', '单位自筹', '单位自筹'],
  ['other', '其他资金', '其他资金'],
])

/**
 * @param {Form} form
 * @returns {FormWords}
 */
export function formWords(form) {
  const { department, funding, signature } = form
  const nature = form.projectNature === 'recurring' ? '经常性项目（长期开展）' : '一次性项目（1年结束）'
  return {
    title: '项目支出绩效目标表',
    subtitle: `（${form.fiscalYear}年度）`,
    projectName: form.projectName,
    facts: [
      ['主管部门及代码', `${department.code}-${department.name}`, '实施单位', form.implementingUnit],
      ['项目属性', nature, '项目期', `${form.projectPeriodYears}年`],
    ],
    funding: sources.map(([source, period, year]) => [
      period,
      yuan(funding.implementation[source]),
      year,
      yuan(funding.annual[source]),
    ]),
    narratives: [
      ['项目概况', form.overview],
      ['立项依据', form.basis],
      ['项目设立必要性', form.necessity],
      ['保证项目实施的制度、措施', form.safeguards],
      ['项目实施计划', form.plan],
    ],
    goals: [form.goals.implementation, form.goals.annual],
    groups: form.indicators.map(pairedGroup),
    signature: [
      `负责人：${signature.responsible}`,
      `经办人：${signature.handler}`,
      `联系电话：${signature.phone}`,
      `填报日期：${chineseDate(signature.filledAt)}`,
    ],
  }
}

/**
 * How many rows each 一级指标 takes, in the order of the form.
 *
 * @param {readonly Group[]} groups
 * @returns {{ level1: string, groups: Group[], rowCount: number }[]}
 */
export function byLevel1(groups) {
  /** @type {{ level1: string, groups: Group[], rowCount: number }[]} */
  const merged = []
  for (const group of groups) {
    const last = merged.at(-1)
    const rowCount = group.rows.length
    if (last?.level1 !== group.level1) merged.push({ level1: group.level1, groups: [group], rowCount })
    else Object.assign(last, { groups: [...last.groups, group], rowCount: last.rowCount + rowCount })
  }
  return merged
}

/** @param {any} group @returns {Group} */
function pairedGroup({ level1, level2, implementation, annual }) {
  const count = Math.max(1, implementation.length, annual.length)
  const rows = Array.from(
    { length: count },
    (_, index) =>
      /** @type {PairedRow} */ ([
        implementation[index]?.name ?? '',
        implementation[index]?.value ?? '',
        annual[index]?.name ?? '',
        annual[index]?.value ?? '',
      ]),
  )
  return { level1, level2, rows }
}

/** @param {number | null} amount */
const yuan = (amount) => (amount === null ? '' : String(amount).replace(/\B(?=(\d{3})+$)/g, ','))

/** @param {string} stamp  yyyyMMddHHmmss */
const chineseDate = (stamp) => `${stamp.slice(0, 4)}年${Number(stamp.slice(4, 6))}月${Number(stamp.slice(6, 8))}日`
