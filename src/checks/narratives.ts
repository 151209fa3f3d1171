/** narrative-bare: a narrative that says nothing of its own: only a document number, or what another one says already. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
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

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '')

const isSame = (left: string, right: string): boolean => {
  const plain = withoutBlanks(left)
  return plain !== '' && plain === withoutBlanks(right)
}

const longestBare = 60

// 晋水财288号务【2022】 is meant for a number too: office, year and 号 in any order, and nothing else.
const year = '[〔［\\[【（(﹝]?(?:19|20)\\d{2}年?[〕］\\]】）)﹞]?'
const bareNumber = new RegExp(`^(?=.*(?:19|20)\\d{2})(?=.*\\d+号)(?:${han}|${year}|\\d|[-—])+$`, 'u')
const lead = /^(?:根据|依据|按照|按|依|见|详见|执行)/
const rest = /(?:文件|文|通知|精神|规定|要求|执行|的)+$/

const isBare = (text: string): boolean => {
  const plain = withoutBlanks(text).replace(/[。；;，,、]+$/, '')
  if (plain === '' || plain.length > longestBare) return false
  return plain.split(/[、，,；;]/).every((piece) => isNumber(piece.replace(lead, '').replace(rest, '')))
}

/** Document numbers are short; a sentence that happens to hold one (2022年第3号公告后开展…) is not bare. */
const isNumber = (piece: string): boolean => piece.length <= 24 && bareNumber.test(piece) && hasBracketedYear(piece)

const hasBracketedYear = (piece: string): boolean => /[〔［[【（(﹝](?:19|20)\d{2}年?[〕］\]】）)﹞]/.test(piece)
