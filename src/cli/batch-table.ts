/** The table at the end of a batch. */
import { describeDiagnostic } from '../diagnostics/describe-diagnostic.js'
import { visible } from '../diagnostics/visible.js'
import { duration } from './batch-progress.js'
import { countOf, type Tally } from './batch-tally.js'

/** What the words of the report speak of. `stream`: a book that goes to somebody who has what was written of it. */
export type BatchTarget = 'folder' | 'book' | 'stream'

/** How the batch went as a whole. */
export interface Outcome {
  readonly target: BatchTarget
  /** It was ended before its time. */
  readonly broken: boolean
  readonly seconds: number
}

export const writeTable = (tally: Tally, outcome: Outcome): string =>
  [...totals(tally, outcome), ...findings(tally), ...faults(tally)].map((line) => `${line}\n`).join('')

const HEADINGS = {
  folder: { whole: '批量打印完成：', broken: '批量打印中断，已完成的部分有效，可以再次运行：' },
  book: { whole: '汇编完成：', broken: '汇编没有完成，没有写出文件，原有的文件没有改动：' },
  stream: { whole: '汇编完成：', broken: '汇编没有完成，输出的内容不完整，不能使用：' },
} as const

const totals = (tally: Tally, { target, broken, seconds }: Outcome): readonly string[] => [
  HEADINGS[target][broken ? 'broken' : 'whole'],
  ...[
    ['打印', tally.printed],
    // A book is always printed as a whole.
    ...(target === 'folder' ? [['未变，跳过', tally.unchanged]] : []),
    ['有误，没有打印', tally.failed],
    ['合计', countOf(tally)],
  ].map(([name, count]) => row(String(name), `${count}份`)),
  row('页数', `${tally.pages}页`),
  row('用时', duration(seconds)),
]

const findings = ({ findings: [errors, warnings, hints], codes }: Tally): readonly string[] => {
  if (errors + warnings + hints === 0) return []
  const often = [...codes].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1)).slice(0, MOST_CODES)
  return [
    `已打印的表中的问题：错误${errors}，警告${warnings}，提示${hints}（逐份查看用jixiao check）`,
    ...often.map(([code, count]) => row(code, `${count}处`)),
  ]
}

const MOST_CODES = 12

const faults = ({ faults: list, failed }: Tally): readonly string[] => {
  if (failed === 0) return []
  const lines = list.map(({ where, name, reason, more }) => {
    const words = reason === undefined ? '' : describeDiagnostic(reason).message
    return `  ${visible(where)}${name === '' ? '' : `　${name}`}　${words}${more > 0 ? `（另有${more}处）` : ''}`
  })
  const left = failed - list.length
  return ['没有打印的表：', ...lines, ...(left > 0 ? [`  ……另有${left}份，见上文`] : [])]
}

const row = (name: string, value: string): string =>
  `  ${name}${' '.repeat(Math.max(2, 22 - width(name)))}${value.padStart(10)}`

const width = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)
