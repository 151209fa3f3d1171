/** Changes in words, in English or Chinese: “page 2: row 质量指标 moved 4.20 mm down”. */
import type { Language } from '../../diagnostics/describe-diagnostic.js'
import { codePointName } from '../../diagnostics/visible.js'
import { shorten } from './cell-name.js'
import type { TextDifference } from './compare-texts.js'
import type { Hundredths } from './described-layout.js'
import type { LayoutChange, PlacedRule, RuleName } from './layout-change.js'

/** One sentence without a full stop. */
export const describeChange = (change: LayoutChange, language: Language = 'en'): string => {
  const words = language === 'en' ? english(change) : chinese(change)
  if (!('page' in change)) return words
  return language === 'en' ? `page ${change.page}: ${words}` : `第${change.page}页：${words}`
}

/** All changes, a sentence each; two cells of the same words that did the same are told once. */
export const describeChanges = (changes: readonly LayoutChange[], language: Language = 'en'): readonly string[] => [
  ...new Set(changes.map((change) => describeChange(change, language))),
]

const mm = (length: Hundredths): string => (Math.abs(length) / 100).toFixed(2)

const WORDS = {
  en: {
    left: 'to the left',
    right: 'to the right',
    up: 'up',
    down: 'down',
    join: ' and ',
    wider: 'wider',
    narrower: 'narrower',
    taller: 'taller',
    lower: 'lower',
  },
  'zh-CN': {
    left: '左移',
    right: '右移',
    up: '上移',
    down: '下移',
    join: '，',
    wider: '变宽',
    narrower: '变窄',
    taller: '变高',
    lower: '变矮',
  },
} as const

const amount = (length: Hundredths, more: string, less: string, language: Language): string =>
  language === 'en' ? `${mm(length)} mm ${length > 0 ? more : less}` : `${length > 0 ? more : less}${mm(length)}毫米`

const direction = (dx: Hundredths, dy: Hundredths, language: Language): string => {
  const { left, right, up, down, join } = WORDS[language]
  const parts = [
    ...(dx === 0 ? [] : [amount(dx, right, left, language)]),
    ...(dy === 0 ? [] : [amount(dy, down, up, language)]),
  ]
  return parts.join(join)
}

const growth = (dw: Hundredths, dh: Hundredths, language: Language): string => {
  const { wider, narrower, taller, lower, join } = WORDS[language]
  const parts = [
    ...(dw === 0 ? [] : [amount(dw, wider, narrower, language)]),
    ...(dh === 0 ? [] : [amount(dh, taller, lower, language)]),
  ]
  return parts.join(join)
}

const english = (change: LayoutChange): string => {
  switch (change.kind) {
    case 'page-count':
      return `${change.after} pages instead of ${change.before}`
    case 'paper':
      return `the paper is ${change.after} instead of ${change.before}`
    case 'rows-moved':
      return `${rowsEn(change)} moved ${change.lastDy === undefined ? '' : `${mm(change.dy)} to `}${direction(change.dx, change.lastDy ?? change.dy, 'en')}`
    case 'rows-paged':
      return `${rowsEn(change)} moved to page ${change.to}`
    case 'rows-resized':
      return `${rowsEn(change)} ${change.count === 1 ? 'is' : 'are each'} ${growth(0, change.dh, 'en')}`
    case 'row-gone':
      return `row ${change.row} is gone`
    case 'row-new':
      return `row ${change.row} is new`
    case 'moved':
      return `${change.cell} moved ${direction(change.dx, change.dy, 'en')}`
    case 'paged':
      return `${change.cell} moved to page ${change.to}`
    case 'resized':
      return `${change.cell} is ${growth(change.dw, change.dh, 'en')}`
    case 'cell-gone':
      return `${change.cell} is gone`
    case 'cell-new':
      return `${change.cell} is new`
    case 'text':
      return `${change.cell}: ${textEn(change.difference)}`
    case 'relined':
      return change.before === change.after
        ? `${change.cell}: the lines break elsewhere`
        : `${change.cell}: ${change.after} lines instead of ${change.before}`
    case 'text-moved':
      return `the text of ${change.cell} moved ${direction(change.dx, change.dy, 'en')} in its cell`
    case 'set':
      return `${change.cell}: ${SETTINGS.en[change.what]} is ${change.after || 'none'} instead of ${change.before || 'none'}`
    case 'cell-part':
      return `${change.cell} is ${change.after} instead of ${change.before}`
    case 'rule-moved':
      return `the ${ruleEn(change.rule)} moved ${alongEn(change.rule, change.by)}`
    case 'rule-gone':
      return `the ${ruleEn(change.rule)} is gone`
    case 'rule-new':
      return `the ${ruleEn(change.rule)} is new`
    case 'rule-width':
      return `the ${ruleEn(change.rule)} is ${mm(change.after)} mm thick instead of ${mm(change.before)} mm`
    case 'loose-rule-gone':
      return `the ${placedEn(change.rule)} is gone`
    case 'loose-rule-new':
      return `the ${placedEn(change.rule)} is new`
    case 'loose-rule-changed':
      return `the ${placedEn(change.before)} is now a ${placedEn(change.after)}`
    case 'cell-framed':
      return `${change.cell} ${change.framed ? 'is now' : 'is no longer'} ruled on all four sides`
    case 'mark-gone':
      return `the ${change.mark} is gone`
    case 'mark-new':
      return `the ${change.mark} is new`
    case 'mark-changed':
      return `the ${change.mark} is another`
    case 'mark-moved':
      return `the ${change.mark} moved ${direction(change.dx, change.dy, 'en')}`
    case 'other':
      return `“${change.after}” instead of “${change.before}”`
  }
}

const SETTINGS = {
  en: {
    face: 'the font',
    size: 'the type size',
    colour: 'the colour',
    spacing: 'the letter spacing',
    width: 'the width of the text',
    half: 'the half-width mark',
    pieces: 'a piece of the line',
  },
  'zh-CN': {
    face: '字体',
    size: '字号',
    colour: '颜色',
    spacing: '字距',
    width: '文字宽度',
    half: '半宽标点',
    pieces: '行内分段',
  },
} as const

const rowsEn = ({ first, last, count }: { first: string; last: string; count: number }): string =>
  count === 1 ? `row ${first}` : `rows ${first} to ${last} (${count})`

const SIDE_EN = { above: 'above', under: 'under', left: 'left of', right: 'right of' } as const
const SIDE_ZH = { above: '上方', under: '下方', left: '左侧', right: '右侧' } as const

const isUpright = ({ side }: RuleName): boolean => side === 'left' || side === 'right'

const ruleEn = (rule: RuleName): string =>
  `rule ${SIDE_EN[rule.side]} ${rule.cell} (${mm(rule.from)}–${mm(rule.to)} mm ${isUpright(rule) ? 'from the top' : 'from the left'})`

const placedEn = ({ upright, at, from, to, width }: PlacedRule): string =>
  upright
    ? `vertical rule ${mm(at)} mm from the left (${mm(from)}–${mm(to)} mm from the top, ${mm(width)} mm thick)`
    : `horizontal rule ${mm(at)} mm from the top (${mm(from)}–${mm(to)} mm from the left, ${mm(width)} mm thick)`

const alongEn = (rule: RuleName, by: Hundredths): string =>
  isUpright(rule) ? direction(by, 0, 'en') : direction(0, by, 'en')

/** A few characters are named by their code points, for many look alike. */
const named = (text: string, open = '“', close = '”'): string => {
  const codes = Array.from(text, (character) => codePointName(character.codePointAt(0) ?? 0))
  return codes.length <= 3 ? `${open}${text}${close} (${codes.join(' ')})` : `${open}${shorten(text, 40)}${close}`
}

const textEn = ({ kind, before, after, following }: TextDifference): string => {
  const where = following === '' ? 'at the start' : `after “${following}”`
  if (kind === 'lost') return `${named(before)} is missing ${where}`
  if (kind === 'added') return `${named(after)} is new ${where}`
  if (kind === 'swapped') return `“${before}” is swapped to “${after}” ${where}`
  if (kind === 'reordered') return `“${shorten(before, 40)}” stands in another order, “${shorten(after, 40)}”, ${where}`
  return `${named(after)} instead of ${named(before)} ${where}`
}

const chinese = (change: LayoutChange): string => {
  switch (change.kind) {
    case 'page-count':
      return `由${change.before}页变为${change.after}页`
    case 'paper':
      return `纸张由${change.before}变为${change.after}`
    case 'rows-moved':
      return `${rowsZh(change)}${direction(change.dx, change.dy, 'zh-CN')}${change.lastDy === undefined ? '' : `，至末行${direction(0, change.lastDy, 'zh-CN')}`}`
    case 'rows-paged':
      return `${rowsZh(change)}移到第${change.to}页`
    case 'rows-resized':
      return `${rowsZh(change)}${change.count === 1 ? '' : '各'}${growth(0, change.dh, 'zh-CN')}`
    case 'row-gone':
      return `少了“${change.row}”行`
    case 'row-new':
      return `多了“${change.row}”行`
    case 'moved':
      return `“${change.cell}”${direction(change.dx, change.dy, 'zh-CN')}`
    case 'paged':
      return `“${change.cell}”移到第${change.to}页`
    case 'resized':
      return `“${change.cell}”${growth(change.dw, change.dh, 'zh-CN')}`
    case 'cell-gone':
      return `少了“${change.cell}”`
    case 'cell-new':
      return `多了“${change.cell}”`
    case 'text':
      return `“${change.cell}”${textZh(change.difference)}`
    case 'relined':
      return change.before === change.after
        ? `“${change.cell}”换行位置不同`
        : `“${change.cell}”由${change.before}行变为${change.after}行`
    case 'text-moved':
      return `“${change.cell}”的文字在格内${direction(change.dx, change.dy, 'zh-CN')}`
    case 'set':
      return `“${change.cell}”的${SETTINGS['zh-CN'][change.what]}由${change.before || '无'}变为${change.after || '无'}`
    case 'cell-part':
      return `“${change.cell}”的分页片段由${change.before}变为${change.after}`
    case 'rule-moved':
      return `${ruleZh(change.rule)}${isUpright(change.rule) ? direction(change.by, 0, 'zh-CN') : direction(0, change.by, 'zh-CN')}`
    case 'rule-gone':
      return `少了${ruleZh(change.rule)}`
    case 'rule-new':
      return `多了${ruleZh(change.rule)}`
    case 'rule-width':
      return `${ruleZh(change.rule)}由${mm(change.before)}毫米粗变为${mm(change.after)}毫米粗`
    case 'loose-rule-gone':
      return `少了${placedZh(change.rule)}`
    case 'loose-rule-new':
      return `多了${placedZh(change.rule)}`
    case 'loose-rule-changed':
      return `${placedZh(change.before)}变为${placedZh(change.after)}`
    case 'cell-framed':
      return `“${change.cell}”${change.framed ? '成为' : '不再是'}四面有线的格`
    case 'mark-gone':
      return `少了${markZh(change.mark)}`
    case 'mark-new':
      return `多了${markZh(change.mark)}`
    case 'mark-changed':
      return `${markZh(change.mark)}有变化`
    case 'mark-moved':
      return `${markZh(change.mark)}${direction(change.dx, change.dy, 'zh-CN')}`
    case 'other':
      return `“${change.before}”变为“${change.after}”`
  }
}

const rowsZh = ({ first, last, count }: { first: string; last: string; count: number }): string =>
  count === 1 ? `“${first}”行` : `“${first}”至“${last}”共${count}行`

const ruleZh = (rule: RuleName): string =>
  `“${rule.cell}”${SIDE_ZH[rule.side]}的表线（距${isUpright(rule) ? '上' : '左'}${mm(rule.from)}至${mm(rule.to)}毫米）`

const placedZh = ({ upright, at, from, to, width }: PlacedRule): string =>
  upright
    ? `距左${mm(at)}毫米的竖线（距上${mm(from)}至${mm(to)}毫米，粗${mm(width)}毫米）`
    : `距上${mm(at)}毫米的横线（距左${mm(from)}至${mm(to)}毫米，粗${mm(width)}毫米）`

const MARKS_ZH: Readonly<Record<string, string>> = {
  signature: '签字位置',
  seal: '印章位置',
  edgeSeal: '骑缝章位置',
  watermark: '水印',
  qr: '二维码',
  picture: '图片',
  text: '格外文字',
}

/** A mark is called by its kind, then by its name. */
const markZh = (mark: string): string => mark.replace(/^\w+ ?/, (kind) => MARKS_ZH[kind.trim()] ?? kind)

const textZh = ({ kind, before, after, following }: TextDifference): string => {
  const where = following === '' ? '开头' : `“${following}”之后`
  if (kind === 'lost') return `${where}少了${named(before)}`
  if (kind === 'added') return `${where}多了${named(after)}`
  if (kind === 'swapped') return `${where}“${before}”颠倒成“${after}”`
  if (kind === 'reordered') return `${where}“${shorten(before, 40)}”的次序变为“${shorten(after, 40)}”`
  return `${where}${named(before)}变为${named(after)}`
}
