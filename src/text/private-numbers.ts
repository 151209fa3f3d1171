/** Finds private numbers in running text, however people write them: what finds them for a warning also masks them. */

/** Mobile numbers, and identity numbers (GB 11643-1999). */
export type PrivateNumber = 'mobile' | 'identity'

/** How many characters stay at either end; of an identity number the place, and the order with the check character. */
const KEPT = { mobile: [3, 4], identity: [6, 4] } as const

/** The places of the digits that are hidden of a number. @param digits places of all its digits */
export const middleOf = (digits: readonly number[], kind: PrivateNumber): readonly number[] => {
  const [before, after] = KEPT[kind]
  return digits.slice(before, digits.length - after)
}

/** Unit for unit, so that a place in one text is the same place in the other. */
const toHalfWidth = (text: string): string =>
  text.replace(/[０-９＋．Ｘｘ]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))

/**
 * Where each digit of each number of a kind stands, in order. Both kinds are sought at once, the longer first: eleven digits
 * inside an identity number are no mobile number, whichever is asked for.
 */
export const findPrivateNumbers = (text: string, kind: PrivateNumber): readonly (readonly number[])[] =>
  Array.from(toHalfWidth(text).matchAll(NUMBERS)).flatMap((match) => {
    const { identity, prefix = '', mobile } = match.groups ?? {}
    const number = identity ?? mobile ?? ''
    const isWanted =
      kind === 'identity' ? identity !== undefined : mobile !== undefined && isMobile(mobile, prefix.includes('86'))
    return isWanted ? [placesOf(number, match.index + match[0].length - number.length)] : []
  })

const placesOf = (number: string, start: number): readonly number[] =>
  Array.from(number.matchAll(/[\dXx]/g), ({ index }) => start + index)

/**
 * What people put between the groups of a number: white space, dashes of every kind and what looks like one (minus signs,
 * box drawings, the long-vowel mark), points, slashes, brackets; accents and fillers that print nothing of their own. No
 * comma: it parts the groups of an amount (138,1234,5678) and the numbers of a list.
 */
const GAP = String.raw`[\s\p{Pd}\p{M}_＿\u2212\u207B\u2500-\u2503\u2504-\u250B\u30FC\uFF70.·•‧∙⋅・･/／~～∼∿()（）\u115F\u1160\u2800\u3164\uFFA0]{0,4}`

/** `count` digits that may stand apart. */
const digits = (count: number): string => Array.from({ length: count }, () => String.raw`\d`).join(GAP)

/** The pieces of a number, which may stand apart as their digits may. */
const join = (...pieces: readonly string[]): string => pieces.join(GAP)

const either = (...choices: readonly string[]): string => `(?:${choices.join('|')})`

/** GB/T 2260: the provinces, and 81 to 83 for the residence permits of Hong Kong, Macao and Taiwan. A year begins none. */
const PLACE = join(
  either(
    join('1', '[1-5]'),
    join('2', '[1-3]'),
    join('3', '[1-7]'),
    join('4', '[1-6]'),
    join('5', '[0-4]'),
    join('6', '[1-5]'),
    join('7', '1'),
    join('8', '[1-3]'),
  ),
  digits(4),
)
const MONTH = either(join('0', '[1-9]'), join('1', '[0-2]'))
const DAY = either(join('0', '[1-9]'), join('[12]', String.raw`\d`), join('3', '[01]'))
const CENTURY = either(join('1', '[89]'), join('2', '0'))

/**
 * GB 11643-1999: six digits of the place, eight of the birthday, three and a check character; or the fifteen of before 1999,
 * whose year has two digits. The birthday tells it from codes, which are as long.
 */
const IDENTITY = either(
  join(PLACE, CENTURY, digits(2), MONTH, DAY, digits(3), String.raw`[\dXx]`),
  join(PLACE, digits(2), MONTH, DAY, digits(3)),
)

/** The number of China, 86, or the 0 of trunk calls. */
const PREFIX = String.raw`(?:(?:(?:\+|00)?86${GAP})|0)?`

/** 1[3-9] and nine digits. */
const MOBILE = join('1', '[3-9]', digits(9))

/** An amount is no number to call: a sign of money stands before it, or 元 (not that of 元旦) behind it and its decimals. */
const NO_MONEY_BEFORE = String.raw`(?<![¥￥]\s?)`
const NO_MONEY_BEHIND = String.raw`(?!(?:\.\d+)?\s?[十百千万亿]{0,4}元(?![旦宵]))`

const NUMBERS = new RegExp(
  String.raw`(?<!\d)(?:(?<identity>${IDENTITY})(?!\d)|${NO_MONEY_BEFORE}(?<prefix>${PREFIX})(?<mobile>${MOBILE})(?!\d)${NO_MONEY_BEHIND})`,
  'gu',
)

/** Whether eleven digits stand together as those of a telephone number do. Behind +86 they always do. */
const isMobile = (number: string, isChinese: boolean): boolean => {
  const groups = number.match(/\d+/g) ?? []
  const gaps = number.match(/\D+/g) ?? []
  const isDecimal = gaps.length === 1 && gaps[0] === '.'
  if (isDecimal) return false
  return isChinese || (!isDated(groups) && isGroupedToCall(groups.map(({ length }) => length)))
}

/** 138 0000 1234, 138 00 00 12 34, 1 380 000 1234, one digit at a time; 13 800 001 234 is an amount or a list. */
const isGroupedToCall = ([first = 0, second, third, fourth]: readonly number[]): boolean =>
  first >= 3 ||
  (first === 1 && second === 1 && third === 1) ||
  (first === 1 && second === 3 && third === 3 && fourth === 4)

/** 1998-10-01 100, 1998—2003 100: a date or a span of years, and a count behind it. */
const isDated = ([first = '', second = '']: readonly string[]): boolean =>
  /^19\d\d$/.test(first) && /^(?:\d\d?|(?:19|20)\d\d)$/.test(second)
