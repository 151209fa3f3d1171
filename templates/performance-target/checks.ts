/** The content rules of 项目支出绩效目标表: findings on data that fits the model. They change nothing and never throw. */
import { amountsIn } from '../../src/checks/amounts-in-text.js'
import { checkBrackets } from '../../src/checks/brackets.js'
import { checkCharacters } from '../../src/checks/characters.js'
import { checkCode } from '../../src/checks/code-style.js'
import { checkDocumentNumbers } from '../../src/checks/document-numbers.js'
import { type TextField, textFieldsOf } from '../../src/checks/fields.js'
import { checkFilingDate } from '../../src/checks/filing-date.js'
import { inFormOrder } from '../../src/checks/in-form-order.js'
import { indicatorsOf } from '../../src/checks/indicator-group.js'
import {
  checkCostComparator,
  checkDeadline,
  checkPercent,
  checkPercentMixed,
  checkSatisfaction,
} from '../../src/checks/indicator-values.js'
import { checkComplete, checkPaired } from '../../src/checks/indicators.js'
import { checkAnnualEqual, checkAnnualWithin } from '../../src/checks/money-sides.js'
import { checkTotal } from '../../src/checks/money-total.js'
import { checkAmountFactor, checkSmallAmount, isSmallAmount } from '../../src/checks/money-unit.js'
import { checkNarratives } from '../../src/checks/narratives.js'
import { checkPeriodNature } from '../../src/checks/period-nature.js'
import { checkPersons } from '../../src/checks/person-counts.js'
import { checkPlaceholders } from '../../src/checks/placeholders.js'
import { isPlainText } from '../../src/checks/plain-text.js'
import { checkPrivatePhone } from '../../src/checks/private-phone.js'
import { checkRequired, checkRequiredGroups } from '../../src/checks/required.js'
import { checkYearlyNeed, checkYears } from '../../src/checks/text-figures.js'
import type { CheckContext } from '../../src/define-form.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { flatMap } from '../../src/lists/flat-map.js'
import { performanceTargetLabels } from './labels.js'
import type { PerformanceTarget } from './model.js'

type Form = PerformanceTarget
type Rule = (form: Form, context: CheckContext) => readonly Diagnostic[]

const sources = ['central', 'provincial', 'municipal', 'selfRaised', 'other'] as const
const fiscalSources = ['central', 'provincial', 'municipal'] as const
const ownSources = ['selfRaised', 'other'] as const
const amounts = ['total', 'fiscal', ...sources] as const
const sides = ['implementation', 'annual'] as const
const narratives = ['overview', 'basis', 'necessity', 'safeguards', 'plan'] as const

/** 一级指标 that every form has (财预〔2015〕88号). */
const standardLevel1 = ['产出指标', '效益指标', '满意度指标']

/** Budget departments have three digits; variants may allow more. */
const departmentCode = ['\\d{3}']

/** Fields that steer and are not read as text. */
const steering: ReadonlySet<string> = new Set([
  'form',
  'template',
  'projectNature',
  'indicators[].implementation[].id',
  'indicators[].annual[].id',
])

/** 财政拨款 is the sum of the three levels; where only it is given, it stands for them in the total. */
const checkSums: Rule = ({ funding }) =>
  sides.flatMap((side) => {
    const { total, fiscal, ...amount } = funding[side]
    const levels = fiscalSources.map((source) => amount[source])
    const stated = typeof fiscal === 'string' && levels.every((level) => level === null) ? [fiscal] : levels
    return [
      ...checkTotal(`funding.${side}.total`, total, [...stated, ...ownSources.map((source) => amount[source])]),
      ...(typeof fiscal === 'string' ? checkTotal(`funding.${side}.fiscal`, fiscal, levels, 'money-total/levels') : []),
    ]
  })

const checkSides: Rule = ({ funding, projectNature, projectPeriodYears }) => {
  const isOneYear = projectNature === 'one-off' || projectPeriodYears === 1
  return amounts.flatMap((name) => {
    const [path, annual, period] = [`funding.annual.${name}`, funding.annual[name], funding.implementation[name]]
    return [...checkAnnualWithin(path, annual, period), ...(isOneYear ? checkAnnualEqual(path, annual, period) : [])]
  })
}

/** A total that is too small explains its sources; only where it is not are they looked at one by one. */
const checkUnits: Rule = (form) => {
  const narrated = narratedAmounts(form)
  return sides.flatMap((side) => {
    const amount = form.funding[side]
    const names = isSmallAmount(amount.total) ? (['total'] as const) : amounts
    return [
      ...names.flatMap((name) => checkSmallAmount(`funding.${side}.${name}`, amount[name])),
      ...checkAmountFactor(`funding.${side}.total`, amount.total, narrated),
    ]
  })
}

const narratedAmounts = (form: Form) =>
  proseOf(form).flatMap(({ path, text }) =>
    amountsIn(text).map(({ written, fen, isUnitPrice }) => ({
      written,
      fen,
      isUnitPrice,
      where: performanceTargetLabels[path as keyof typeof performanceTargetLabels],
    })),
  )

const checkNature: Rule = (form) => checkPeriodNature('projectPeriodYears', form.projectNature, form.projectPeriodYears)

const checkCompleteness: Rule = ({ projectName, department, implementingUnit, goals, indicators }) => [
  ...checkRequired({ path: 'projectName', text: projectName }),
  ...checkRequired({ path: 'department.code', text: department.code }),
  ...checkRequired({ path: 'department.name', text: department.name }),
  ...checkRequired({ path: 'implementingUnit', text: implementingUnit }),
  ...sides.flatMap((side) => checkRequired({ path: `goals.${side}`, text: goals[side] })),
  ...checkRequiredGroups('indicators', indicators, standardLevel1),
]

/** Amounts are texts of digits, and no telephone numbers however long they are. */
const isAmount = ({ path }: { readonly path: string }): boolean => path.startsWith('funding.')

const checkTexts: Rule = (form) =>
  flatMap(
    textFieldsOf(form, steering).filter((field) => !isAmount(field)),
    (field) =>
      isPlainText(field.text)
        ? [...checkPlaceholders(field), ...checkPrivatePhone(field)]
        : [
            ...checkPlaceholders(field),
            ...checkDocumentNumbers(field),
            ...checkBrackets(field),
            ...checkPrivatePhone(field),
            ...checkCharacters(field),
          ],
  )

const checkProse: Rule = (form) =>
  checkNarratives(narratives.map((path) => ({ path, text: form[path], label: performanceTargetLabels[path] })))

const checkDepartment: Rule = ({ department }, { template }) =>
  checkCode('department.code', department.code, template.conventions?.['departmentCode'] ?? departmentCode)

const checkIndicators: Rule = ({ indicators, fiscalYear, projectPeriodYears }) => {
  const placed = indicatorsOf('indicators', indicators)
  const term = { year: fiscalYear, years: projectPeriodYears }
  return [
    ...flatMap(indicators, (group, index) => checkPaired(`indicators[${index}]`, group)),
    ...flatMap(placed, (indicator) => [
      ...checkComplete(indicator),
      ...checkCostComparator(indicator),
      ...checkPercent(indicator),
      ...checkSatisfaction(indicator),
      ...checkDeadline(indicator, term),
    ]),
    ...checkPercentMixed('indicators', placed),
  ]
}

const checkFigures: Rule = (form) => {
  const prose = proseOf(form)
  const indicators = flatMap(form.indicators, ({ implementation, annual }) => [...implementation, ...annual])
  return [
    ...prose.flatMap((field) => checkYears(field, form.projectPeriodYears)),
    ...prose.flatMap((field) => checkYearlyNeed(field, form.funding.annual.total, form.fiscalYear)),
    ...checkPersons(prose, indicators, form.fiscalYear),
  ]
}

const checkDate: Rule = ({ signature, fiscalYear }, { today }) =>
  checkFilingDate('signature.filledAt', signature.filledAt, { today, year: fiscalYear })

/** The running text: narratives and goals. */
const proseOf = (form: Form): readonly TextField[] => [
  ...narratives.map((path) => ({ path, text: form[path] })),
  ...sides.map((side) => ({ path: `goals.${side}`, text: form.goals[side] })),
]

/** In this order findings of one field stand. */
const rules: readonly Rule[] = [
  checkCompleteness,
  checkNature,
  checkSums,
  checkSides,
  checkUnits,
  checkDepartment,
  checkProse,
  checkTexts,
  checkFigures,
  checkIndicators,
  checkDate,
]

/** All findings, field by field in the order of the form. `context.template.conventions.departmentCode` lists allowed codes. */
export const checkPerformanceTarget = (form: PerformanceTarget, context: CheckContext): readonly Diagnostic[] =>
  inFormOrder(
    form,
    rules.flatMap((rule) => rule(form, context)),
  )
