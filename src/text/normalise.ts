/** Brings the white space of a field to one form and takes out the marks that print nothing; every other character is kept. */

/** U+0085, U+2028 and U+2029 are line ends too (UAX #14, classes NL and BK). */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g

/**
 * Characters that print nothing and are removed, as the inside of a class of a regular expression: zero-width spaces and
 * joiners, soft hyphens, bidi marks, byte order marks, the Mongolian vowel separator. Variation selectors are not among
 * them: they belong to their base. Nor are the Hangul fillers: they hold the room of a letter that is left out.
 */
const INVISIBLE = '\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF'

const INVISIBLE_MARK = new RegExp(`[${INVISIBLE}]`, 'g')

/** Whether there is anything to bring to another form; most texts have nothing. */
const IRREGULAR = new RegExp(`[\\t\\r\\u0085\\u2028\\u2029${INVISIBLE}]`)

/** Blank lines before the first words; the indent of the first line is no part of them. */
const LEADING_BLANK_LINES = /^(?:[^\S\n]*\n)+/

/** Text as it is measured and printed: line ends are LF, tabs are spaces, invisible marks are gone, no blank line leads, nothing trails. */
export const normalise = (text: string): string => {
  const regular = IRREGULAR.test(text)
    ? text.replace(LINE_ENDS, '\n').replaceAll('\t', ' ').replace(INVISIBLE_MARK, '')
    : text
  return regular.replace(LEADING_BLANK_LINES, '').trimEnd()
}

/** Whether nothing of the text is printed: it is white space and invisible marks throughout. */
export const isBlank = (text: string): boolean => normalise(text) === ''

/** The invisible marks of a text, in order, each as often as it stands there. */
export const invisibleMarks = (text: string): readonly string[] => text.match(INVISIBLE_MARK) ?? []

/** The text without its invisible marks, and otherwise as it came. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE_MARK, '')
