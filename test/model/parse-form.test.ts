import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { FormDefinition } from '../../src/define-form.js'
import { describeDiagnostic } from '../../src/diagnostics/describe-diagnostic.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { readJson } from '../../src/input/read-json.js'
import { parseForm } from '../../src/model/parse-form.js'
import { valueAt } from '../../src/template/field-path.js'
import { performanceTargetLabels } from '../../templates/performance-target/labels.js'
import { performanceTargetModel } from '../../templates/performance-target/model.js'

const definition: FormDefinition<typeof performanceTargetModel> = {
  id: 'performance-target',
  title: '项目支出绩效目标表',
  formatVersion: 1,
  model: performanceTargetModel,
  labels: performanceTargetLabels,
  steering: [],
  dates: {},
  templates: {},
  defaultTemplate: '',
  checks: () => [],
  sources: [],
}

type Loose = Record<string, unknown>

const sample = (): Loose =>
  readJson(
    readFileSync(new URL('../../templates/performance-target/samples/01-heating-allowance.json', import.meta.url)),
  ) as Loose

const faults = (input: unknown): readonly Diagnostic[] => {
  const parsed = parseForm(definition, input)
  return 'diagnostics' in parsed ? parsed.diagnostics : []
}

const messages = (input: unknown): string[] =>
  faults(input).map((one) => {
    const { message, hint } = describeDiagnostic(one)
    expect(message + hint + describeDiagnostic(one, 'en').message).not.toMatch(/\{\w+\}/)
    expect(one).toMatchObject({ refuses: true, severity: 'error' })
    return message
  })

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}

describe('a good form', () => {
  it('parses, is not changed, and gives plain data', () => {
    const input = deepFreeze(sample())
    const before = JSON.stringify(input)
    const parsed = parseForm(definition, input)
    if ('diagnostics' in parsed) throw new Error('refused')
    expect(JSON.stringify(input)).toBe(before)
    expect(parsed.data.funding.annual).toEqual({
      total: '22520000',
      central: '0',
      provincial: '0',
      municipal: '22520000',
      selfRaised: '0',
      other: null,
    })
    expect(parsed.data.signature.filledAt).toEqual({ year: 2023, month: 1, day: 28, time: '10:47:20' })
    expect(parsed.data.formatVersion).toBe(1)
    expect(structuredClone(parsed.data)).toEqual(parsed.data)
    expect(JSON.parse(JSON.stringify(parsed.data))).toEqual(parsed.data)
  })

  it('may come with a null prototype or undefined optional keys', () => {
    const input = Object.assign(Object.create(null) as Loose, sample(), { template: undefined })
    expect(faults(input)).toEqual([])
  })

  it('keeps the output in the order of the model, whatever the order of the input', () => {
    const shuffled = Object.fromEntries(Object.entries(sample()).reverse())
    const [first, second] = [parseForm(definition, sample()), parseForm(definition, shuffled)]
    expect(JSON.stringify(second)).toBe(JSON.stringify(first))
  })
})

describe('model errors', () => {
  it('come all at once, in the order of the form, with path and label', () => {
    const input = sample()
    Object.assign(input, {
      fiscalYear: '2023',
      overview: null,
      indicators: [
        { level1: '产出指标', level2: '数量指标', implementation: 'x', annual: [{ name: 5, value: 'x', unit: '' }] },
      ],
    })
    Object.assign((input['funding'] as Loose)['annual'] as Loose, { total: -1, municipal: '1,000' })
    Object.assign(input['signature'] as Loose, { filledAt: '2023-02-30' })
    delete (input['signature'] as Loose)['phone']
    expect(messages(input)).toEqual([
      '预算年度（fiscalYear）：这里应是整数，却是"2023"。',
      '年度资金总额（funding.annual.total）：金额-1是负数。',
      '年度市县（区）财政资金（funding.annual.municipal）：金额“1,000”带有分隔符。',
      '项目概况（overview）：这里应是文字，却是null。',
      '实施期指标（indicators[0].implementation）：这里应是列表，却是"x"。',
      '年度三级指标（indicators[0].annual[0].name）：这里应是文字，却是5。',
      'indicators[0].annual[0].unit：没有“unit”这一项。',
      '联系电话（signature.phone）：缺少“phone”。',
      '填报日期（signature.filledAt）：日期“2023-02-30”不存在。',
    ])
  })

  it.each([
    ['projectname', 'projectName'],
    ['project_name', 'projectName'],
    ['fiscalYaer', 'fiscalYear'],
    ['项目概况', 'overview'],
  ])('suggest for %s the key %s', (key, suggestion) => {
    const [fault] = faults({ ...sample(), [key]: '' })
    expect(fault).toMatchObject({
      code: 'unknown-key',
      path: /^\w+$/.test(key) ? key : `["${key}"]`,
      facts: { suggestion },
    })
    expect(fault && describeDiagnostic(fault).hint).toBe(`是不是想写“${suggestion}”？`)
  })

  it.each([
    ['indicators[0].annual[0]', '三级指标', 'name'],
    ['indicators[0].annual[0]', '指标值', 'value'],
    ['indicators[0].annual[0]', 'vlaue', 'value'],
    ['indicators[0]', '年度指标', 'annual'],
    ['funding.annual', '其中：中央财政资金', 'central'],
    ['funding.implementation', '市县（区）财政资金', 'municipal'],
    ['funding.annual', '资金总额：', 'total'],
    ['', '主管部门', 'department'],
    ['', '项目资金（元）', 'funding'],
    ['', '保证项目实施的制度', 'safeguards'],
    ['signature', '电话', 'phone'],
  ])('find at “%s” for %s the key %s', (place, key, suggestion) => {
    const form = sample()
    const there = place === '' ? form : (valueAt(form, place) as Loose)
    there[key] = ''
    const [fault] = faults(form)
    expect(fault).toMatchObject({ code: 'unknown-key', facts: { variant: 'suggestion', key, suggestion } })
  })

  it.each([
    ['phone', ['signature.phone']],
    ['phnoe', ['signature.phone']],
    ['年度目标', ['goals.annual']],
    ['central', ['funding.implementation.central', 'funding.annual.central']],
    ['中央财政资金', ['funding.implementation.central', 'funding.annual.central']],
    ['指标值', ['indicators[].implementation[].value', 'indicators[].annual[].value']],
  ])('say where %s belongs, and never suggest what was refused', (key, places) => {
    const [fault] = faults({ ...sample(), [key]: '' })
    expect(fault).toMatchObject({ code: 'unknown-key', facts: { variant: 'elsewhere', key, places } })
    expect(fault && describeDiagnostic(fault)).toMatchObject({
      message: expect.stringContaining(`这里没有“${key}”这一项。`),
      hint: `是不是应写在${places.join('、')}？`,
    })
  })

  it('name unknown keys that are like none', () => {
    expect(messages({ ...sample(), 备注: '' })).toEqual(['["备注"]：没有“备注”这一项。'])
    const polluted = JSON.parse('{"__proto__":{"x":1}}') as object
    expect(messages(Object.defineProperties(sample(), Object.getOwnPropertyDescriptors(polluted)))).toEqual([
      '__proto__：没有“__proto__”这一项。',
    ])
  })

  it.each([
    ['signature.phone', '请补上这一项；空白写""。'],
    ['funding.annual.total', '请补上这一项，写成数或"1234.50"这样的文字，单位是元；空白写null。'],
    ['projectPeriodYears', '请补上这一项，写成1这样的整数；未定时写null。'],
    ['signature.filledAt', '请补上这一项，写成"2023-01-28"这样的文字；空白写""。'],
    ['indicators[0].annual', '请补上这一项，用方括号[ ]括起；没有内容时写[]。'],
    ['goals', '请补上这一项，用花括号{ }括起，逐项写明。'],
    ['form', '请补上这一项，写成"performance-target"。'],
    [
      'projectNature',
      '请补上这一项，从"recurring" = 经常性项目（长期开展）、"one-off" = 一次性项目（1年结束）中选用；未定时写null。',
    ],
  ])('say how to add %s', (path, hint) => {
    const form = sample()
    const parts = path.split('.')
    const parent = parts.length === 1 ? form : (valueAt(form, parts.slice(0, -1).join('.')) as Loose)
    delete parent[parts.at(-1) ?? '']
    const found = faults(form)
    expect(found).toMatchObject([{ code: 'missing-key', path }])
    expect(found.map((one) => describeDiagnostic(one).hint)).toEqual([hint])
  })

  it.each([
    [{ projectPeriodYears: '3年' }, '请写成3这样的整数，不加引号；未定时写null。'],
    [{ projectPeriodYears: '５' }, '请写成5这样的整数，不加引号；未定时写null。'],
    [{ projectPeriodYears: '2023' }, '请写成1这样的整数，不加引号；未定时写null。'],
    [{ projectPeriodYears: true }, '请写成1这样的整数，不加引号；未定时写null。'],
    [{ fiscalYear: '2024年度' }, '请写成2024这样的整数，不加引号；未定时写null。'],
    [{ fiscalYear: '今年' }, '请写成2023这样的整数，不加引号；未定时写null。'],
    [
      { projectNature: '经常性项目' },
      '请从"recurring" = 经常性项目（长期开展）、"one-off" = 一次性项目（1年结束）中选用；未定时写null。',
    ],
    [{ formatVersion: '1' }, '版本号是数，请去掉引号。'],
    [{ formatVersion: '2' }, '请写不大于1的版本号，或升级本软件。'],
  ])('say how to correct %j', (change, hint) => {
    expect(faults({ ...sample(), ...change }).map((one) => describeDiagnostic(one).hint)).toEqual([hint])
  })

  it.each([
    [{ ...sample(), form: 'other' }, '表名（form）：没有“other”这种表。'],
    [{ form: 'self-evaluation' }, '表名（form）：没有“self-evaluation”这种表。'],
    [{ ...sample(), formatVersion: 2 }, '格式版本（formatVersion）：数据的格式版本是2，这里只认到第1版。'],
    [{ ...sample(), formatVersion: '1' }, '格式版本（formatVersion）：数据的格式版本是"1"，这里只认到第1版。'],
    [{ ...sample(), form: 5 }, '表名（form）：5不是可选的值。'],
    [{ ...sample(), projectNature: 'yearly' }, '项目属性（projectNature）："yearly"不是可选的值。'],
    [null, '这里应是一组键和值，却是null。'],
    [[], '这里应是一组键和值，却是[]。'],
    ['x', '这里应是一组键和值，却是"x"。'],
    [undefined, '这里应是一组键和值，却是undefined。'],
  ])('case %#', (input, message) => {
    expect(messages(input)).toEqual([message])
  })

  it('keep number literals out of every other field', () => {
    const input = readJson(
      JSON.stringify(sample()).replace('"阳泉市社会保险中心"', '1.10').replace('"recurring"', '1e3'),
    ) as Loose
    expect(messages(input)).toEqual([
      '实施单位（implementingUnit）：这里应是文字，却是1.10。',
      '项目属性（projectNature）：1e3不是可选的值。',
    ])
  })
})

describe('hostile input of a program', () => {
  class Money {
    amount = 5
  }
  const cyclic: Loose = sample()
  cyclic['signature'] = cyclic

  const thrower = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('no')
      },
    },
  )
  it.each([
    ['a date', { ...sample(), overview: new Date(0) }, ['项目概况（overview）：这里是Date，不是普通数据。']],
    ['a class instance', { ...sample(), goals: new Money() }, ['总体目标（goals）：这里是Money，不是普通数据。']],
    ['a map', { ...sample(), funding: new Map() }, ['项目资金（funding）：这里是Map，不是普通数据。']],
    ['a bigint', { ...sample(), fiscalYear: 2023n }, ['预算年度（fiscalYear）：这里应是整数，却是2023n。']],
    ['a function', { ...sample(), plan: () => '' }, ['项目实施计划（plan）：这里应是文字，却是function。']],
    ['a symbol', { ...sample(), plan: Symbol('x') }, ['项目实施计划（plan）：这里应是文字，却是symbol。']],
    ['a cycle', cyclic, ['签字栏（signature）：这里是a cycle (循环引用)，不是普通数据。']],
    [
      'a proxy that throws',
      { ...sample(), department: thrower },
      ['主管部门及代码（department）：这里是unreadable object (无法读取的对象)，不是普通数据。'],
    ],
    [
      'a hole',
      { ...sample(), indicators: new Array(1) },
      ['绩效指标（indicators[0]）：这里应是一组键和值，却是undefined。'],
    ],
  ])('%s', (_, input, expected) => {
    expect(messages(input)).toEqual(expected)
  })

  it('does not run getters', () => {
    const input = sample()
    Object.defineProperty(input, 'plan', {
      enumerable: true,
      get: () => {
        throw new Error('ran')
      },
    })
    expect(messages(input)).toEqual(['项目实施计划（plan）：这里是getter，不是普通数据。'])
  })

  it('stops at data that grows without end', () => {
    let shared: unknown = 'x'
    for (let depth = 0; depth < 60; depth += 1) shared = [shared, shared, shared]
    expect(messages({ ...sample(), indicators: shared })).toEqual(['数据超过200000项。'])
    expect(messages({ ...sample(), indicators: new Array(4_000_000_000) })).toEqual(['数据超过200000项。'])
  })

  it('stops at data that is nested too deep', () => {
    let deep: unknown = 'x'
    for (let depth = 0; depth < 10_000; depth += 1) deep = { deep }
    expect(messages({ ...sample(), signature: { ...(sample()['signature'] as Loose), phone: deep } })).toEqual([
      '联系电话（signature.phone）：这里应是文字，却是{…}。',
    ])
  })
})
