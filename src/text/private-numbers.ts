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

/**
 * Where each digit of each number of a kind stands, in order. Both kinds are sought at once, the longer first: eleven digits
 * inside an identity number are no mobile number, whichever is asked for.
 */
export const findPrivateNumbers = (text: string, kind: PrivateNumber): readonly (readonly number[])[] => {
  if (!hasManyDigits(text)) return []
  const written = toHalfWidth(text)
  return digitRuns(written).flatMap((run) => numbersIn(written, run, kind))
}

/** A mobile number has eleven digits, an identity number more: most texts are told by a look at each character. */
const FEWEST = 11

const hasManyDigits = (text: string): boolean => {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (isDigit(unit)) count++
    else if (isWord(unit)) count = 0
    if (count === FEWEST) return true
  }
  return false
}

const isDigit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)

/** 汉字 and letters stand in no number. */
const isWord = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)

/**
 * Unit for unit, so that a place in one text is the same place in the other. The check character ten is the Roman Ⅹ, which
 * people write with whatever looks like it.
 */
const toHalfWidth = (text: string): string =>
  text
    .replace(/[０-９＋．Ｘｘ]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[\u2169\u2179\u00D7\u03A7\u03C7\u0425\u0445]/g, 'X')

/** Digits with no more between any two than may stand within a number, and where each stands; X is a digit of an identity number. */
interface DigitRun {
  readonly digits: string
  readonly places: readonly number[]
}

/**
 * What people put between the groups of a number: white space, dashes of every kind and what looks like one (minus signs,
 * box drawings, the long-vowel mark), points, slashes, brackets; accents and fillers that print nothing of their own. No
 * comma: it parts the groups of an amount (138,1234,5678) and the numbers of a list.
 */
const GAP =
  /^[\s\p{Pd}\p{M}_＿\u2212\u207B\u2500-\u2503\u2504-\u250B\u30FC\uFF70.·•‧∙⋅・･/／~～∼∿()（）\u115F\u1160\u2800\u3164\uFFA0]{0,4}$/u

/** Most digits stand together, or a dash apart. */
const isGap = (between: string): boolean => between === '' || between === '-' || GAP.test(between)

const digitRuns = (text: string): readonly DigitRun[] => {
  const runs: { digits: string; places: number[] }[] = []
  for (const { 0: digit, index } of text.matchAll(/[\dXx]/g)) {
    const last = runs.at(-1)
    if (last !== undefined && isGap(text.slice((last.places.at(-1) ?? 0) + 1, index))) {
      last.digits += digit
      last.places.push(index)
    } else runs.push({ digits: digit, places: [index] })
  }
  return runs.filter(({ digits }) => digits.length >= FEWEST)
}

/** GB/T 2260: the provinces, and 81 to 83 for the residence permits of Hong Kong, Macao and Taiwan. A year begins none. */
const PLACE = '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\\d{4}'
const MONTH_AND_DAY = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])'

/**
 * GB 11643-1999: six digits of the place, eight of the birthday, three and a check character; or the fifteen of before 1999,
 * whose year has two digits. The birthday tells it from codes, which are as long.
 */
const IDENTITIES = [
  new RegExp(`(?<number>${PLACE}(?:1[89]|20)\\d{2}${MONTH_AND_DAY}\\d{3}[\\dXx])`, 'y'),
  new RegExp(`(?<number>${PLACE}\\d{2}${MONTH_AND_DAY}\\d{3})`, 'y'),
]

/** 1[3-9] and nine digits, behind the number of China, 86, or the 0 of trunk calls. */
const MOBILE = /(?<prefix>(?:00)?86|0)?(?<number>1[3-9]\d{9})/y

/** What is found at one digit of a run: which of its digits are the number, and where the search goes on. */
interface Match {
  readonly kind: PrivateNumber
  readonly first: number
  readonly end: number
}

const numbersIn = (text: string, run: DigitRun, kind: PrivateNumber): readonly (readonly number[])[] => {
  const found: (readonly number[])[] = []
  for (let at = 0; at < run.digits.length; ) {
    const match = matchAt(text, run, at)
    if (match?.kind === kind) found.push(run.places.slice(match.first, match.end))
    at = match?.end ?? at + 1
  }
  return found
}

const matchAt = (text: string, run: DigitRun, at: number): Match | undefined => {
  if (touches(run, at)) return undefined
  for (const identity of IDENTITIES) {
    const match = matchWhole(identity, run, at)
    if (match !== undefined) return { kind: 'identity', first: match.first, end: match.end }
  }
  const mobile = matchWhole(MOBILE, run, at)
  if (mobile === undefined || !isToCall(text, run, at, mobile)) return undefined
  return { kind: 'mobile', first: mobile.first, end: mobile.end }
}

interface Stretch {
  readonly first: number
  readonly end: number
}

/** @param pattern sticky; its group `number` ends it */
const matchWhole = (pattern: RegExp, run: DigitRun, at: number): Stretch | undefined => {
  pattern.lastIndex = at
  const number = pattern.exec(run.digits)?.groups?.['number']
  const end = pattern.lastIndex
  return number === undefined || touches(run, end) ? undefined : { first: end - number.length, end }
}

/** Whether a digit stands right behind the one before it: then a number neither begins nor ends between the two. An X is no digit there. */
const touches = ({ digits, places }: DigitRun, at: number): boolean =>
  at > 0 && at < places.length && places[at] === (places[at - 1] ?? 0) + 1 && /\d\d/.test(digits.slice(at - 1, at + 1))

/** An amount is no number to call: a sign of money stands before it, or 元 (not that of 元旦) behind it and its decimals. */
const MONEY_BEFORE = /[¥￥]\s?$/
const MONEY_BEHIND = /^(?:\.\d+)?\s?[十百千万亿]{0,4}元(?![旦宵])/

const isToCall = (text: string, { digits, places }: DigitRun, at: number, { first, end }: Stretch): boolean => {
  const [start = 0, last = 0] = [places[first], places[end - 1]]
  if (MONEY_BEFORE.test(text.slice(0, places[at]).slice(-2)) || MONEY_BEHIND.test(text.slice(last + 1))) return false
  return isMobile(text.slice(start, last + 1), digits.slice(at, first).endsWith('86'))
}

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
