import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckContext, FormDefinition } from '../../../src/define-form.js'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js'
import { readJson } from '../../../src/input/read-json.js'
import { parseForm } from '../../../src/model/parse-form.js'
import { runChecks } from '../../../src/run-checks.js'
import type { Template } from '../../../src/template/template.js'
import { checkPerformanceTarget } from '../../../templates/performance-target/checks.js'
import { performanceTargetLabels } from '../../../templates/performance-target/labels.js'
import {
  type PerformanceTarget,
  type PerformanceTargetInput,
  performanceTargetModel,
} from '../../../templates/performance-target/model.js'
import { words } from '../../checks/words.js'

const folder = new URL('../../../templates/performance-target/samples/', import.meta.url)
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
const template = { id: 'plain' } as Template
const definition = {
  id: 'performance-target',
  formatVersion: 1,
  model: performanceTargetModel,
  labels: performanceTargetLabels,
  checks: checkPerformanceTarget,
} as unknown as FormDefinition<typeof performanceTargetModel>

const parse = (input: unknown): PerformanceTarget => {
  const parsed = parseForm(definition, input)
  if ('diagnostics' in parsed) throw new Error(JSON.stringify(parsed.diagnostics))
  return parsed.data
}

const input = (file: string): PerformanceTargetInput =>
  readJson(readFileSync(new URL(file, folder))) as PerformanceTargetInput

const findings = (file: string, context: Partial<CheckContext> = {}): readonly Diagnostic[] =>
  runChecks(definition, parse(input(file)), { template, ...context })

const count = (file: string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { code, facts } of findings(file)) {
    const key = typeof facts['variant'] === 'string' ? `${code}/${facts['variant']}` : code
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

describe('the sample forms', () => {
  it.each([
    [
      '01-heating-allowance.json',
      { 'document-number/brackets': 4, 'brackets/unbalanced': 2, 'narrative-bare/equal': 1, 'satisfaction-100': 2 },
    ],
    ['02-digital-government.json', { 'brackets/straight-quote': 2 }],
    ['03-smart-education.json', { 'percent/mixed': 1, 'percent/word': 5 }],
    [
      '04-small-business-upgrade.json',
      { 'document-number/brackets': 2, 'brackets/unbalanced': 1, 'cost-comparator': 4 },
    ],
    [
      '07-rural-drinking-water.json',
      {
        'narrative-bare': 3,
        'narrative-bare/equal': 2,
        'document-number/brackets': 3,
        'satisfaction-100': 2,
        'private-phone': 1,
      },
    ],
    ['10-unequal-sides.json', { 'indicator-unpaired': 6, 'indicator-unpaired/id': 2 }],
    ['11-empty-form.json', { required: 6, 'required/indicators': 3 }],
    [
      '12-one-off-mismatch.json',
      {
        'period-nature/one-off': 1,
        'money-one-off': 3,
        'document-number/ordinal': 1,
        'document-number/leading-zero': 1,
        'document-number/trailing': 1,
        'text-figures/persons': 1,
        'text-figures/years': 1,
        'deadline-outside/annual': 1,
      },
    ],
    [
      '13-blank-year-draft.json',
      {
        required: 2,
        'required/indicators': 1,
        'money-total/blank': 1,
        placeholder: 4,
        'indicator-unpaired': 3,
        'indicator-incomplete/value': 2,
        'indicator-incomplete/name': 1,
      },
    ],
    ['14-rare-names.json', {}],
    ['15-long-narratives.json', {}],
  ])('%s', (file, expected) => {
    expect(count(file)).toEqual(expected)
  })

  it('are all tested here', () => {
    expect(files).toHaveLength(11)
  })

  it('equal overview and necessity in 01 are named', () => {
    expect(words(findings('01-heating-allowance.json'))).toContain(
      '项目设立必要性（necessity）：这一项与“项目概况”的内容完全相同。',
    )
  })

  it('every finding has the official label of its field, and words in both languages', () => {
    for (const file of files) {
      const found = findings(file)
      words(found)
      for (const { label } of found) expect(label).toMatch(/./)
    }
  })

  it('findings stand in the order of the form, whatever the order of the data', () => {
    const shuffle = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffle)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, shuffle(inner)]),
      )
    }
    for (const file of files) {
      const shuffled = runChecks(definition, parse(shuffle(input(file))), { template })
      expect(shuffled).toEqual(findings(file))
    }
    expect(findings('07-rural-drinking-water.json').map(({ path }) => path.replace(/\[.*/, ''))).toEqual([
      ...Array<string>(2).fill('basis'),
      ...Array<string>(3).fill('necessity'),
      ...Array<string>(3).fill('safeguards'),
      'indicators',
      'indicators',
      'signature.phone',
    ])
  })
})

describe('the rules of the form', () => {
  const changed = (
    change: (form: PerformanceTargetInput) => unknown,
    context: Partial<CheckContext> = {},
  ): string[] => {
    const form = structuredClone(input('02-digital-government.json'))
    change(form)
    const before = new Set(findings('02-digital-government.json').map(({ code, path }) => `${code} ${path}`))
    return checkPerformanceTarget(parse(form), { template, ...context })
      .map(({ code, path }) => `${code} ${path}`)
      .filter((finding) => !before.has(finding))
  }

  it('takes an amount of eleven digits for no mobile number', () => {
    const amount = 13_800_000_000
    expect(
      changed(({ funding }) => {
        for (const side of [funding.implementation, funding.annual])
          Object.assign(side, { total: amount, municipal: amount })
      }),
    ).toEqual([])
  })

  it('add up both sides', () => {
    expect(changed(({ funding }) => Object.assign(funding.annual, { central: 1000 }))).toEqual([
      'money-total funding.annual.total',
      'money-annual-exceeds funding.annual.central',
      'money-one-off funding.annual.central',
    ])
  })

  it('let 财政拨款 stand for the three levels, or be their sum', () => {
    const levels = { central: null, provincial: null, municipal: null }
    const both = (amounts: object) => (form: PerformanceTargetInput) => [
      Object.assign(form.funding.annual, amounts),
      Object.assign(form.funding.implementation, amounts),
    ]
    expect(changed(both({ ...levels, fiscal: 10000000 }))).toEqual([])
    expect(changed(both({ fiscal: 10000000 }))).toEqual([])
    expect(changed(both({ fiscal: 9000000 }))).toEqual([
      'money-total funding.implementation.fiscal',
      'money-total funding.annual.fiscal',
    ])
    const form = structuredClone(input('02-digital-government.json'))
    both({ fiscal: 9000000 })(form)
    expect(words(checkPerformanceTarget(parse(form), { template }))).toContain(
      'funding.annual.fiscal：9000000元与中央、省级、市县（区）财政资金之和10000000元不符，相差-1000000元。',
    )
  })

  it('suspect 万元', () => {
    const inWan = { total: 830, municipal: 830 }
    expect(
      changed(({ funding }) => [Object.assign(funding.annual, inWan), Object.assign(funding.implementation, inWan)]),
    ).toEqual(['money-unit funding.implementation.total', 'money-unit funding.annual.total'])
  })

  it('take the department codes of the template', () => {
    const withCode = (form: PerformanceTargetInput): void => {
      form.department.code = '[015001]'
    }
    const conventions = { departmentCode: ['\\d{3}', '\\[\\d{6}\\]'] }
    expect(changed(withCode)).toEqual(['code-style department.code'])
    expect(changed(withCode, { template: { id: 'other', conventions } as unknown as Template })).toEqual([])
  })

  it('know today only from the caller', () => {
    expect(changed(() => undefined, { today: '2023-02-08' })).toEqual(['date signature.filledAt'])
    expect(changed(() => undefined, { today: '2023-02-09' })).toEqual([])
  })

  it('do not read ids and template names as text', () => {
    expect(changed((form) => Object.assign(form, { template: 'XX' }))).toEqual([])
  })
})

it('the checks never throw, change nothing, and give the same findings twice (property)', () => {
  const bits = fc.constantFrom(
    '《',
    '》',
    '“',
    '”',
    '（',
    '）',
    '〔2023〕',
    '[2022]',
    '第',
    '0',
    '8号',
    '目标1：',
    'XX',
    '无',
    '≥',
    '100',
    '%',
    '百分比',
    '万元',
    '名',
    '每年需',
    '连续',
    '年',
    '2024年',
    '满意度',
    '13800000000',
    '"',
    ',',
    '⼀',
    '\u200b',
    '\ue000',
    '𠮷',
    '\n',
    '好',
  )
  const text = fc.oneof(
    fc.array(bits, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  const amount = fc.oneof(fc.constant(null), fc.nat(), fc.constantFrom('0.50', '999999999999999', '1000'))
  const side = fc.record(
    {
      total: amount,
      central: amount,
      provincial: amount,
      municipal: amount,
      selfRaised: amount,
      other: amount,
      fiscal: amount,
    },
    { requiredKeys: ['total', 'central', 'provincial', 'municipal', 'selfRaised', 'other'] },
  )
  const items = fc.array(fc.record({ id: text, name: text, value: text }, { requiredKeys: ['name', 'value'] }), {
    maxLength: 3,
  })
  const level2 = fc.constantFrom('成本指标', '时效指标', '服务对象满意度指标', '')
  const form = fc.record({
    form: fc.constant('performance-target'),
    fiscalYear: fc.constantFrom(null, 2023, 1900, 2999),
    projectName: text,
    department: fc.record({ code: text, name: text }),
    implementingUnit: text,
    projectNature: fc.constantFrom(null, 'recurring', 'one-off'),
    projectPeriodYears: fc.constantFrom(null, 1, 3, 99),
    funding: fc.record({ implementation: side, annual: side }),
    overview: text,
    basis: text,
    necessity: text,
    safeguards: text,
    plan: text,
    goals: fc.record({ implementation: text, annual: text }),
    indicators: fc.array(fc.record({ level1: text, level2, implementation: items, annual: items }), { maxLength: 3 }),
    signature: fc.record({
      responsible: text,
      handler: text,
      phone: text,
      filledAt: fc.constantFrom('', null, '2023-01-28', '20300101'),
    }),
  })
  fc.assert(
    fc.property(form, (data) => {
      const parsed = parseForm(definition, data)
      if ('diagnostics' in parsed) return
      const before = JSON.stringify(parsed.data)
      const found = runChecks(definition, parsed.data, { template, today: '2023-06-01' })
      expect(JSON.stringify(parsed.data)).toBe(before)
      expect(runChecks(definition, parsed.data, { template, today: '2023-06-01' })).toEqual(found)
      words(found)
      for (const { label } of found) expect(label).toBeDefined()
    }),
    { numRuns: 300 },
  )
})

it('a form full of text is checked quickly', () => {
  const form = input('02-digital-government.json')
  const hostile = [
    '《'.repeat(50_000),
    '）'.repeat(50_000),
    '100人'.repeat(25_000),
    '1380000000013'.repeat(7_000),
    '每年'.repeat(50_000),
    '目标1 '.repeat(20_000),
    '[2022]'.repeat(16_000),
    ' '.repeat(100_000),
    '" '.repeat(50_000),
  ]
  const [overview = '', basis = '', necessity = '', safeguards = '', plan = '', ...goals] = hostile
  const [implementation = '', annual = '', projectName = '', implementingUnit = ''] = goals
  const full = parse({
    ...form,
    overview,
    basis,
    necessity,
    safeguards,
    plan,
    goals: { implementation, annual },
    projectName,
    implementingUnit,
  })
  expect(checkPerformanceTarget(full, { template }).length).toBeGreaterThan(0)
}, 3000)
