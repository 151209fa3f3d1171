import { describe, expect, it } from 'vitest'
import { amountsIn } from '../../src/checks/amounts-in-text.js'
import { checkCode } from '../../src/checks/code-style.js'
import { checkFilingDate } from '../../src/checks/filing-date.js'
import { indicatorsOf, type PlacedIndicator } from '../../src/checks/indicator-group.js'
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
import { checkAmountFactor, checkSmallAmount } from '../../src/checks/money-unit.js'
import { checkPeriodNature } from '../../src/checks/period-nature.js'
import { checkPersons } from '../../src/checks/person-counts.js'
import { checkRequired, checkRequiredGroups } from '../../src/checks/required.js'
import { checkYearlyNeed, checkYears } from '../../src/checks/text-figures.js'
import { words } from './words.js'

describe('money-total', () => {
  it.each([
    ['10', ['4', '6'], []],
    ['10', ['4.10', '5.9', null], []],
    ['0.30', ['0.1', '0.2'], []],
    ['10', [null, null], []],
    [null, ['0', null], []],
    ['10', ['4', null], ['t：10元与各项资金来源之和4元不符，相差6元。']],
    ['0.3', ['0.1', '0.19'], ['t：0.3元与各项资金来源之和0.29元不符，相差0.01元。']],
    [
      '999999999999999',
      ['999999999999998', '0'],
      ['t：999999999999999元与各项资金来源之和999999999999998元不符，相差1元。'],
    ],
    [null, ['5'], ['t：各项资金来源共5元，总额却空白。']],
  ])('%s of %j', (total, sources, expected) => {
    expect(words(checkTotal('t', total, sources))).toEqual(expected)
  })

  it('names what 财政拨款 is the sum of', () => {
    expect(words(checkTotal('t', '10', ['4', '5', null], 'money-total/levels'))).toEqual([
      't：10元与中央、省级、市县（区）财政资金之和9元不符，相差1元。',
    ])
  })
})

describe('money-annual-exceeds, money-one-off', () => {
  it('compares exactly', () => {
    expect(words(checkAnnualWithin('a', '10.01', '10'))).toEqual(['a：年度金额10.01元大于实施期金额10元。'])
    expect(checkAnnualWithin('a', '10.0', '10')).toEqual([])
    expect(checkAnnualWithin('a', '10', null)).toEqual([])
    expect(words(checkAnnualEqual('a', '9', '10'))).toEqual([
      'a：一年结束的项目，年度金额（9）应与实施期金额（10）相同。',
    ])
    expect(words(checkAnnualEqual('a', null, '10'))).toEqual([
      'a：一年结束的项目，年度金额（空白）应与实施期金额（10）相同。',
    ])
    expect(checkAnnualEqual('a', null, '0.00')).toEqual([])
  })
})

describe('money-unit', () => {
  it('finds small amounts', () => {
    expect(words(checkSmallAmount('a', '999.99'))).toEqual(['a：金额只有999.99元。'])
    expect([checkSmallAmount('a', '1000'), checkSmallAmount('a', '0'), checkSmallAmount('a', null)]).toEqual([
      [],
      [],
      [],
    ])
  })

  it('reads amounts in text', () => {
    const fen = (text: string): bigint[] => amountsIn(text).map((amount) => amount.fen)
    expect(fen('安排600万元，其中2,853.5万元、1.2亿元和3360元')).toEqual([
      600_000_000n,
      2_853_500_000n,
      12_000_000_000n,
      336_000n,
    ])
    expect(fen('600户、5万人、3元钱')).toEqual([300n])
  })

  it('finds a factor of 10,000', () => {
    const narrated = amountsIn('安排600万元').map((amount) => ({ ...amount, where: '项目概况' }))
    const expected = (amount: string) => [`a：金额${amount}元与文中的“600万元”恰好相差一万倍（见项目概况）。`]
    expect(words(checkAmountFactor('a', '60000000000', narrated))).toEqual(expected('60000000000'))
    expect(checkAmountFactor('a', '6000000', narrated)).toEqual([])
    expect(checkAmountFactor('a', '600', narrated)).toEqual([])
    expect(checkAmountFactor('a', '1200000', narrated)).toEqual([])
  })

  it.each(['共2252万元', '共2252 万元', '共２２５２万元', '共2，252万元', '共2,252万 元', '每年需资金2252万元'])(
    'finds a factor of 10,000 in %s',
    (text) => {
      const narrated = amountsIn(text).map((amount) => ({ ...amount, where: '项目概况' }))
      expect(words(checkAmountFactor('a', '2252', narrated))).toEqual([
        `a：金额2252元与文中的“${narrated[0]?.written}”恰好相差一万倍（见项目概况）。`,
      ])
    },
  )

  it.each(['每户补助2252万元', '补助标准为2252万元', '人均2252万元', '2252万元/户', '2252万元每户'])(
    'leaves the unit price aside: %s',
    (text) => {
      const narrated = amountsIn(text).map((amount) => ({ ...amount, where: '项目概况' }))
      expect(checkAmountFactor('a', '2252', narrated)).toEqual([])
    },
  )
})

it('period-nature', () => {
  expect(words(checkPeriodNature('p', 'one-off', 2))).toEqual(['p：一次性项目应在1年内结束，项目期却是2年。'])
  expect(words(checkPeriodNature('p', 'recurring', 1))).toEqual(['p：经常性项目的项目期通常为3年，这里是1年。'])
  expect([
    checkPeriodNature('p', 'one-off', 1),
    checkPeriodNature('p', 'recurring', 3),
    checkPeriodNature('p', null, 5),
    checkPeriodNature('p', 'recurring', null),
  ]).toEqual([[], [], [], []])
})

it('required', () => {
  expect(words(checkRequired({ path: 'a', text: ' \n' }))).toEqual(['a：这一项没有填写。'])
  expect(words(checkRequired({ path: 'a', text: '\u200b\u3000\ufeff' }))).toEqual(['a：这一项没有填写。'])
  expect(checkRequired({ path: 'a', text: '好' })).toEqual([])
  const group = {
    level1: '产出指标',
    level2: '',
    implementation: [{ name: '', value: '' }],
    annual: [{ name: '甲', value: '' }],
  }
  const unseen = { ...group, level1: '效益指标', annual: [{ name: '\u200b', value: '\u00ad' }] }
  expect(words(checkRequiredGroups('i', [group, unseen], ['产出指标', '效益指标']))).toEqual([
    'i：“效益指标”下没有任何指标。',
  ])
})

it('code-style', () => {
  expect(words(checkCode('c', '62', ['\\d{3}']))).toEqual(['c：部门代码“62”不合规定的格式。'])
  expect(words(checkCode('c', '0621', ['\\d{3}', '(']))).toHaveLength(1)
  expect([
    checkCode('c', '062', ['\\d{3}']),
    checkCode('c', '[015001]', ['\\d{3}', '\\[\\d{6}\\]']),
    checkCode('c', '', []),
    checkCode('c', '\u200b', ['\\d{3}']),
  ]).toEqual([[], [], [], []])
})

const one = (
  level2: string,
  value: string,
  name = '甲',
  side: 'implementation' | 'annual' = 'annual',
): PlacedIndicator => {
  const [item] = indicatorsOf('i', [
    { level1: '产出指标', level2, implementation: [], annual: [], [side]: [{ name, value }] },
  ])
  if (item === undefined) throw new Error('no indicator')
  return item
}

it('indicator-incomplete', () => {
  expect(words(checkComplete(one('', '', '甲')))).toEqual(['i[0].annual[0].value：指标“甲”没有指标值。'])
  expect(words(checkComplete(one('', '5个', ' ')))).toEqual([
    'i[0].annual[0].name：指标值“5个”没有对应的三级指标名称。',
  ])
  expect(words(checkComplete(one('', '\u200b', '甲')))).toEqual(['i[0].annual[0].value：指标“甲”没有指标值。'])
  expect([
    checkComplete(one('', '', '')),

    checkComplete(one('', '1', '甲')),
  ]).toEqual([[], []])
})

it('indicator-unpaired', () => {
  const item = (id?: string) => ({ name: '甲', value: '1', id })
  const group = (implementation: ReturnType<typeof item>[], annual: ReturnType<typeof item>[]) => ({
    level1: '',
    level2: '数量指标',
    implementation,
    annual,
  })
  expect(words(checkPaired('i[0]', group([item()], [])))).toEqual([
    'i[0]：“数量指标”的实施期指标有1项，年度指标有0项。',
  ])
  expect(words(checkPaired('i[0]', group([item('a')], [item('b')])))).toEqual([
    'i[0]：“数量指标”中编号为a、b的指标只在一侧出现。',
  ])
  expect([
    checkPaired('i[0]', group([item()], [item()])),
    checkPaired('i[0]', group([item('a'), item()], [item(), item('a')])),
  ]).toEqual([[], []])
})

describe('indicator values', () => {
  it.each([
    ['≥50万元/家/年', 1],
    ['≥50万', 1],
    ['≥￥500000元', 1],
    ['不得低于50元', 1],
    ['≥50万次', 0],
    ['不低于50元', 1],
    ['50万元以上', 1],
    ['≤50万元', 0],
    ['≥80%', 0],
    ['≥3家', 0],
    ['按合同价', 0],
  ])('cost-comparator %s: %i', (value, count) => {
    expect(checkCostComparator(one('成本指标', value))).toHaveLength(count)
    expect(checkCostComparator(one('经济效益指标', value))).toEqual([])
  })

  it.each(['节约成本', '成本节省额', '压减经费'])('cost-comparator: more is better of %s', (name) => {
    expect(checkCostComparator(one('成本指标', '≥50万元', name))).toEqual([])
  })

  it('says what is wrong', () => {
    expect(words(checkCostComparator(one('成本指标', '≥50万元', '配套资金')))).toEqual([
      'i[0].annual[0].value：成本指标“配套资金”的值“≥50万元”用了“不少于”的写法。',
    ])
    expect(words(checkPercent(one('', '≥80百分比')))).toEqual(['i[0].annual[0].value：“≥80百分比”把“百分比”当作单位。'])
    expect(words(checkPercent(one('', '120%')))).toEqual(['i[0].annual[0].value：“120%”超过100%。'])
    expect(words(checkPercent(one('', '120百分号')))).toHaveLength(2)
    expect(checkPercent(one('', '≥95个百分比'))[0]?.facts['expected']).toBe('≥95%')
    expect([
      checkPercent(one('', '100%')),
      checkPercent(one('', '120个')),
      checkPercent(one('', '提高5个百分点')),
    ]).toEqual([[], [], []])
    expect(words(checkPercentMixed('i', [one('', '80百分比'), one('', '80%'), one('', '90％')]))).toEqual([
      'i：同一张表里有的写“%”（2处），有的写“百分比”（1处）。',
    ])
    expect(checkPercentMixed('i', [one('', '80%')])).toEqual([])
    expect(words(checkSatisfaction(one('服务对象满意度指标', '≥100%', '群众满意度')))).toEqual([
      'i[0].annual[0].value：满意度指标“群众满意度”定为100%。',
    ])
    expect([checkSatisfaction(one('服务对象满意度指标', '≥95%')), checkSatisfaction(one('质量指标', '100%'))]).toEqual([
      [],
      [],
    ])
  })

  it('deadline-outside', () => {
    const term = { year: 2023, years: 3 }
    expect(words(checkDeadline(one('时效指标', '2024年3月底前'), term))).toEqual([
      'i[0].annual[0].value：年度指标的时限“2024年3月底前”不在2023年。',
    ])
    expect(words(checkDeadline(one('时效指标', '2026年底前', '甲', 'implementation'), term))).toEqual([
      'i[0].implementation[0].value：时限“2026年底前”不在3年的实施期内。',
    ])
    const fine = [
      one('时效指标', '2023年底前'),
      one('时效指标', '2025年底前', '甲', 'implementation'),
      one('数量指标', '2030年'),
      one('时效指标', '每年年底前'),
      ...[
        '2024年1月1日前',
        '2024年前',
        '2024年之前',
        '2023年前',
        '2023-2024年采暖期',
        '2023-2024学年',
        '2023年11月—2024年3月供暖期',
        '20231231',
      ].map((value) => one('时效指标', value)),
    ]
    expect(fine.flatMap((item) => checkDeadline(item, term))).toEqual([])
    expect(checkDeadline(one('时效指标', '2030年'), { year: null, years: 3 })).toEqual([])
  })

  it.each([
    '2024 年 6 月底前',
    '预计2024年6月',
    '计划于2024年6月底前',
    '20241231前',
    '≤2024年12月31日',
    '截止到2024年6月',
    '不晚于2024年3月',
    '2023-2025年',
    '2023.1—2024.12',
    '自2023年1月至2024年5月',
    '2025年1月1日前',
    '2024年1月底前',
    '2024年11月前',
  ])('deadline-outside: %s is not in 2023', (value) => {
    expect(words(checkDeadline(one('时效指标', value), { year: 2023, years: 3 }))).toEqual([
      `i[0].annual[0].value：年度指标的时限“${value}”不在2023年。`,
    ])
  })
})

describe('text-figures', () => {
  const field = (text: string) => ({ path: 'p', text })

  it.each([
    ['连续五年实施', '连续五年'],
    ['项目期为5年', '项目期为5年'],
    ['实施期限2年', '实施期限2年'],
    ['为期十二年', '为期十二年'],
    ['连续 5 年实施', '连续 5 年'],
    ['连续５年实施', '连续５年'],
    ['项目期为 ５ 年', '项目期为 ５ 年'],
    ['项目期：5年', '项目期：5年'],
    ['项目实施周期5年', '项目实施周期5年'],
    ['项目执行期限为二十年', '项目执行期限为二十年'],
    ['自2023年起连续五年投入', '连续五年'],
  ])('years: %s', (text, found) => {
    expect(words(checkYears(field(text), 3))).toEqual([`p：文中写“${found}”，项目期却是3年。`])
  })

  it.each([
    '连续2年未退库',
    '连续三年实施',
    '已连续五年获奖',
    '为期三年',
    '用3到5年的时间',
    '对连续5年亏损的企业',
    '连续10年以上参保',
    '连续五年被评为先进',
    '项目实施期限：3年',
  ])('years: %s is fine', (text) => {
    expect(checkYears(field(text), 3)).toEqual([])
  })

  it.each([
    ['每年需资金2252万元', '8300000', 1],
    ['每年约需830万元', '8300000', 0],
    ['每年约需825万元', '8300000', 0],
    ['每年按每人3360元安排', '8300000', 0],
    ['每年需为每户投入5000元', '8300000', 0],
    ['安排600万元预算', '8300000', 0],
    ['每年需资金2252万元', null, 0],
    ['每年需要资金 2000 万元', '8300000', 1],
    ['每年需资金２２５２万元', '8300000', 1],
    ['2023年度支出2000万元', '8300000', 1],
    ['2022年度支出2000万元', '8300000', 0],
    ['2022年全年支出2000万元', '8300000', 0],
    ['上年度安排2000万元', '8300000', 0],
    ['近三年年均支出2000万元', '8300000', 0],
    ['2020-2022年年均支出2000万元', '8300000', 0],
    ['每年需为每名职工投入5000元', '8300000', 0],
    ['每年需安排5000元/户', '8300000', 0],
    ['每年需支付电费50万元', '8300000', 0],
    ['其中每年需安排中央资金200万元', '8300000', 0],
    ['每年需经费2000万元', '8300000', 1],
    ['每年安排不超过2000万元', '8300000', 0],
    ['每年安排不超过200万元', '8300000', 1],
    ['每年需资金2000万元以内', '8300000', 0],
    ['每年投入不少于100万元', '8300000', 0],
    ['每年投入约100万元至2000万元', '8300000', 0],
    ['每年可为企业节约支出2000万元', '8300000', 0],
    ['每年带动社会投入2000万元', '8300000', 0],
    ['每年需安排市级资金200万元', '8300000', 0],
    ['各场馆年均支出6万元', '8300000', 0],
    ['市社会保险中心每年需资金2000万元', '8300000', 1],
    ['2021年以来每年投入100万元', '8300000', 0],
  ])('yearly need: %s', (text, total, count) => {
    expect(words(checkYearlyNeed(field(text), total, 2023))).toHaveLength(count)
  })

  it.each([
    ['保障337名职工', '377人', 1],
    ['保障2143名师生', '2134人', 1],
    ['保障600名职工', '702人', 1],
    ['保障6702名职工', '≥6702人次/年', 0],
    ['组织10名专家', '377人', 0],
    ['组织100名专家', '377人', 0],
    ['惠及5000余名群众', '5800人', 0],
    ['保障337户', '377人', 0],
    ['补助 337 名职工', '377人', 1],
    ['上年培训371人', '377人', 0],
    ['已培训教师371人', '377人', 0],
    ['截至2022年底有371人', '377人', 0],
    ['2022年培训371人', '377人', 0],
    ['2023年培训371人', '377人', 1],
    ['2022年以后退休的371人', '377人', 1],
    ['已退休的371人', '377人', 1],
    ['补助３３７名职工', '377人', 1],
    ['补助337名职工', '３７７ 人', 1],
  ])('persons: %s against %s', (text, value, count) => {
    expect(words(checkPersons([field(text)], [{ name: '人数', value }], 2023))).toHaveLength(count)
  })

  it('persons: several counts must be near', () => {
    const indicators = [
      { name: '甲', value: '377人' },
      { name: '乙', value: '800人' },
    ]
    expect(words(checkPersons([field('337名和500名，337名')], indicators))).toEqual([
      'p：文中写“337名”，指标值却是“377人”（甲）。',
    ])
  })
})

it('date', () => {
  const on = (year: number, month: number, day: number) => ({ year, month, day })
  expect(words(checkFilingDate('d', on(2023, 1, 28), { today: '2023-01-27', year: 2023 }))).toEqual([
    'd：填报日期2023-01-28晚于今天（2023-01-27）。',
  ])
  expect(words(checkFilingDate('d', on(2021, 6, 30), { year: 2023 }))).toEqual([
    'd：填报日期2021-06-30距2023年度超过18个月。',
  ])
  expect(words(checkFilingDate('d', on(2025, 7, 1), { year: 2023 }))).toHaveLength(1)
  expect(checkFilingDate('d', on(2021, 7, 1), { year: 2023, today: '2021-07-01' })).toEqual([])
  expect([
    checkFilingDate('d', on(2025, 6, 30), { year: 2023 }),
    checkFilingDate('d', null, { year: 2023 }),
    checkFilingDate('d', on(1990, 1, 1), { year: null }),
  ]).toEqual([[], [], []])
})
