/** text-figures: years, persons and yearly need in the running text against the fields that say the same. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { toFen } from '../model/money.js'
import { amountsIn } from './amounts-in-text.js'
import type { TextField } from './fields.js'

const numerals = '一二三四五六七八九十'

// 连续N年 often speaks of a condition (连续2年未退库); only a stretch longer than the project contradicts it.
const stretch = /(?<!已|曾|近|过去|获)连续([\d一二三四五六七八九十两]{1,2})年/gu
const period =
  /(?:为期|项目期限?为?|实施期限?为?|实施周期为?|建设期限?为?|建设周期为?)([\d一二三四五六七八九十两]{1,2})年/gu

/** The first stretch of years in the text that is longer than the project, or period that is not the project's. */
export const checkYears = ({ path, text }: TextField, years: number | null): readonly Diagnostic[] => {
  if (years === null) return []
  const wrong = [
    ...Array.from(text.matchAll(stretch)).filter(([, written]) => readNumeral(written) > years),
    ...Array.from(text.matchAll(period)).filter(([, written]) => readNumeral(written) !== years),
  ]
  return wrong.slice(0, 1).map(([found]) => problem('text-figures/years', path, { found, years }))
}

/** 1–99 in digits, 一 to 十, or 十二-like two-character numerals. */
const readNumeral = (written = ''): number => {
  if (/^\d+$/.test(written)) return Number(written)
  const [first = '', second = ''] = written.replaceAll('两', '二')
  const digit = (mark: string): number => numerals.indexOf(mark) + 1
  if (second === '') return digit(first)
  return first === '十' ? 10 + digit(second) : digit(first) * 10
}

// 每年…需…2252万元; an amount for one person or one household (每人, 人均) is none for the project.
const yearly =
  /(?:每年|年均|全年|年度)(?:(?!每人|每户|人均|户均|每个|每家)[^，。；\d\n]){0,12}?(?:需|安排|投入|支出|所需)(?:(?!每人|每户|人均|户均|每个|每家)[^，。；\d\n]){0,10}(?<amount>\d[\d,.]{0,20}(?:万亿|亿|万)?元)(?!\/)/gu

/** The yearly need differs from the annual total by more than rounding to three figures would (1 %). */
export const checkYearlyNeed = ({ path, text }: TextField, total: string | null): readonly Diagnostic[] => {
  const fen = total === null ? 0n : toFen(total)
  if (total === null || fen === 0n) return []
  const wrong = Array.from(text.matchAll(yearly)).find(({ groups = {} }) => {
    const named = amountsIn(groups['amount'] ?? '')[0]?.fen ?? fen
    const gap = named > fen ? named - fen : fen - named
    return gap * 100n > fen
  })
  return wrong === undefined ? [] : [problem('text-figures/yearly', path, { found: wrong[0], total })]
}
