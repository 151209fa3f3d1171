/** document-number: 发文字号 as GB/T 9704-2012, 7.2.5 wants it: 六角括号 for the year, no 第, no leading zero. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { shortList } from './excerpt.js'
import type { TextField } from './fields.js'
import { han } from './han.js'

const year = '(?<year>(?:19|20)\\d{2})年?'
const open = '[〔﹝［\\[【（(〈<]'
const close = '[〕﹞］\\]】）)〉>]'
const serial = '(?<serial>第?\\s{0,2}\\d{1,6}号)'

// Square brackets around a year are always meant for 〔〕; round ones only where a serial number follows.
const wrongBrackets = new RegExp(
  `(?:[［\\[【]${year}[］\\]】](?<after>第?\\s{0,2}\\d{1,6}号)?|[﹝（(〈<](?<year2>(?:19|20)\\d{2})年?[﹞）)〉>]${serial})`,
  'gu',
)
const ordinal = new RegExp(`${open}${year}${close}(?<serial>第\\s{0,2}\\d{1,6}号)`, 'gu')
const leadingZero = new RegExp(`${open}${year}${close}(?<serial>第?\\s{0,2}0\\d{0,5}号)`, 'gu')
/** 发文机关代字: the characters right before the bracket. */
const office = new RegExp(`(?:${han}|\\d){1,12}$`, 'u')
const trailing = new RegExp(`${open}${year}${close}${serial}[》”）)]{0,3}、(?=\\s*$|[）)。；])`, 'gu')

/** One finding for each kind of fault, with all the numbers that have it and what they should be. */
export const checkDocumentNumbers = ({ path, text }: TextField): readonly Diagnostic[] => {
  // Every pattern needs a year in brackets; most fields have none.
  if (!/[〔﹝［[【（(〈<](?:19|20)\d{2}/.test(text)) return []
  const finding = (key: 'brackets' | 'ordinal' | 'leading-zero', pattern: RegExp): readonly Diagnostic[] => {
    const found = Array.from(text.matchAll(pattern))
    const facts = { found: shortList(found.map(wholeNumber)), expected: shortList(found.map(corrected)) }
    return found.length === 0 ? [] : [problem(`document-number/${key}`, path, facts)]
  }
  const lone = shortList(Array.from(text.matchAll(trailing), wholeNumber))
  return [
    ...finding('brackets', wrongBrackets),
    ...finding('ordinal', ordinal),
    ...finding('leading-zero', leadingZero),
    ...(lone.length === 0 ? [] : [problem('document-number/trailing', path, { found: lone })]),
  ]
}

const officeOf = ({ index, input = '' }: RegExpMatchArray): string =>
  office.exec(input.slice(Math.max(0, (index ?? 0) - 24), index))?.[0] ?? ''

const wholeNumber = (match: RegExpMatchArray): string => officeOf(match) + match[0]

const corrected = (match: RegExpMatchArray): string => {
  const { serial, after, year: inSquare, year2: inRound } = match.groups ?? {}
  const number = (serial ?? after ?? '').replace(/^第?\s*0*(?=\d)/, '')
  return `${officeOf(match)}〔${inSquare ?? inRound ?? ''}〕${number}`
}
