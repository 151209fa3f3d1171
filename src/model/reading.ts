/** Text as the rules read it, whatever keyboard it was typed on. */

/** Digits, letters and the signs of numbers; brackets and stops stay, for their width is a matter of its own. */
const fullWidth = /[０-９Ａ-Ｚａ-ｚ．％＋－]/
const everyFullWidth = new RegExp(fullWidth, 'g')

/** Full-width digits, letters and signs of numbers become half-width ones. Unit for unit, so that offsets hold. */
export const readingOf = (text: string): string =>
  fullWidth.test(text) ? text.replace(everyFullWidth, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)) : text

/** Blanks that people leave between a figure and its unit: 2252 万元. For patterns. */
export const GAP = '[^\\S\\n]{0,2}'

/** A place in a text where a pattern matches its reading. */
export interface Found {
  /** As it stands in the text. */
  readonly written: string
  /** Offset in the text. */
  readonly index: number
  /** Groups of the pattern, as they are read. */
  readonly groups: Readonly<Record<string, string | undefined>>
}

/** All places where the reading of a text has a global pattern. */
export const findAll = (text: string, pattern: RegExp): readonly Found[] =>
  Array.from(readingOf(text).matchAll(pattern), ({ 0: { length }, index, groups = {} }) => ({
    written: text.slice(index, index + length),
    index,
    groups,
  }))
