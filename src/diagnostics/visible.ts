/** Makes any text safe to show in a one-line message: nothing invisible, nothing that moves the cursor or turns the line. */

/** Facts longer than this many characters are cut in messages; the diagnostic itself keeps them whole. */
const longestShown = 120

/** `U+2F00`: a code point as Unicode writes it, at least four hex digits. */
export const codePointName = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

// Controls, lone surrogates, soft hyphen, zero-width and bidi marks, noncharacters of the BMP, tag characters.
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufffe\uffff]|\p{Cs}|[\u{e0000}-\u{e007f}]/gu

/** Replaces what cannot be seen by its U+ name. */
export const withoutUnseen = (text: string): string =>
  text.replace(unseen, (character) => codePointName(character.codePointAt(0) ?? 0))

/** The same, cut to a readable length. */
export const visible = (text: string): string => {
  const shown = withoutUnseen(text)
  const characters = Array.from(shown.slice(0, 4 * longestShown))
  return characters.length <= longestShown ? shown : `${characters.slice(0, longestShown).join('')}……`
}
