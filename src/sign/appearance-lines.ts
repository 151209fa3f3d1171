/** Sets the words of a visible signature in their box: name, time and reason, in the largest type that fits. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FontBook } from '../fonts/face.js'
import { type Length, mm, pt } from '../layout/length.js'
import type { Page, TextRun } from '../layout/page.js'
import { breakLines, type Line } from '../text/break-lines.js'
import { createMeasure } from '../text/clusters.js'
import { createGlyphFinder, nameCharacter } from '../text/missing-characters.js'
import { normalise } from '../text/normalise.js'

export interface AppearanceWords {
  readonly name: string
  /** ISO 8601 with an offset. */
  readonly time: string
  readonly reason?: string
}

/** In raw units. */
export interface Box {
  readonly width: Length
  readonly height: Length
}

const ROLE = 'song'
const LARGEST = 10.5
/** Rather than break a line, type goes down to this size. */
const COMFORTABLE = 7
const SMALLEST = 5
const STEP = 0.5
const LINE_HEIGHT = 1.3
const ASCENT = 0.88
const PADDING = mm(0.8)

/**
 * A page as large as the box, with the words on it. Throws a FormError `character-missing`, or `signature-place-small`
 * where the words do not fit in type of 5 pt.
 */
export function setAppearance(words: AppearanceWords, box: Box, book: FontBook): Page {
  const text = writeWords(words)
  refuseMissing(text, book)
  const runs =
    largestFit(COMFORTABLE, (size) => setText(text, size, box, book, 'whole')) ??
    largestFit(SMALLEST, (size) => setText(text, size, box, book))
  if (runs !== undefined) return { number: 1, ...box, cells: [], runs, rules: [] }
  const [width, height] = [box.width, box.height].map((side) => Math.round(side / mm(0.1)) / 10)
  throw new FormError([problem('signature-place-small', '', { width: width ?? 0, height: height ?? 0 })], 'usage')
}

function largestFit(smallest: number, set: (size: Length) => TextRun[] | undefined): TextRun[] | undefined {
  for (let points = LARGEST; points >= smallest; points -= STEP) {
    const runs = set(pt(points))
    if (runs !== undefined) return runs
  }
  return undefined
}

function writeWords({ name, time, reason }: AppearanceWords): string {
  const lines = [
    `签名：${name}`,
    `时间：${readableTime(time)}`,
    ...(reason === undefined || reason === '' ? [] : [`事由：${reason}`]),
  ]
  return lines.map(normalise).join('\n')
}

/** `2023年1月28日 10:47:20`, Chinese time being understood; another offset is written out. */
function readableTime(iso: string): string {
  const [, year, month, day, clock, offset] =
    /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(.*)$/.exec(iso) ?? []
  const zone =
    offset?.replace(':', '') === '+0800' ? '' : ` ${/^(Z|[+-]00:?00)$/.test(offset ?? '') ? 'UTC' : `UTC${offset}`}`
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}${zone}`
}

function refuseMissing(text: string, book: FontBook): void {
  const { missing } = createGlyphFinder(book.chain(ROLE), book)(text)
  if (missing.length > 0)
    throw new FormError([problem('character-missing', '', { characters: missing.map(nameCharacter) })], 'usage')
}

/** Undefined where it does not fit, or not without breaking what shall stay `whole`. */
function setText(
  text: string,
  size: Length,
  { width, height }: Box,
  book: FontBook,
  lineBreaks?: 'whole',
): TextRun[] | undefined {
  const room = width - 2 * PADDING
  const lineHeight = Math.round(size * LINE_HEIGHT)
  const lines = breakLines(text, room, createMeasure(book.chain(ROLE), size))
  if (lineBreaks === 'whole' && lines.some(({ last }) => !last)) return undefined
  const textHeight = lines.length * lineHeight
  if (textHeight > height - 2 * PADDING || lines.some((line) => line.width > room)) return undefined
  const first = Math.round((height - textHeight) / 2 + (lineHeight - size) / 2 + ASCENT * size)
  return lines.flatMap((line, index) => setLine(line, index, first + index * lineHeight, size))
}

/** One run a cluster: painting joins those that touch. */
function setLine({ clusters }: Line, line: number, baseline: Length, size: Length): TextRun[] {
  let x = PADDING
  return clusters.map(({ text, face, width, half }) => {
    const run = { cell: 0, line, text, face, size, x, baseline, width, ...(half && { half }) }
    x += width
    return run
  })
}
