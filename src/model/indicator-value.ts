/** Reads what an 指标值 means, for the checks only; on paper it stands exactly as given. */

export type Comparator = '≥' | '≤' | '>' | '<' | '=' | '≈'

/** ≥6702人次/年, 100%, 不超过50万元, 5万人左右. */
export interface IndicatorQuantity {
  readonly kind: 'quantity'
  readonly comparator?: Comparator
  /** Plain decimal text without separators; a minus sign where there is one. */
  readonly quantity: string
  /** As written, multiplier included: `万元/家`, `%`, `百分比`. */
  readonly unit?: string
}

/** 2023年底前, 2023年12月31日前, 2023年第三季度: a time with a year. */
export interface IndicatorDeadline {
  readonly kind: 'deadline'
  readonly year: number
  readonly month?: number
}

/** 有效提升, 市级配套奖励10万元/户: anything else. */
export interface IndicatorWords {
  readonly kind: 'words'
  readonly text: string
}

export type IndicatorValue = IndicatorQuantity | IndicatorDeadline | IndicatorWords | { readonly kind: 'blank' }

const before: readonly (readonly [RegExp, Comparator])[] = [
  [/^(≥|≧|⩾|>=|＞=|＞＝|不低于|不少于|不小于|大于等于|大于或等于|至少)/, '≥'],
  [/^(≤|≦|⩽|<=|＜=|＜＝|不高于|不超过|不多于|不大于|小于等于|小于或等于|至多|控制在)/, '≤'],
  [/^(>|＞|大于|超过|高于)/, '>'],
  [/^(<|＜|小于|少于|低于)/, '<'],
  [/^(=|＝|等于|达到)/, '='],
  [/^(≈|约|大约)/, '≈'],
]

const after: readonly (readonly [RegExp, Comparator])[] = [
  [/(及以上|以上)$/, '≥'],
  [/(及以下|以下|以内|之内)$/, '≤'],
  [/左右$/, '≈'],
]

/** Reads one 指标值. Units are kept as written; a remark in brackets behind the value is left aside. */
export const parseIndicatorValue = (written: string): IndicatorValue => {
  const text = toHalfWidth(written).trim()
  if (text === '') return { kind: 'blank' }
  if (!/\d/.test(text)) return { kind: 'words', text: written }
  return readDeadline(text) ?? readQuantity(text) ?? { kind: 'words', text: written }
}

const toHalfWidth = (text: string): string =>
  text.replace(/[０-９．％＋－]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))

const deadlineStart = /^(?:于|在|截至|截止|到)?(?:19|20)\d{2}[年\-./]/
const chineseDate = /^(?:于|在|截至|截止|到)?((?:19|20)\d{2})年度?(?!以[来后])(?:(\d{1,2})月)?/
/** 2023年3月—2024年6月 ends with its second date. */
const rangeEnd = /^[^，。；]{5,14}[-—–~～至到]+\s?((?:19|20)\d{2})年(?:(\d{1,2})月)?/

const readDeadline = (text: string): IndicatorDeadline | undefined => {
  if (!deadlineStart.test(text)) return undefined
  const found = rangeEnd.exec(text) ?? chineseDate.exec(text) ?? /^((?:19|20)\d{2})[-./](\d{1,2})(?!\d)/.exec(text)
  if (found === null) return undefined
  const month = Number(found[2] ?? 0)
  return { kind: 'deadline', year: Number(found[1]), ...(month >= 1 && month <= 12 ? { month } : {}) }
}

const quantityPattern = /^([-+]?\d[\d,，]*(?:\.\d+)?)\s*([^\d\s（(，,；;。~～—-][^\d（(，,；;。]{0,14})?(?:[（(].*)?$/su

const readQuantity = (text: string): IndicatorQuantity | undefined => {
  const leading = /^\d/.test(text) ? undefined : before.find(([pattern]) => pattern.test(text))
  const bare = leading === undefined ? text : text.replace(leading[0], '').trim()
  const found = quantityPattern.exec(bare)
  if (found === null) return undefined
  const trailing = /[上下内右]$/.test(found[2] ?? '')
    ? after.find(([pattern]) => pattern.test(found[2] ?? ''))
    : undefined
  const unit = (trailing === undefined ? found[2] : found[2]?.replace(trailing[0], ''))?.trim() ?? ''
  const comparator = leading?.[1] ?? trailing?.[1]
  return {
    kind: 'quantity',
    ...(comparator === undefined ? {} : { comparator }),
    quantity: (found[1] ?? '').replace(/[,，+]/g, ''),
    ...(unit === '' ? {} : { unit }),
  }
}
