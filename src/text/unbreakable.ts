/**
 * What a line may not tear: a number with its sign and unit, a document number, a date, a Latin word
 * (CLREQ 3.1.3: 数字与其前后的符号不分离; GB/T 9704-2012 7.2.5 for document numbers).
 */
import { RAISED_AND_LOWERED } from './raised-and-lowered.js'

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Measure words and units of budget papers, longest first where one begins another. */
const UNIT_WORDS = [
  '个百分点',
  '个工作日',
  '个自然日',
  '个季度',
  '个年度',
  '个学年',
  '个学期',
  '个小时',
  '个月',
  '工作日',
  '自然日',
  '千瓦时',
  '平方公里',
  '平方千米',
  '平方米',
  '立方米',
  '千伏安',
  '兆瓦',
  '千瓦',
  '公里',
  '千米',
  '厘米',
  '毫米',
  '公顷',
  '公斤',
  '千克',
  '毫升',
  '小时',
  '分钟',
  '分贝',
  '季度',
  '课时',
  '学时',
  '学分',
  '学年',
  '学期',
  '标段',
  '床位',
  '点位',
  '车位',
  '工日',
  '台班',
  '台套',
  '社区',
  '单位',
  '机构',
  '企业',
  '人天',
  '人月',
  '人年',
  '美元',
  '欧元',
  '元',
  '人',
  '名',
  '户',
  '家',
  '个',
  '项',
  '套',
  '件',
  '台',
  '辆',
  '座',
  '处',
  '所',
  '条',
  '批',
  '次',
  '期',
  '天',
  '日',
  '月',
  '年',
  '时',
  '分',
  '秒',
  '周',
  '米',
  '亩',
  '吨',
  '克',
  '升',
  '度',
  '场',
  '班',
  '节',
  '篇',
  '册',
  '本',
  '份',
  '张',
  '幅',
  '组',
  '队',
  '村',
  '镇',
  '乡',
  '县',
  '区',
  '市',
  '省',
  '门',
  '类',
  '种',
  '级',
  '层',
  '间',
  '栋',
  '幢',
  '口',
  '眼',
  '头',
  '只',
  '羽',
  '株',
  '棵',
  '盏',
  '根',
  '块',
  '片',
  '面',
  '倍',
  '例',
  '岁',
  '号',
  '页',
  '字',
  '位',
  '支',
  '艘',
  '架',
  '杆',
  '宗',
  '起',
  '部',
  '路',
  '床',
  '站',
  '点',
  '井',
  '孔',
  '卷',
  '箱',
  '车',
  '船',
  '列',
  '笔',
  '单',
  '集',
  '首',
  '生',
  '师',
] as const

/** Most are one character: a class of characters costs less to compile than as many branches. Longer words go before their beginnings. */
const LONG_WORDS = UNIT_WORDS.filter((word) => word.length > 1).join('|')
const SHORT_WORDS = UNIT_WORDS.filter((word) => word.length === 1).join('')

const DIGIT = '[\\d０-９]'
/** What goes on in a word of Latin, Greek or Cyrillic letters. */
const LETTERS = `!-~\\u00B5\\u00C0-\\u024F\\u0370-\\u052F${RAISED_AND_LOWERED}`

/** Runs are bounded: a field of 100,000 times 万 must not cost its square. */
/** 380余公里, 5万多人 and 120场次 are a number with its unit too. */
const WRITTEN_UNIT = `[%％‰℃℉㎡㎥㎞㎏㎜㎝㎎]|百分[点比]|[百千万亿]{0,4}[余多]?(?:${LONG_WORDS}|[${SHORT_WORDS}])次?|[百千万亿]{1,4}[余多]?|[余多]`
const UNIT = `(?:${WRITTEN_UNIT}|[A-Za-z\\u0370-\\u03FF${RAISED_AND_LOWERED}]{1,12})`
const GROUPED = `${DIGIT}+(?:,${DIGIT}{3})*`
/** With its comparator, sign and currency: 1.5×10⁶, 2/3, 3∶5∶2, 7*24, 17:30 and ９８．５ are numbers too. */
const NUMBER = `(?:[≥≤≧≦＞＜><=＝≈±]{1,2} ?)?[+＋−－\\-～~]{0,2}[￥¥＄$€]?${GROUPED}(?:[.:．∶/×*]${GROUPED})*[${RAISED_AND_LOWERED}]*`
const RANGE = '[—–\\-－~～]{1,2}'

const DAYS = `${DIGIT}{1,2}(?:${RANGE}${DIGIT}{1,2})?`
/** 2023年, 2025年1—12月, 2023年1月28日; without a year 4月30日 and 8月18日—24日. */
const DATE = `(?:${DIGIT}{2,4}年(?:${DAYS}月(?:${DAYS}日)?)?|${DAYS}月${DAYS}日(?:${RANGE}(?:${DIGIT}{1,2}月)?${DIGIT}{1,2}日)?)`

/** What any word begins with: nearly all of a text is passed over by one look at each character. */
const BEGINS = `(?=[${LETTERS}０-９\\u00A5\\u00B1〔［【（≥≤≧≦＞＜＝≈＋−－～￥＄€])`
/**
 * The first that fits is taken; the one in a group is a number, behind which more belongs to it. The last is what ASCII marks
 * lead: `(142` is one, and what follows it is asked as for any number; marks that end something lead nothing.
 */
const WORDS = [
  `[〔［\\[【（(]${DIGIT}{4}[〕］\\]】）)]第?${DIGIT}+号`,
  DATE,
  '[A-Z]{1,4}(?:/[A-Z]{1,3})? \\d+(?:\\.\\d+)*[—–-]\\d{4}',
  `[A-Za-z\\u00B5\\u00C0-\\u024F\\u0370-\\u052F][${LETTERS}]*`,
  `(${NUMBER})`,
  `(?![,;:!?)\\]}])[${LETTERS}]{2,}`,
]

/** Small expressions one behind the other: one that holds the units five times takes longer to compile than a page to set. */
const WORD = new RegExp(`${BEGINS}(?:${WORDS.join('|')})`, 'g')
const UNIT_HERE = new RegExp(`(?: (?=${WRITTEN_UNIT}))?${UNIT}`, 'y')
const END_OF_RANGE_HERE = new RegExp(`${RANGE}${NUMBER}`, 'y')
const UNIT_BEFORE_SLASH = new RegExp(`${UNIT}/`, 'g')
/** Of 3D-GIS and 4G/5G what stands behind the number with its letter. */
const REST_OF_WORD_HERE = new RegExp(`(?<=[A-Za-z\\d])[-/][A-Za-z\\d][${LETTERS}]*`, 'y')
const ENDS_IN_FIGURE = new RegExp(`${DIGIT}$`)

/** Every unbreakable span has a digit, a Latin letter or a slash in it; most texts have none. */
const CANDIDATE = new RegExp(`[${LETTERS}０-９]`)

/** All unbreakable spans of a paragraph, in order and without overlap: of words and of units such as `人次/年`, what begins first. */
export const unbreakableSpans = (text: string): readonly Span[] => {
  if (!CANDIDATE.test(text)) return []
  const spans: Span[] = []
  let word = findWord(text, 0)
  let units = findUnits(text, 0)
  for (;;) {
    const span = firstOf(word, units, text)
    if (span === undefined) return spans
    spans.push(span)
    if (word !== undefined && word.start < span.end) word = findWord(text, span.end)
    if (units !== undefined && units.start < span.end) units = findUnits(text, span.end)
  }
}

/** Of two that begin together the word goes on: a Latin one reaches farther. `%/人` alone begins as a word that is cut short. */
const firstOf = (word: Span | undefined, units: Span | undefined, text: string): Span | undefined => {
  if (word === undefined || units === undefined) return word ?? units
  if (word.start === units.start) return text[word.start] === '%' ? units : word
  return word.start < units.start ? word : units
}

const findWord = (text: string, from: number): Span | undefined => {
  WORD.lastIndex = from
  const match = WORD.exec(text)
  if (match === null) return undefined
  const [word, number] = match
  const end = match.index + word.length
  const quantity = number !== undefined || ENDS_IN_FIGURE.test(word) ? endOfQuantity(text, end) : end
  return { start: match.index, end: endOf(REST_OF_WORD_HERE, text, quantity) ?? quantity }
}

/** `5~10万元/年` from behind its first number on: to where its ranges end (2024-11-30 has two), and its units. */
const endOfQuantity = (text: string, number: number): number => {
  for (let end = number; ; ) {
    const unit = endOf(UNIT_HERE, text, end)
    const range =
      (unit === undefined ? undefined : endOf(END_OF_RANGE_HERE, text, unit)) ?? endOf(END_OF_RANGE_HERE, text, end)
    if (range === undefined) return unit === undefined ? end : endOfUnits(text, unit)
    end = range
  }
}

/** `人次/年` without a number before it. */
const findUnits = (text: string, from: number): Span | undefined => {
  for (let start = from; text.includes('/', start); start++) {
    UNIT_BEFORE_SLASH.lastIndex = start
    const match = UNIT_BEFORE_SLASH.exec(text)
    if (match === null) return undefined
    start = match.index
    const first = start + match[0].length - 1
    const end = endOfUnits(text, first)
    if (end > first) return { start, end }
  }
  return undefined
}

/** Behind a unit: to the end of all that follow it, each behind a slash or, as in 元/人·天, a dot. */
const endOfUnits = (text: string, unit: number): number => {
  for (let end = unit; ; ) {
    const next = text[end] === '/' || text[end] === '·' ? endOf(UNIT_HERE, text, end + 1) : undefined
    if (next === undefined) return end
    end = next
  }
}

/** Where what the expression finds at `start` ends. @param expression sticky */
const endOf = (expression: RegExp, text: string, start: number): number | undefined => {
  expression.lastIndex = start
  return expression.test(text) ? expression.lastIndex : undefined
}
