/** Judges the line breaks of a laid-out form by the closed lists of typography.md, with an oracle of its own. */
import type { Cell, Page } from '../../../src/layout/page.js'

const NEVER_FIRST = new Set('。，、；：？！…—～·）》〉】〕』」”’％‰℃.,;:?!)]}%')
const NEVER_LAST = new Set('（《〈【〔『「“‘￥＄№([{')

const isBlank = (text: string): boolean => /^[\s\u3000]*$/.test(text)

/** Whether a line may end between two neighbours; blanks hang, so what counts is the last character before them. */
const isLegal = (before: string, after: string): boolean =>
  !NEVER_FIRST.has(after) && !NEVER_LAST.has(before) && !isBlank(after)

/** Places inside a line where it could have ended without a forbidden mark at the end or at the start of the next. */
const hasLegalBreak = (line: readonly string[]): boolean => {
  let last = ''
  return line.some((character, i) => {
    if (!isBlank(character)) last = character
    const after = line[i + 1]
    return after !== undefined && last !== '' && isLegal(last, after)
  })
}

interface LineOfCell {
  readonly text: string
  readonly path: string
}

/** Lines of a cell over all its page parts, in order. */
const linesByCell = (pages: readonly Page[]): readonly (readonly LineOfCell[])[] => {
  const cells = new Map<string, LineOfCell[]>()
  for (const page of pages) {
    const lines = page.cells.map((): string[] => [])
    for (const run of page.runs) {
      const own = lines[run.cell] as string[]
      own[run.line] = (own[run.line] ?? '') + run.text
    }
    page.cells.forEach((cell, index) => {
      const key = cell.repeated ? `${page.number} ${index}` : keyOf(cell, page.number, index)
      const path = cell.path ?? cell.role
      cells.set(key, [
        ...(cells.get(key) ?? []),
        ...Array.from(lines[index] ?? [], (text) => ({ text: text ?? '', path })),
      ])
    })
  }
  return [...cells.values()]
}

const keyOf = ({ path, role }: Cell, page: number, index: number): string =>
  path === undefined || role === 'label' ? `${page} ${index}` : path

/**
 * @param paragraphs the line ends of a field's own text, white space aside: a line that ends there was not broken
 * @returns every line that begins or ends with a forbidden mark although it could have been broken elsewhere
 */
export const lineFaults = (
  pages: readonly Page[],
  endsParagraph: (path: string, printed: string) => boolean,
): readonly string[] =>
  linesByCell(pages).flatMap((lines) => {
    let printed = ''
    return lines.flatMap(({ text, path }, i) => {
      printed += text
      const next = lines[i + 1]?.text
      if (next === undefined || isBlank(text) || isBlank(next) || endsParagraph(path, printed)) return []
      const line = Array.from(text)
      const last = line.findLast((character) => !isBlank(character)) ?? ''
      const first = Array.from(next).find((character) => !isBlank(character)) ?? ''
      if (!NEVER_FIRST.has(first) && !NEVER_LAST.has(last)) return []
      return hasLegalBreak(line) ? [`${path}: “${text}” / “${next}”`] : []
    })
  })
