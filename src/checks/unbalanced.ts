/** Finds paired marks without their partner, over the whole field: a quotation may run through several paragraphs. */

export interface LoneMark {
  readonly mark: string
  /** Offset in the text. */
  readonly index: number
}

interface OpenMark extends LoneMark {
  readonly family: string
}

/** Half-width and full-width forms close one another: width is another rule's business. ‘ ’ are left aside, for ’ is an apostrophe too. */
const families = ['《》', '〈〉', '（）()', '“”', '【】', '〔〕﹝﹞', '「」', '『』', '［］[]', '｛｝{}']

const opening = new Map<string, string>()
const closing = new Map<string, string>()
for (const family of families) {
  Array.from(family).forEach((mark, index) => (index % 2 === 0 ? opening : closing).set(mark, family))
}

const anyMark = new RegExp(`[${[...opening.keys(), ...closing.keys()].map((mark) => `\\${mark}`).join('')}]`, 'g')

/** The lone marks in the order of the text. */
export const findUnbalanced = (text: string): readonly LoneMark[] => {
  const open: OpenMark[] = []
  const lone: LoneMark[] = []
  const marks: Marks = { open, lone, uncertain: 0 }
  for (const { 0: mark, index } of text.matchAll(anyMark)) {
    const family = opening.get(mark)
    if (family === undefined) closeMark(text, { mark, index }, marks)
    else if (!isContinued(text, mark, index, open)) open.push({ mark, index, family })
  }
  return [...lone, ...open].map(({ mark, index }) => ({ mark, index })).sort((a, b) => a.index - b.index)
}

interface Marks {
  readonly open: OpenMark[]
  readonly lone: LoneMark[]
  /** Brackets that were closed by what may as well be a list number: their own partner may still come. */
  uncertain: number
}

/**
 * Closes the nearest mark of the same family; marks opened inside and never closed are lone.
 * The bracket of a list number needs no partner, but 3） in （1、2、3） has one: it closes what stands open right before it,
 * and gives it back to a later bracket that finds no other, as in （其中：1）…；2）…）.
 */
const closeMark = (text: string, { mark, index }: LoneMark, marks: Marks): void => {
  const { open, lone } = marks
  const partner = open.findLastIndex(({ family }) => family === closing.get(mark))
  if (isListNumber(text, mark, index)) {
    if (partner < 0 || partner < open.length - 1) return
    open.pop()
    marks.uncertain++
  } else if (partner >= 0) for (const inner of open.splice(partner).slice(1)) lone.push(inner)
  else if (/[)）]/.test(mark) && marks.uncertain > 0) marks.uncertain--
  else lone.push({ mark, index })
}

/** A quotation of several paragraphs opens again at each of them and closes once, in the last (GB/T 15834-2011, 4.8.3). */
const isContinued = (text: string, mark: string, index: number, open: readonly OpenMark[]): boolean =>
  mark === '“' &&
  open.some((other) => other.mark === '“') &&
  /(?:^|[\n\r])[ \t\u3000]{0,8}$/.test(text.slice(Math.max(0, index - 9), index))

/** 1）, 2), 一）: the closing bracket of a list number has no partner. */
const isListNumber = (text: string, mark: string, index: number): boolean =>
  /[)）]/.test(mark) &&
  /(?:^|[\s，。；、：:;,])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z①-⑳])$/.test(
    text.slice(Math.max(0, index - 4), index),
  )
