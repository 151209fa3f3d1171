/** narrative-bare: a narrative that says nothing of its own: only a document number, or what another one says already. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { readingOf } from '../model/reading.js'
import { withoutInvisible } from '../text/normalise.js'
import type { TextField } from './fields.js'
import { han } from './han.js'

/** A narrative with the official label that another one's finding names it by. */
export interface Narrative extends TextField {
  readonly label: string
}

/** The finding of two equal narratives stands at the later one and names the earlier. */
export const checkNarratives = (narratives: readonly Narrative[]): readonly Diagnostic[] =>
  narratives.flatMap((narrative, index) => {
    const twin = narratives.slice(0, index).find((other) => isSame(other.text, narrative.text))
    return [
      ...(isBare(narrative.text) ? [problem('narrative-bare', narrative.path, { found: narrative.text.trim() })] : []),
      ...(twin === undefined ? [] : [problem('narrative-bare/equal', narrative.path, { other: twin.label })]),
    ]
  })

const withoutBlanks = (text: string): string => withoutInvisible(text).replace(/\s+/g, '')

const isSame = (left: string, right: string): boolean => {
  const plain = withoutBlanks(left)
  return plain !== '' && plain === withoutBlanks(right)
}

const longestBare = 60

// 晋水财288号务【2022】 is meant for a number too: office, year and 号 in any order, and nothing else.
const office = `(?:${han}|\\d|[-—])`
const year = '[〔［\\[【（(﹝](?:19|20)\\d{2}年?[〕］\\]】）)﹞]'
const bareNumber = new RegExp(
  `^(?:${office}{0,14}${year}第?\\d{1,6}号|${office}{1,10}\\d{1,6}号${han}{0,3}${year}|${year}${office}{1,10}\\d{1,6}号)$`,
  'u',
)
const listNumber = /^(?:\d{1,2}[.)）]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,2})[）)]|[①-⑳])/
const lone = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})$/
const wrapped = /^(?:（(?<round>.*)）|\((?<narrow>.*)\)|《(?<title>.*)》|“(?<quoted>.*)”)$/u
const lead = /^(?:(?:发文)?文号[:：]?|文件号[:：]?|根据|依据|按照|按|依|见|详见|执行)[:：]?/
const rest = /(?:等|有关|相关|文件|文|通知|精神|规定|要求|执行|的)+$/

const isBare = (text: string): boolean => {
  if (text.length > 2 * longestBare || withoutBlanks(text).length > longestBare) return false
  // 1、 stands as a piece of its own once the text is taken apart at its stops.
  const pieces = readingOf(text)
    .split(/[\n、，,；;。]|(?<=号(?:文件?)?[》）]?)[和及与]|(?<=[》）])(?=[《（])/u)
    .map((piece) => withoutBlanks(piece))
    .filter((piece) => piece !== '' && !lone.test(piece))
  return pieces.length > 0 && pieces.every((piece) => bareNumber.test(unwrapped(piece.replace(listNumber, ''))))
}

/** The number without the words that lead to it and the marks around it: 根据《晋财建〔2022〕55号》文件. */
const unwrapped = (piece: string): string => {
  const bare = piece.replace(lead, '').replace(rest, '')
  const groups = wrapped.exec(bare)?.groups
  const inner = groups?.['round'] ?? groups?.['narrow'] ?? groups?.['title'] ?? groups?.['quoted']
  return inner === undefined ? bare : inner.replace(lead, '')
}
