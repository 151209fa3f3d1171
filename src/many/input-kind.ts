/** What a stream of forms is: JSONL, a JSON array, or one form. Its beginning tells, and none of it is taken for more than it is. */
import { FormError } from '../diagnostics/form-error.js'
import { parseJson } from '../input/parse-json.js'

export type InputKind = 'lines' | 'array' | 'form'

/** A line that is an object by itself and stands at its beginning: what JSONL is made of. */
const RECORD_LINE = /(?:^|\n)\{[^\n]*\}[ \t\r]*(?=\n)/

const NOT_BLANK = /[^ \t\r\n]/

/**
 * A first line that is an object tells JSONL. Any other one may be the beginning of a value that goes on over lines, or a
 * faulty line of JSONL: the first line that is an object by itself decides, by whether it can be a part of that value. So a
 * faulty first line takes none of the others with it, and a form keeps its lines together.
 * @param head the beginning, as much as has come
 * @param complete whether nothing follows, or whoever asks will not wait for more
 * @returns undefined where more must come; the same for the same bytes, in whatever pieces they come
 */
export const kindOfInput = (head: Buffer, complete: boolean): InputKind | undefined => {
  // All marks of JSON are ASCII, and one character a byte is quickly had.
  const text = head.toString('latin1')
  const begin = text.search(NOT_BLANK)
  if (begin === -1) return complete ? 'lines' : undefined
  const words = complete ? `${text.slice(begin)}\n` : text.slice(begin)
  if (/^\[[ \t\r\n]*\{/.test(words)) return 'array'
  const record = RECORD_LINE.exec(words)
  if (record !== null) return judgeRecord(words, record.index, record.index + record[0].length, complete)
  return complete ? oneValue(words) : undefined
}

/** One line is a record of JSONL as well: where it is endless, it is refused by itself and those behind it are read. */
const oneValue = (words: string): InputKind => {
  if (words.startsWith('[')) return 'array'
  return words.trimEnd().includes('\n') ? 'form' : 'lines'
}

/** The line from `start` to `end` is an object by itself. Is it a record, or a part of a value that began before it? */
const judgeRecord = (words: string, start: number, end: number, complete: boolean): InputKind | undefined => {
  const state = stateOf(words.slice(0, end))
  if (state === 'broken' || (start === 0 && state === 'whole')) return 'lines'
  const next = words.slice(end).search(NOT_BLANK)
  if (next !== -1) return stateOf(words.slice(0, end + next + 1)) === 'broken' ? 'lines' : oneValue(words)
  if (!complete) return undefined
  return state === 'whole' ? oneValue(words) : 'lines'
}

/** A JSON value, the beginning of one, or neither. */
const stateOf = (text: string): 'whole' | 'open' | 'broken' => {
  try {
    parseJson(text)
    return 'whole'
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    const [fault] = error.diagnostics
    if (fault?.code === 'json-duplicate-key') return 'whole'
    return fault?.code === 'json-syntax' && fault.facts['variant'] === 'end' ? 'open' : 'broken'
  }
}
