/** Finds private numbers in running text, however people write them, and hides their middle. */
import type { MaskName } from '../template/template.js'
import { invisibleMarks, withoutInvisible } from '../text/normalise.js'

const DIGIT = '[0-9０-９]'
/** Between the groups of a number. */
const GAP = '[\\s\\-–—－.·]{0,2}'

/** 1[3-9] and nine digits, as one number or in groups (138-0000-1234, 138 000 01234), not part of a longer number. */
const MOBILE = new RegExp(
  `(?<!${DIGIT})(?<prefix>(?:(?:[+＋]|[0０]{2})?[8８][6６]${GAP}|[0０])?)(?<number>[1１][3-9３-９]${DIGIT}${GAP}${DIGIT}${GAP}${DIGIT}{2}${GAP}${DIGIT}${GAP}${DIGIT}${GAP}${DIGIT}{3})(?!${DIGIT})`,
  'gu',
)

/** GB 11643-1999: six digits of the place, eight of the birthday, three and a check character; or the fifteen of before 1999. */
const IDENTITY = new RegExp(
  `(?<!${DIGIT})(?<prefix>)(?<number>${DIGIT}{6}${GAP}(?:${DIGIT}{8}${GAP}${DIGIT}{3}[0-9０-９XxＸｘ]|${DIGIT}{9}))(?![0-9０-９A-Za-z])`,
  'gu',
)

/** The text with every number of the kind masked; the same text where there is none. */
export const maskText = (text: string, mask: Exclude<MaskName, 'drop'>): string => {
  // Marks that print nothing may stand between any two digits; a number that is hidden takes them with it.
  const printed = invisibleMarks(text).length > 0 ? withoutInvisible(text) : text
  const masked = mask === 'mobile' ? printed.replace(MOBILE, hide(3, 4)) : printed.replace(IDENTITY, hide(6, 4))
  return masked === printed ? text : masked
}

/** Separators go with what is hidden: 138-0000-1234 becomes 138****1234. */
const hide =
  (before: number, after: number) =>
  (...match: readonly unknown[]): string => {
    const { prefix = '', number = '' } = match.at(-1) as { prefix?: string; number?: string }
    const kept = Array.from(number.replace(/[^0-9０-９XxＸｘ]/g, ''))
    return `${prefix}${kept.slice(0, before).join('')}${'*'.repeat(kept.length - before - after)}${kept.slice(-after).join('')}`
  }
