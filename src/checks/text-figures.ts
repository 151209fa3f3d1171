/** text-figures: years, persons and yearly need in the running text against the fields that say the same. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { toFen } from '../model/money.js'
import { type Found, findAll, GAP, readingOf } from '../model/reading.js'
import { AMOUNT, amountOf, EACH } from './amounts-in-text.js'
import type { TextField } from './fields.js'

const numerals = '一二三四五六七八九十'

// 连续N年 often speaks of a condition (连续2年未退库); only a stretch longer than the project contradicts it.
const count = `${GAP}(?<count>[\\d一二三四五六七八九十两]{1,2})${GAP}年`
// What somebody must have done or been for so long is no span of the project.
const condition =
  '(?!以上|[^，。；\\n]{0,4}(?:评为|获得?|荣获|未|无|没有|亏损|增长|下降|参保|缴[费纳]|工作|退出|达标|合格))'
const stretch = new RegExp(`(?<!已|曾|近|过去|获)连续${count}${condition}`, 'gu')
const span = '(?:实施|建设|执行)?(?:期限?|周期|年限)'
const period = new RegExp(`(?:为期|(?:项目|实施|建设|执行)${span})(?:为|共|[:：])?${count}`, 'gu')

/** The first stretch of years in the text that is longer than the project, or period that is not the project's. */
export const checkYears = ({ path, text }: TextField, years: number | null): readonly Diagnostic[] => {
  if (years === null) return []
  const wrong = [
    ...findAll(text, stretch).filter(({ groups }) => readNumeral(groups['count']) > years),
    ...findAll(text, period).filter(({ groups }) => readNumeral(groups['count']) !== years),
  ]
  return wrong.slice(0, 1).map(({ written }) => problem('text-figures/years', path, { found: written, years }))
}

/** 1–99 in digits, 一 to 十, or 十二-like two-character numerals. */
const readNumeral = (written = ''): number => {
  if (/^\d+$/.test(written)) return Number(written)
  const [first = '', second = ''] = written.replaceAll('两', '二')
  const digit = (mark: string): number => numerals.indexOf(mark) + 1
  if (second === '') return digit(first)
  return first === '十' ? 10 + digit(second) : digit(first) * 10
}

// What one source gives, or what one kind of cost takes (电费), is a part of the yearly need; 经费 may be all of it.
// What the project saves or moves others to spend is none of it.
const part =
  '其中|中央|省级|市级|市县|县级|区级|上级|配套|自筹|社会(?:资本|资金|投入|投资|力量)|节约|节省|减少|降低|带动|拉动|撬动|本金|(?<!经)费(?!用)|工资|补贴|奖金|租金|利息'
const within = `(?:(?!${EACH}|${part})[^，。；\\d\\n])`

// 每年…需…2252万元; an amount for one person or one household (每人, 人均) is none for the project, one end of a range is no need.
const yearly = new RegExp(
  `(?:每年|年均|全年|年度)${within}{0,12}?(?:需|安排|投入|支出|所需)${within}{0,10}${AMOUNT}(?!${GAP}(?:\\/|[-—–~～至到]|${EACH}))`,
  'gu',
)

/** 不超过200万元 is no need of 200: only a total beyond the limit contradicts it. */
const limitOf = (text: string, { written, index }: Found): 'most' | 'least' | undefined => {
  const behind = text.slice(index + written.length, index + written.length + 4)
  if (/不(?:超过?|高于|大于|多于)|至多|控制在/.test(written) || /^(?:及?以[内下]|之内)/.test(behind)) return 'most'
  if (/不(?:少于|低于|小于)|至少/.test(written) || /^及?以上/.test(behind)) return 'least'
  return undefined
}

/** The yearly need of the fiscal year differs from the annual total by more than rounding to three figures would (1 %). */
export const checkYearlyNeed = (
  { path, text }: TextField,
  total: string | null,
  year: number | null,
): readonly Diagnostic[] => {
  const fen = total === null ? 0n : toFen(total)
  if (total === null || fen === 0n) return []
  const wrong = findAll(text, yearly).find((found) => {
    const before = readingOf(text.slice(Math.max(0, found.index - 12), found.index))
    if (partBefore.test(before) || isOtherYear(before, year)) return false
    const named = amountOf(found)
    const limit = limitOf(text, found)
    if ((limit === 'most' && fen <= named) || (limit === 'least' && fen >= named)) return false
    const gap = named > fen ? named - fen : fen - named
    return gap * 100n > fen
  })
  return wrong === undefined ? [] : [problem('text-figures/yearly', path, { found: wrong.written, total })]
}

/** What stands before 每年 in the same clause may say that it is about a part: 电费每年需…. */
const partBefore = new RegExp(`(?:${EACH}|${part}|各|[一二两三\\d]个)[^，。；\\d\\n]{0,8}$`, 'u')

/** 2022年度, 上年度, 近三年年均: what was or will be spent then is another amount. */
const isOtherYear = (before: string, year: number | null): boolean => {
  const named = /((?:19|20)\d{2})\s?年?\s?$/.exec(before)?.[1]
  return named === undefined
    ? /(?:\d\s?|以[前来]|期间|前期|原|历|[近往][^，。；\n]{0,4}|[上去前下次明]一?)$/.test(before)
    : Number(named) !== year
}
