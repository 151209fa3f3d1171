/** Finds mobile numbers in running text, however people write them: what finds them for a warning also masks them. */

/** One digit of a number, in either width. For patterns. */
export const DIGIT = '[0-9０-９]'

/** Between the groups of a number. For patterns. */
export const SEPARATOR = '[\\s\\-–—－.．·]{0,2}'

/** So many 元 are no telephone number; 元旦 and 元宵 are days. */
const notMoney = `(?!(?:[.．]${DIGIT}{1,2})?\\s{0,2}(?:万亿|[百千万亿]{0,2})元(?![旦宵]))`

/** 1[3-9] and nine digits, as one number or in groups (138-0000-1234, 138 000 01234), not part of a longer number. */
export const mobileNumber = new RegExp(
  `(?<!${DIGIT})(?<prefix>(?:(?:[+＋]|[0０]{2})?[8８][6６]${SEPARATOR}|[0０])?)(?<number>[1１][3-9３-９]${DIGIT}${SEPARATOR}${DIGIT}${SEPARATOR}${DIGIT}{2}${SEPARATOR}${DIGIT}${SEPARATOR}${DIGIT}${SEPARATOR}${DIGIT}{3})(?!${DIGIT})${notMoney}`,
  'gu',
)

/** The number with its middle hidden; separators go with what is hidden: 138-0000-1234 becomes 138****1234. */
export const hideMiddle = (number: string, before: number, after: number): string => {
  const kept = Array.from(number.replace(/[^0-9０-９XxＸｘ]/g, ''))
  const hidden = '*'.repeat(kept.length - before - after)
  return `${kept.slice(0, before).join('')}${hidden}${kept.slice(-after).join('')}`
}
