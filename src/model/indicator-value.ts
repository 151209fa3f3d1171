/** Reads what an 指标值 means, for the checks only; on paper it stands exactly as given. */
import { readingOf } from './reading.js'

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
  /** The time is over when the year begins: 2024年前, 2024年1月1日前. */
  readonly isBefore?: boolean
}

/** 有效提升, 市级配套奖励10万元/户: anything else. */
export interface IndicatorWords {
  readonly kind: 'words'
  readonly text: string
}

export type IndicatorValue = IndicatorQuantity | IndicatorDeadline | IndicatorWords | { readonly kind: 'blank' }

const before: readonly (readonly [RegExp, Comparator])[] = [
  [/^(≥|≧|⩾|>=|＞=|＞＝|应?不得?(?:低于|少于|小于)|大于等于|大于或等于|至少)/, '≥'],
  [/^(≤|≦|⩽|<=|＜=|＜＝|应?不得?(?:高于|超过|多于|大于)|小于等于|小于或等于|至多|控制在)/, '≤'],
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
  const text = readingOf(written).trim()
  if (text === '') return { kind: 'blank' }
  if (!/\d/.test(text)) return { kind: 'words', text: written }
  return readDeadline(text) ?? readQuantity(text) ?? { kind: 'words', text: written }
}

const digits = '(?:19|20)\\d{2}'
const lead =
  '(?:[≤≦⩽]|[<＜][=＝]?)?(?:预计|计划|力争|争取|确保|拟)?(?:截止到?|截至到?|应?于|在|到|至|不晚于|不迟于|不超过|最迟|最晚|至迟)?'
/** What may follow a numeric month for it to be one: 2023.5万元 is none. */
const afterNumeric = '(?=$|[-./]\\d|[—–~～至到底前月止之以及（(，,；;。])'
const deadline = new RegExp(
  `^${lead}(?<year>${digits})(?:年度?(?!以[来后])(?:(?<month>\\d{1,2})月)?|[-./](?<numeric>\\d{1,2})${afterNumeric})`,
)
/** 20231231, as computers write dates. */
const compact = new RegExp(`^(?<year>${digits})(?<numeric>0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:[之以]?前|止)?$`)
/** 2023年3月—2024年6月, 2023-2025年, 2023.1—2024.12: a stretch ends with its second date. A heating season runs over the new year. */
const rangeEnd = new RegExp(
  `^(?:自|从|${lead})${digits}[^，。；]{0,12}[-—–~～至到]+(?<year>${digits})(?:$|年(?!度?[采供取][暖热]|\\d{1,2}月[^，。；]{0,9}[采供取][暖热])(?:(?<month>\\d{1,2})月)?|[-./](?<numeric>\\d{1,2})${afterNumeric})`,
)
/** 2024年前, 2024年1月前 and 2024年1月1日前 are over before the year begins; 2024年底前 is not. */
const beforeStart = new RegExp(`^${lead}${digits}(?:年(?:0?1月(?:0?1[日号])?)?|[-./]0?1(?:[-./]0?1)?日?)(?:之|以)?前`)

const readDeadline = (text: string): IndicatorDeadline | undefined => {
  if (!/(?:19|20)\d\d/.test(text)) return undefined
  // Blanks around figures (2024 年 6 月) say nothing, but two figures do not become one.
  const plain = text.replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
  const groups = (compact.exec(plain) ?? rangeEnd.exec(plain) ?? deadline.exec(plain))?.groups
  if (groups === undefined) return undefined
  const month = Number(groups['month'] ?? groups['numeric'] ?? 0)
  return {
    kind: 'deadline',
    year: Number(groups['year']),
    ...(month >= 1 && month <= 12 ? { month } : {}),
    ...(beforeStart.test(plain) ? { isBefore: true } : {}),
  }
}

const quantityPattern = /^([-+]?\d[\d,，]*(?:\.\d+)?)\s*([^\d\s（(，,；;。~～—-][^\d（(，,；;。]{0,14})?(?:[（(].*)?$/su

const readQuantity = (text: string): IndicatorQuantity | undefined => {
  const leading = /^\d/.test(text) ? undefined : before.find(([pattern]) => pattern.test(text))
  const bare = (leading === undefined ? text : text.replace(leading[0], '')).trim().replace(/^(?:[¥￥]|人民币)\s?/, '')
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
