/** Text as Info dictionary and XMP packet both can hold it, for the two must say the same. */

/** Control characters and noncharacters become spaces, half a surrogate pair the replacement character. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, ' ').replace(/\p{Surrogate}/gu, '\uFFFD')
