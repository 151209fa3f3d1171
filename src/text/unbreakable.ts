/**
 * What a line may not tear: a number with its sign and unit, a document number, a date, a Latin word
 * (CLREQ 3.1.3: 数字与其前后的符号不分离; GB/T 9704-2012 7.2.5 for document numbers).
 */

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Measure words and units of budget papers, longest first where one begins another. */
const UNIT_WORDS = [
  '千瓦时',
  '平方公里',
  '平方千米',
  '平方米',
  '立方米',
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
  '季度',
  '课时',
  '学时',
  '学分',
  '社区',
  '单位',
  '机构',
  '企业',
  '人次',
  '人天',
  '人月',
  '车次',
  '例次',
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
] as const

/** Most are one character: a class of characters costs less to compile than as many branches. Longer words go before their beginnings. */
const LONG_WORDS = UNIT_WORDS.filter((word) => word.length > 1).join('|')
const SHORT_WORDS = UNIT_WORDS.filter((word) => word.length === 1).join('')

/** Runs are bounded: a field of 100,000 times 万 must not cost its square. */
const UNIT = `(?:[%％‰℃℉㎡]|[A-Za-z²³]{1,12}|[百千万亿]{0,4}(?:${LONG_WORDS}|[${SHORT_WORDS}])|[百千万亿]{1,4})`
const PER = `(?:/${UNIT})*`
const SIGN = '[≥≤≧≦＞＜><=＝≈±+＋−－\\-～~]{0,2}[￥¥＄$]?'
const NUMBER = '\\d+(?:,\\d{3})*(?:[.:]\\d+)*'
const RANGE = '[—–\\-－~～]{1,2}'
const QUANTITY = `${SIGN}${NUMBER}(?:${UNIT}?${RANGE}${SIGN}${NUMBER})?(?:${UNIT}${PER})?`

/** What any of them but `人次/年` begins with: nearly all of a text is passed over by one look at each character. */
const BEGINS = '(?=[!-~\u00A5\u00B1\u00C0-\u024F\u0370-\u052F〔［【（≥≤≧≦＞＜＝≈＋−－～￥＄])'
const UNITS = `${UNIT}(?:/${UNIT})+`
const BEFORE_UNITS = [
  '[〔［\\[【（(]\\d{4}[〕］\\]】）)]第?\\d+号',
  `\\d{2,4}年(?:\\d{1,2}(?:${RANGE}\\d{1,2})?月(?:\\d{1,2}(?:${RANGE}\\d{1,2})?日)?)?`,
  '[A-Z]{1,4}(?:/[A-Z]{1,3})? \\d+(?:\\.\\d+)*[—–-]\\d{4}',
  '[A-Za-z\\u00C0-\\u024F\\u0370-\\u052F][!-~\\u00C0-\\u024F\\u0370-\\u052F]*',
  QUANTITY,
]
const BEHIND_UNITS = '[!-~\\u00C0-\\u024F\\u0370-\\u052F]{2,}'

const WITH_UNITS = new RegExp([...BEFORE_UNITS, UNITS, BEHIND_UNITS].join('|'), 'g')
const WITHOUT_UNITS = new RegExp(`${BEGINS}(?:${[...BEFORE_UNITS, BEHIND_UNITS].join('|')})`, 'g')

/** Every unbreakable span has a digit, a Latin letter or a slash in it; most texts have none. */
const CANDIDATE = /[!-~\u00C0-\u024F\u0370-\u052F]/

/** All unbreakable spans of a paragraph, in order and without overlap. */
export const unbreakableSpans = (text: string): readonly Span[] => {
  if (!CANDIDATE.test(text)) return []
  const spans: Span[] = []
  const matches = text.matchAll(text.includes('/') ? WITH_UNITS : WITHOUT_UNITS)
  for (const match of matches) spans.push({ start: match.index, end: match.index + match[0].length })
  return spans
}
