/** Forms nobody would write: each stretches one thing far beyond what a real form holds, and every one of them must print whole. */
import { readFileSync } from 'node:fs'
import type { PerformanceTargetInput } from '../../../templates/performance-target/model.js'

type Form = PerformanceTargetInput
type Group = Form['indicators'][number]
type Item = Group['annual'][number]

const SAMPLES = new URL('../../../templates/performance-target/samples/', import.meta.url)

export const SAMPLE_FILES = [
  '01-heating-allowance',
  '02-digital-government',
  '03-smart-education',
  '04-small-business-upgrade',
  '07-rural-drinking-water',
  '10-unequal-sides',
  '11-empty-form',
  '12-one-off-mismatch',
  '13-blank-year-draft',
  '14-rare-names',
  '15-long-narratives',
] as const

export const readSample = (name: (typeof SAMPLE_FILES)[number]): Form =>
  JSON.parse(readFileSync(new URL(`${name}.json`, SAMPLES), 'utf8')) as Form

const change = (changed: Partial<Form>): Form => ({ ...readSample('04-small-business-upgrade'), ...changed })

/** Running Chinese text with marks, numbers and document numbers, never twice the same, always the same on every machine. */
export const prose = (length: number, seed = 1): string => {
  const phrases = [
    '为进一步推动我市中小微工业企业上规升级，',
    '依据《关于调整部分企业退休人员取暖费发放方式的通知》（晋社会局函〔2022〕55号），',
    '确保净增28户、力争净增47户；',
    '市级财政给予每个企业10万元的配套奖励。',
    '“小升规”动态培育库',
    '——买买提·艾力等人',
    '达到≥90%以上……',
    '（2023年1月28日起执行）',
    '合计1,234.56万元，',
    '按GB/T 1.1—2020办理：',
    '服务对象满意度',
    '是否到位？是！',
    '6702人次/年',
    '〈方案〉',
    'C++与PDF',
  ]
  let state = seed
  const parts: string[] = []
  let count = 0
  while (count < length) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    const phrase = phrases[(state >> 8) % phrases.length] ?? ''
    const numbered = state % 7 === 0 ? `${phrase}${state % 10007}` : phrase
    parts.push(numbered)
    count += Array.from(numbered).length
    if (state % 61 === 0) parts.push('\n')
  }
  return Array.from(parts.join('')).slice(0, length).join('').trimEnd().padEnd(length, '完')
}

/** Plain characters without a single mark, so that nothing suggests where to break. */
export const bare = (length: number, seed = 1): string => {
  const characters = '春风杨柳万千条六亿神州尽舜尧红雨随心翻作浪青山着意化为桥'
  return Array.from({ length }, (_, i) => characters[(i * 7 + seed * 3 + Math.floor(i / 29)) % characters.length]).join(
    '',
  )
}

const items = (count: number, make: (i: number) => Item): Item[] => Array.from({ length: count }, (_, i) => make(i))

const everywhere = (text: string): Form =>
  change({
    projectName: text,
    department: { code: '041', name: text },
    implementingUnit: text,
    overview: text,
    basis: text,
    necessity: text,
    safeguards: text,
    plan: text,
    goals: { implementation: text, annual: text },
    indicators: [
      {
        level1: '产出指标',
        level2: '数量指标',
        implementation: [{ name: text, value: text }],
        annual: [{ name: text, value: text }],
      },
      { level1: '自定一级', level2: '自定二级', implementation: [{ name: text, value: text }], annual: [] },
    ],
    signature: { responsible: text, handler: text, phone: text, filledAt: '20230128' },
  })

const printableAscii = Array.from({ length: 0x5f }, (_, i) => String.fromCharCode(0x20 + i)).join('')

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')

const rareNames = (): Form => {
  const names = ['𠮷野家', '䶮', '王𬱖', '𫖯', '㐂', '〇', '龘', '𪚥', '𬺈', '鿯', '⼀', '一', '﨎', '中𠮷野䶮𬱖']
  const text = names.join('、')
  return everywhere(
    `${text}${range(0x2b740, 0x2b760)}${range(0x20000, 0x20020)}${range(0x3400, 0x3420)}，㈠①⑳ⅣⅫ℃№㎡‰￥。`,
  )
}

const manyGroups = (): Form =>
  change({
    indicators: items(99, (i) => ({ name: `${i}`, value: '' })).map(
      (_, i): Group => ({
        level1: `一级第${Math.floor(i / 3)}类`,
        level2: `二级第${i}组指标`,
        implementation: items(i % 4, (j) => ({ name: `第${i}组第${j}项期内指标名称`, value: `≥${i * 10 + j}人次/年` })),
        annual: items((i + 1) % 3, (j) => ({ name: `第${i}组第${j}项年度指标`, value: `${i}.${j}%` })),
      }),
    ),
  })

const emptySide = { total: null, central: null, provincial: null, municipal: null, selfRaised: null, other: null }

const empty = (): Form => ({
  form: 'performance-target',
  fiscalYear: null,
  projectName: '',
  department: { code: '', name: '' },
  implementingUnit: '',
  projectNature: null,
  projectPeriodYears: null,
  funding: { implementation: emptySide, annual: emptySide },
  overview: '',
  basis: '',
  necessity: '',
  safeguards: '',
  plan: '',
  goals: { implementation: '', annual: '' },
  indicators: [],
  signature: { responsible: '', handler: '', phone: '', filledAt: null },
})

const bigAmounts = (): Form => {
  const side = {
    total: '9999999999999.99',
    central: '999999999999999',
    provincial: 0.01,
    municipal: '0.10',
    selfRaised: '1000',
    other: '1234567.5',
  }
  return change({ funding: { implementation: side, annual: side } })
}

const spaces = '　　开头两格 半角空格  两个   三个　全角空格\u00A0不断空格\t制表\t\t两个制表 末尾有空格 　'
const lineEnds = '第一行\r\n第二行\r第三行\n第四行\u2028第五行\u2029第六行\u0085第七行\n\n空行之后\r\n\r\n又一空行\n'
const quotes = `“双引号”‘单引号’"直双引号"'直单引号'「直角」『双直角』《书名〈号〉》（圆）〔六角〕【方头】［方］｛花｝“‘嵌套’”“”‘’《》〈〉（）〔〕【】`
const marks = '——！！！？？？，，，。。。、、、；；；：：：……～～～···％％％‰℃)]},.;:?!%'
const mixed =
  'GB/T 1.1—2020标准，C++ 与 Node.js v22.12.0，增长3.62%，-5℃，±3%，≥6702人次/年，100万元/家，http://www.example.gov.cn/a/b?c=d&e=f#g，A4纸，2,853万元，(2023)第0012号，e-mail: zhang.san@example.gov.cn，1+6，50%~60%，2025年1—12月，9:00-17:30，“1+6”行动，X射线，5G，Ⅲ类，α粒子，№12，§3'

export const HOSTILE_FORMS: Readonly<Record<string, () => Form>> = {
  'narratives of 50,000 characters': () =>
    change({ overview: prose(50_000, 2), goals: { implementation: bare(1_000), annual: prose(50_000, 4) } }),
  '500 indicators in one group': () =>
    change({
      indicators: [
        {
          level1: '产出指标',
          level2: '数量指标',
          implementation: items(500, (i) => ({
            name: `第${i}项指标名称${i % 5 === 0 ? '特别地长一些以至于要换行' : ''}`,
            value: `≥${i * 37}人次/年`,
          })),
          annual: items(431, (i) => ({ name: `年度第${i}项${bare(i % 23, i)}`, value: `${i}.5%` })),
        },
      ],
    }),
  'names of 400 characters in a column of 7 em': () =>
    change({
      indicators: [
        {
          level1: '产出指标',
          level2: '数量指标',
          implementation: items(3, (i) => ({ name: bare(400, i), value: prose(400, i + 5) })),
          annual: items(3, (i) => ({ name: prose(400, i + 9), value: bare(400, i + 2) })),
        },
        {
          level1: '效益指标',
          level2: '社会效益指标',
          implementation: [{ name: '短', value: '短' }],
          annual: [{ name: bare(400, 8), value: '≥1' }],
        },
      ],
    }),
  'group names of 400 characters': () =>
    change({
      indicators: [
        {
          level1: bare(400, 1),
          level2: bare(400, 2),
          implementation: items(4, (i) => ({ name: `甲${i}`, value: `${i}` })),
          annual: items(2, (i) => ({ name: `乙${i}`, value: `${i}` })),
        },
        {
          level1: '产出指标',
          level2: prose(400, 7),
          implementation: items(60, (i) => ({ name: `丙${i}`, value: `${i}` })),
          annual: [],
        },
        {
          level1: prose(150, 8),
          level2: '短',
          implementation: items(70, (i) => ({ name: `丁${i}`, value: `${i}` })),
          annual: [],
        },
        {
          level1: prose(150, 8),
          level2: prose(120, 9),
          implementation: items(2, (i) => ({ name: `戊${i}`, value: `${i}` })),
          annual: [],
        },
      ],
    }),
  'nothing at all': empty,
  'rare characters': rareNames,
  'Latin and numbers among Chinese': () => everywhere(mixed.repeat(3)),
  'every printable ASCII character': () =>
    everywhere(
      `${printableAscii}${Array.from(printableAscii).reverse().join('')}${printableAscii.replaceAll('', ' ').trim()}`,
    ),
  'quotes and brackets': () => everywhere(quotes.repeat(4)),
  'runs of marks': () => everywhere(`${marks.repeat(3)}始${marks}`),
  'blanks in odd places': () => everywhere(spaces.repeat(3)),
  'line ends of every kind': () => everywhere(lineEnds),
  'a project name of 5,000 characters': () => change({ projectName: prose(5_000, 11) }),
  'signatures of 400 characters': () =>
    change({
      signature: {
        responsible: bare(400, 1),
        handler: prose(400, 2),
        phone: '0353-2000004转'.repeat(30),
        filledAt: '2023年1月28日',
      },
    }),
  '99 groups': manyGroups,
  'words and numbers of 3,000 characters': () => everywhere('w'.repeat(3_000) + '0123456789'.repeat(100)),
  'amounts of 15 digits': bigAmounts,
  'every field of 3,000 characters': () => everywhere(prose(3_000, 13)),
}
