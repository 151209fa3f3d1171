/**
 * PEM as OpenSSL takes it (RFC 7468, 3): it is less patient than people's editors and mail programs, which put a byte order
 * mark before the first line, white space around lines and blank lines between them.
 */

/** The text without them. One blank line means something: it ends the headers of an old encrypted key (RFC 1421, 4.4). */
export function tidyPem(text: string): string {
  const lines = text.split(/\r\n?|\n/).map((line) => line.replace(MARK, '').trim())
  const kept = lines.filter((line, index) => line !== '' || LAST_HEADER.test(lines[index - 1] ?? ''))
  return `${kept.join('\n')}\n`
}

/** U+FEFF, as a text has it or as the bytes of UTF-8 look one by one. */
const MARK = /^(?:\uFEFF|\u00EF\u00BB\u00BF)+/

/** The last of the headers: the cipher and its start value (RFC 1421, 4.6.1.3). */
const LAST_HEADER = /^DEK-Info:/
