import { unzlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { maskText } from '../../src/copies/mask-words.js'
import { labelOf } from '../../src/diagnostics/label.js'
import { readClassicPdf } from '../../src/finish/classic-pdf.js'
import { type FormOptions, layoutForm, readForm, renderForm, verifyCopy } from '../../src/index.js'
import type { Template } from '../../src/template/template.js'
import { performanceTarget } from '../../templates/index.js'
import { ownForm, ownTemplate } from '../support/own-form.js'
import { readCells } from '../support/page-text.js'
import { readSample } from './support/samples.js'

describe('a mobile number', () => {
  it.each([
    ['13800001234', '138****1234'],
    ['电话：13800001234。', '电话：138****1234。'],
    ['138-0000-1234或139 0000 5678', '138-****-1234或139 **** 5678'],
    ['+86 138 0000 1234', '+86 138 **** 1234'],
    ['8613800001234', '86138****1234'],
    ['１３８００００１２３４', '１３８****１２３４'],
    ['138\u200b0000\u00ad1234', '138****1234'],
    ['138 00001234', '138 ****1234'],
    ['1380000\n1234', '138****\n1234'],
    ['13800001234、15912345678', '138****1234、159****5678'],
    ['138‑1234‑5678', '138‑****‑5678'],
    ['138‐1234‐5678', '138‐****‐5678'],
    ['136−1234−5678', '136−****−5678'],
    ['138﹣1234﹣5678', '138﹣****﹣5678'],
    ['138―1234―5678', '138―****―5678'],
    ['138─1234─5678', '138─****─5678'],
    ['138ー1234ー5678', '138ー****ー5678'],
    ['138•1234•5678', '138•****•5678'],
    ['138・1234・5678', '138・****・5678'],
    ['138_1234_5678', '138_****_5678'],
    ['138/1234/5678', '138/****/5678'],
    ['138~1234~5678', '138~****~5678'],
    ['138.1234.5678', '138.****.5678'],
    ['139 - 1234 - 5678', '139 - **** - 5678'],
    ['138——1234——5678', '138——****——5678'],
    ['138   1234   5678', '138   ****   5678'],
    ['138 00 00 12 34', '138 ** ** 12 34'],
    ['13800 001 234', '138** **1 234'],
    ['1-380-000-1234', '1-38*-***-1234'],
    ['1 3 8 0 0 0 0 1 2 3 4', '1 3 8 * * * * 1 2 3 4'],
    ['(137)1234-5678', '(137)****-5678'],
    ['（137）12345678', '（137）****5678'],
    ['+86(138)00001234', '+86(138)****1234'],
    ['(+86)138-0000-1234', '(+86)138-****-1234'],
    ['＋８６－１３８００００１２３４', '＋８６－１３８****１２３４'],
    ['13800001234元旦值班', '138****1234元旦值班'],
  ])('%j becomes %j', (given, masked) => expect(maskText(given, 'mobile')).toBe(masked))

  it.each([
    '0353-2000004',
    '12800001234',
    '138000012345',
    '20230128104720',
    '1380000123',
    '1,380,000元',
    '',
    '138,1234,5678元',
    '138,1234,5678',
    '13812345678元',
    '13812345678.00元',
    '13812345678 万元',
    '￥13812345678',
    '1380000.1234',
    '13 800 001 234',
    '13-2023-01-001',
    '1998-10-01 100户',
    '1998—2003 100户',
    '财预〔2015〕88号',
    '晋财教〔2023〕138号',
    '1500、2000、300',
    '1380 0000 1234 5678',
    '13800001234.50万元',
    '12×34×5678×901',
  ])('%j is none', (text) => expect(maskText(text, 'mobile')).toBe(text))

  it('is found in linear time, whatever stands around it', () => {
    for (const text of [
      '1'.repeat(100_000),
      `1${'\u200b'.repeat(100_000)}3`,
      '138 '.repeat(25_000),
      '+86'.repeat(33_000),
      '1 3 8 0 0 '.repeat(10_000),
      `138${' '.repeat(100_000)}`,
      '110101 1990 0101 '.repeat(6000),
    ]) {
      const start = performance.now()
      maskText(text, 'mobile')
      maskText(text, 'identity')
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })
})

describe('an identity number', () => {
  it.each([
    ['140302199001011234', '140302********1234'],
    ['身份证14030219900101123X', '身份证140302********123X'],
    ['140302 19900101 1234', '140302 ******** 1234'],
    ['140302900101123', '140302*****1123'],
    ['140302 900101 123', '140302 *****1 123'],
    ['140302 1990 0101 1234', '140302 **** **** 1234'],
    ['1403 0219 9001 0112 34', '1403 02** **** **12 34'],
    ['140302199001 011234', '140302****** **1234'],
    ['14030219900101123 X', '140302********123 X'],
    ['140302-19900101-123X', '140302-********-123X'],
    ['140302‑19900101‑1234', '140302‑********‑1234'],
    ['14030219900101123x（本人）', '140302********123x（本人）'],
    ['１４０３０２１９９００１０１１２３Ｘ', '１４０３０２********１２３Ｘ'],
    ['14030219900101123Ⅹ', '140302********123Ⅹ'],
    ['14030219900101123ⅹ', '140302********123ⅹ'],
    ['140302 1990 0101 123Ⅹ', '140302 **** **** 123Ⅹ'],
    ['14030219900101123×', '140302********123×'],
    ['14030219900101123Х（本人）', '140302********123Х（本人）'], // Cyrillic
    ['14030219900101123Χ', '140302********123Χ'], // Greek
    ['110101199001011234、13800001234', '110101********1234、13800001234'],
  ])('%j becomes %j', (given, masked) => expect(maskText(given, 'identity')).toBe(masked))

  it.each([
    '202301010000001', // begins with a year, which no place does
    '140302199013011234', // no thirteenth month
    '11140300012345678X', // 统一社会信用代码 of an office
    '140302220000000100001', // a project code of 21 digits
    '6222 0213 0011 2345 678', // a bank card
    '140302',
    '',
  ])('%j is none', (text) => expect(maskText(text, 'identity')).toBe(text))

  it.each([
    ['110101-19900101-123X', '110101-********-123X'],
    ['140302 19900101 1234', '140302 ******** 1234'],
    ['110101-13812345678', '110101-138****5678'],
  ])('%j becomes %j, whichever rule comes first', (text, masked) => {
    expect(maskText(maskText(text, 'mobile'), 'identity')).toBe(masked)
    expect(maskText(maskText(text, 'identity'), 'mobile')).toBe(masked)
  })
})

const SECRETS = ['王小明', '李某某甲', '13812345678', '15987654321', '140302199001011234', '0353-7654321']

const secretData = () => ({
  ...readSample('04-small-business-upgrade.json'),
  overview: '联系人手机138-1234-5678，另见15987654321。',
  indicators: [
    { level1: '产出指标', level2: '数量指标', implementation: [{ name: '咨询13812345678', value: '1家' }], annual: [] },
  ],
  safeguards: '负责人身份证140302199001011234。',
  funding: {
    ...readSample('04-small-business-upgrade.json').funding,
    annual: {
      total: '13800001234',
      central: 13800001234,
      provincial: null,
      municipal: null,
      selfRaised: null,
      other: null,
    },
  },
  signature: { responsible: '王小明', handler: '李某某甲', phone: '0353-7654321', filledAt: '20230119' },
})
const publish = (options: FormOptions = {}) =>
  renderForm(performanceTarget, secretData(), { copy: 'public', title: '绩效目标表 13812345678', ...options })

/** Everything a reader of the file can find: all streams unpacked, texts in UTF-8 and in the UTF-16 of the dictionaries. */
const contentOf = (pdf: Uint8Array): string =>
  readClassicPdf(pdf)
    .objects.flatMap(({ body, stream }) => {
      const utf16 = body.replace(/<FEFF([0-9A-F]*)>/g, (_, hex: string) =>
        String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
      )
      const data =
        stream === undefined
          ? ''
          : Buffer.from(body.includes('/FlateDecode') ? unzlibSync(stream) : stream).toString('utf8')
      return [utf16, data]
    })
    .join('\n')

describe('a public copy', () => {
  it('has no private word anywhere: pages, data, metadata, code', async () => {
    const { pdf, pages, masked } = await publish({ drop: ['names', 'phone'] })
    const printed = readCells(pages)
      .map(({ text }) => text)
      .join('\n')
    const content = contentOf(pdf)
    expect(content).toContain('绩效目标表 138****5678')
    for (const secret of SECRETS) {
      expect(printed).not.toContain(secret)
      expect(content).not.toContain(secret)
      expect(JSON.stringify(masked)).not.toContain(secret)
    }
    expect(printed).toContain('138****5678')
  })

  it('tells what was masked, and by which rule', async () => {
    const { masked } = await publish({ drop: ['names'] })
    expect(masked?.map(({ path, rule, shown }) => [path, rule, shown])).toEqual(
      [
        ['', 'mobiles', '绩效目标表 138****5678'],
        ['overview', 'mobiles', '联系人手机138-****-5678，另见159****4321。'],
        ['safeguards', 'identities', '负责人身份证140302********1234。'],
        ['indicators[0].implementation[0].name', 'mobiles', '咨询138****5678'],
        ['signature.responsible', 'names', ''],
        ['signature.handler', 'names', ''],
      ].sort((a, b) => order.indexOf(a[0] ?? '') - order.indexOf(b[0] ?? '')),
    )
    expect(masked?.find(({ path }) => path === 'signature.handler')).toMatchObject({ label: '经办人', kind: '姓名' })
  })
  /** The title, then the data in the order it was written. */
  const order = [
    '',
    'overview',
    'safeguards',
    'indicators[0].implementation[0].name',
    'signature.responsible',
    'signature.handler',
  ]

  it('leaves amounts, dates and codes alone, though they may look like telephone numbers', async () => {
    const { pages } = await publish()
    expect(readCells(pages).find(({ path }) => path === 'funding.annual.total')?.text).toBe('13,800,001,234')
  })

  it('tells a field that two rules change as it is printed, and not what only the second hides', async () => {
    const data = { ...secretData(), safeguards: '13800001234，110101-19900101-123X。' }
    const { masked } = await renderForm(performanceTarget, data, { copy: 'public' })
    const told = masked?.filter(({ path }) => path === 'safeguards').map(({ rule, shown }) => [rule, shown])
    expect(told).toEqual([
      ['mobiles', '138****1234，110101-********-123X。'],
      ['identities', '138****1234，110101-********-123X。'],
    ])
  })

  describe('whose ids are private numbers', () => {
    const ids = ['110101199001011234', '110101199002021234', '13812345678', '13899995678', '138****5678', 'A1']
    const item = (id: string, side: string) => ({ id, name: `指标${ids.indexOf(id)}${side}`, value: '1家' })
    const withIds = () => ({
      ...readSample('04-small-business-upgrade.json'),
      indicators: [
        {
          level1: '产出指标',
          level2: '数量指标',
          implementation: ids.map((id) => item(id, '中期')),
          annual: ids.toReversed().map((id) => item(id, '年度')),
        },
      ],
    })
    const rowsOf = (pages: Parameters<typeof readCells>[0]) =>
      readCells(pages)
        .filter(({ path }) => path?.startsWith('indicators['))
        .map(({ path, row, text }) => [path, row, text])

    it('has the rows of the final copy', async () => {
      const [final, published] = await Promise.all(
        (['final', 'public'] as const).map((copy) => renderForm(performanceTarget, withIds(), { copy })),
      )
      expect(rowsOf(published?.pages ?? [])).toEqual(rowsOf(final?.pages ?? []))
    })

    it('carries none of them, and prints again as it was', async () => {
      const { pdf, masked } = await renderForm(performanceTarget, withIds(), { copy: 'public' })
      const content = contentOf(pdf)
      for (const id of ids.slice(0, 4)) expect(content).not.toContain(id)
      const shown = masked?.filter(({ path }) => path.includes('.implementation[')).map((field) => field.shown)
      expect(shown).toEqual(['110101********1234', '110101********1234#1', '138****5678#1', '138****5678#2'])
      const again = await renderForm(performanceTarget, (await readForm(pdf)) as never, { copy: 'public' })
      expect(again.masked).toEqual([])
      expect(again.code).toBe((await renderForm(performanceTarget, withIds(), { copy: 'public' })).code)
    })
  })

  it('has another code than the final copy of the same data', async () => {
    const final = await renderForm(performanceTarget, secretData(), { copy: 'final' })
    expect((await publish()).code).not.toBe(final.code)
    expect(JSON.stringify(await readForm(final.pdf))).toContain('王小明')
    expect(final.masked).toBeUndefined()
  })

  it('finds nothing missing that was left out on request', async () => {
    const withNames = await publish()
    const { diagnostics } = await publish({ drop: ['names', 'phone'], strict: false })
    expect(diagnostics.filter(({ path }) => path.startsWith('signature'))).toEqual([])
    expect(
      withNames.diagnostics.filter(({ code, path }) => code === 'private-phone' && !path.startsWith('funding')),
    ).toEqual([])
  })

  it('leaves the caller’s data as it was', async () => {
    const data = deepFreeze(secretData())
    await renderForm(performanceTarget, data, { copy: 'public', drop: ['names'] })
    expect(data).toEqual(secretData())
  })
  const deepFreeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(Object.freeze(value))) deepFreeze(inner)
    return value
  }

  it('of a template that does not say what is hidden is refused; an empty list hides nothing', async () => {
    const { masking: _, ...template } = performanceTarget.templates['yangquan-2023'] as Template
    const form = readSample('07-rural-drinking-water.json') as never
    await expect(renderForm(performanceTarget, form, { copy: 'public', template })).rejects.toThrow('masking')
    const { masked } = await renderForm(performanceTarget, form, {
      copy: 'public',
      template: { ...template, masking: [] },
    })
    expect(masked).toEqual([])
  })

  it('refuses to leave out what the template has no rule for', async () => {
    await expect(publish({ drop: ['everything'] })).rejects.toThrow('names、phone')
    await expect(publish({ copy: 'final', drop: ['names'] })).rejects.toThrow('只用于public')
    await expect(layoutForm(performanceTarget, secretData(), { copy: 'secret' as 'public' })).rejects.toThrow(
      'plain、draft、final、public',
    )
  })
})

describe('what is private and was handed in as a number', () => {
  const model = z.strictObject({
    phone: z.coerce.string(),
    account: z.number().nullable(),
    married: z.boolean().nullable(),
    total: z.union([z.string(), z.number()]),
  })
  const form = ownForm({
    model,
    labels: { phone: '电话', account: '账号', married: '婚否', total: '合计' },
    templates: {
      'own-2024': {
        ...ownTemplate(['phone', 'account', 'married', 'total']),
        masking: [
          { name: 'mobiles', label: '手机号码', mask: 'mobile', except: ['total'] },
          { name: 'person', label: '个人信息', mask: 'drop', fields: ['account', 'married'], onRequest: true },
        ],
      },
    },
  })
  const data = { phone: 13812345678, account: 6222021300, married: true, total: 13812345678 }

  it('is masked and dropped as a text is', async () => {
    const { pdf, pages, masked } = await renderForm(form, data, { copy: 'public', drop: ['person'] })
    const told = masked?.map(({ path, shown }) => [path, shown])
    expect(told).toEqual(
      expect.arrayContaining([
        ['phone', '138****5678'],
        ['account', ''],
        ['married', ''],
      ]),
    )
    expect(told).toHaveLength(3)
    expect(await readForm(pdf)).toEqual({ ...data, phone: '138****5678', account: null, married: null })
    expect(pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join('\n')).not.toContain('6222021300')
    expect(await verifyCopy(pdf, { forms: [form] })).toMatchObject({ verdict: 'reproduced' })
  })

  it('is refused where the field cannot be blank, and never shown', async () => {
    const strict = { ...form, model: model.extend({ account: z.number() }) }
    await expect(renderForm(strict, data, { copy: 'public', drop: ['person'] })).rejects.toThrow('账号')
  })
})

it('the rules of the templates name fields that there are', () => {
  for (const { masking } of Object.values(performanceTarget.templates)) {
    const fields = (masking ?? []).flatMap(({ fields = [], except = [] }) => [...fields, ...except])
    expect(fields.filter((field) => labelOf({ ...performanceTarget.labels }, field) === undefined)).toEqual([])
  }
})
