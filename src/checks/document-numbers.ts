/** document-number: 发文字号 as GB/T 9704-2012, 7.2.5 wants it: 六角括号 for the year, no 第, no leading zero. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { type Found, findAll, GAP, readingOf } from '../model/reading.js'
import { shortList } from './excerpt.js'
import type { TextField } from './fields.js'
import { han } from './han.js'

const digits = '(?:19|20)\\d{2}'
const year = `${GAP}(?<year>${digits})年?${GAP}`
const open = '[〔﹝［\\[【（(〈<]'
const close = '[〕﹞］\\]】）)〉>]'
// 3号楼 and 2号线 are places.
const mark = `${GAP}号(?![楼线院井门机炉馆厅桥闸路站库])`
// 55、56号 and 1-3号 are several numbers of one year.
const more = '(?:[-—–－~～至、]\\d{1,6}){0,4}'
const serial = `${GAP}(?<serial>第?${GAP}\\d{1,6}${more}${mark})`

// A year in any brackets but 〔〕 is part of a number where a serial number follows. In square ones it is meant for one too
// where it ends what the office and perhaps a serial number gone astray begin (晋水财288号务【2022】); 【2023年】 is not, and
// figures behind it are the serial number, of sessions too (【2022】12次).
const wrongBrackets = new RegExp(
  `(?:[﹝［\\[【（(〈<]${year}[﹞］\\]】）)〉>]${serial}|(?<=${han})[［\\[【]${GAP}(?<alone>${digits})${GAP}[］\\]】](?:${GAP}(?<bare>\\d{1,6}[次期]?)(?![\\d.%]|${han})|(?!${GAP}\\d|${han})))`,
  'gu',
)
const ordinal = new RegExp(`${open}${year}${close}${GAP}(?<serial>第${GAP}\\d{1,6}${more}${mark})`, 'gu')
const leadingZero = new RegExp(`${open}${year}${close}${GAP}(?<serial>第?${GAP}0\\d{0,5}${more}${mark})`, 'gu')
/** 发文机关代字: the characters right before the bracket. */
const office = new RegExp(`(?:${han}|\\d){1,12}$`, 'u')
const trailing = new RegExp(`${open}${year}${close}${serial}[》”）)]{0,3}、(?=\\s*$|[）)。；])`, 'gu')

/** One finding for each kind of fault, with all the numbers that have it and what they should be. */
export const checkDocumentNumbers = ({ path, text }: TextField): readonly Diagnostic[] => {
  // Every pattern needs a year in brackets; most fields have none.
  if (!/[〔﹝［[【（(〈<][^\S\n]{0,2}(?:19|20)\d{2}/.test(readingOf(text))) return []
  const finding = (key: 'brackets' | 'ordinal' | 'leading-zero', pattern: RegExp): readonly Diagnostic[] => {
    const found = findNumbers(text, pattern)
    const facts = { found: shortList(found.map(wholeNumber)), expected: shortList(found.map(corrected)) }
    return found.length === 0 ? [] : [problem(`document-number/${key}`, path, facts)]
  }
  const lone = shortList(findNumbers(text, trailing).map(wholeNumber))
  return [
    ...finding('brackets', wrongBrackets),
    ...finding('ordinal', ordinal),
    ...finding('leading-zero', leadingZero),
    ...(lone.length === 0 ? [] : [problem('document-number/trailing', path, { found: lone })]),
  ]
}

interface FoundNumber extends Found {
  readonly office: string
}

const findNumbers = (text: string, pattern: RegExp): readonly FoundNumber[] =>
  findAll(text, pattern).map(({ written, groups, index }) => {
    return { written, groups, index, office: officeOf(text, index) }
  })

const officeOf = (text: string, index: number): string =>
  office.exec(readingOf(text.slice(Math.max(0, index - 24), index)))?.[0] ?? ''

const wholeNumber = ({ office, written }: FoundNumber): string => office + written

/** Office, year, serial number. A serial number among the office's characters goes behind the year; where there is none, × stands for it. */
const corrected = ({ office, groups }: FoundNumber): string => {
  const { serial, year, alone, bare } = groups
  if (alone === undefined) return `${office}〔${year}〕${plainSerial(serial ?? '')}`
  if (bare !== undefined) return `${office}〔${alone}〕${/\d$/.test(bare) ? `${plainSerial(bare)}号` : bare}`
  const astray = /\d{1,6}号/.exec(office)?.[0] ?? '×号'
  return `${office.replace(astray, '')}〔${alone}〕${plainSerial(astray)}`
}

const plainSerial = (serial: string): string => serial.replace(/\s+/g, '').replace(/^第?0*(?=\d)/, '')
