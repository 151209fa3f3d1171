/** Where an offset stands in a text, as editors count it. */

export type TextPosition = {
  /** From 1; CR LF, CR and LF end a line. */
  readonly line: number
  /** From 1, in characters (code points). */
  readonly column: number
}

/** The positions of several offsets in one pass over the text. */
export const locateAll = (text: string, offsets: Iterable<number>): ReadonlyMap<number, TextPosition> => {
  const found = new Map<number, TextPosition>()
  let line = 1
  let column = 1
  let at = 0
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    for (; at < offset; at += 1) {
      if (endsLine(text, at)) [line, column] = [line + 1, 1]
      else if (!isLowSurrogate(text.charCodeAt(at))) column += 1
    }
    found.set(offset, { line, column })
  }
  return found
}

export const locate = (text: string, offset: number): TextPosition =>
  locateAll(text, [offset]).get(offset) ?? { line: 1, column: 1 }

const endsLine = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff
