/** Writes PDF objects as text of one letter a byte (ISO 32000-1, 7.3). */
import { textString } from '../../finish/info-dictionary.js'
import { parseValue } from './parse-value.js'
import type { PdfValue } from './value.js'

export function writeValue(value: PdfValue): string {
  switch (value.kind) {
    case 'atom':
      return value.text
    case 'name':
      return writeName(value.name)
    case 'string':
      return `<${hex(value.bytes)}>`
    case 'reference':
      return `${value.number} ${value.generation} R`
    case 'array':
      return `[${value.items.map(writeValue).join(' ')}]`
    case 'dictionary':
      return `<<\n${[...value.entries].map(([key, entry]) => `${writeName(key)} ${writeValue(entry)}\n`).join('')}>>`
  }
}

/** A text string (7.9.2.2) as a value. */
export const textValue = (text: string): PdfValue =>
  parseValue(
    Uint8Array.from(textString(text), (letter) => letter.charCodeAt(0)),
    0,
  ).value

/** Regular characters stand for themselves, all others as `#` and two hex digits (7.3.5). */
const writeName = (text: string): string =>
  `/${text.replace(/[^A-Za-z0-9!"$&'*+,\-.:;=?@\\^_`|~]/g, (letter) => `#${hex(letter)}`)}`

const hex = (bytes: string): string =>
  Array.from(bytes, (letter) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join('')
