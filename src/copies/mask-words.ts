/** Finds private numbers in running text, however people write them, and hides their middle. */
import type { MaskName } from '../template/template.js'
import { DIGIT, hideMiddle, mobileNumber, SEPARATOR } from '../text/mobile-number.js'
import { invisibleMarks, withoutInvisible } from '../text/normalise.js'

/** GB 11643-1999: six digits of the place, eight of the birthday, three and a check character; or the fifteen of before 1999. */
const IDENTITY = new RegExp(
  `(?<!${DIGIT})(?<prefix>)(?<number>${DIGIT}{6}${SEPARATOR}(?:${DIGIT}{8}${SEPARATOR}${DIGIT}{3}[0-9０-９XxＸｘ]|${DIGIT}{9}))(?![0-9０-９A-Za-z])`,
  'gu',
)

/** The text with every number of the kind masked; the same text where there is none. */
export const maskText = (text: string, mask: Exclude<MaskName, 'drop'>): string => {
  // Marks that print nothing may stand between any two digits; a number that is hidden takes them with it.
  const printed = invisibleMarks(text).length > 0 ? withoutInvisible(text) : text
  const masked = mask === 'mobile' ? printed.replace(mobileNumber, hide(3, 4)) : printed.replace(IDENTITY, hide(6, 4))
  return masked === printed ? text : masked
}

const hide =
  (before: number, after: number) =>
  (...match: readonly unknown[]): string => {
    const { prefix = '', number = '' } = match.at(-1) as { prefix?: string; number?: string }
    return prefix + hideMiddle(number, before, after)
  }
