/** Where an unbreakable unit that no line can hold is cut: at its joints first. */
import { BREAK } from './levels.js'

const DIGIT = /^[\d０-９]$/
/** Signs that begin the next part of a unit, and signs that end one. */
const OPENS_PART = new Set('/([')
const CLOSES_PART = new Set('-,;)]&=?_*×∶—–~～－〕】］）')
/** A number before one of these is part of a date, a time or a 文号: 2023 / 年 is no place to cut. */
const CLOSES_FIGURE = new Set('年月日号时分秒')

/** Level of a break between two neighbouring clusters of one unit. */
export const jointLevel = (before: string, after: string): number => {
  if (before === '/' || after === before) return BREAK.torn
  if (OPENS_PART.has(after)) return BREAK.joint
  if (before === ',' && DIGIT.test(after)) return BREAK.figure
  if (CLOSES_PART.has(before)) return BREAK.joint
  if (DIGIT.test(before) && isHan(after)) return CLOSES_FIGURE.has(after) ? BREAK.figure : BREAK.joint
  // 2023年 / 1月: a part of a date ends.
  return CLOSES_FIGURE.has(before) && DIGIT.test(after) ? BREAK.joint : BREAK.torn
}

const isHan = (cluster: string): boolean => cluster >= '\u3400' && cluster <= '\u9fff'
