/** Text strings and dates as a PDF holds them (ISO 32000-1, 7.9.2 and 7.9.4). */
import type { PdfValue } from './value.js'

/** The text of a string; undefined for anything else. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (value?.kind !== 'string') return undefined
  const { bytes } = value
  const codes = Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))
  if (bytes.startsWith('\xFE\xFF')) return utf16(codes.subarray(2))
  if (bytes.startsWith('\xEF\xBB\xBF')) return new TextDecoder().decode(codes)
  // PDFDocEncoding agrees with Latin-1 but for a few marks that no name of ours has.
  return bytes
}

function utf16(codes: Uint8Array): string {
  let text = ''
  for (let at = 0; at + 1 < codes.length; at += 2)
    text += String.fromCharCode(((codes[at] ?? 0) << 8) | (codes[at + 1] ?? 0))
  return text
}

const DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(Z)|([+-]\d\d)'(\d\d)'?)?/

/** `D:20230128104720+08'00'` → `2023-01-28T10:47:20+08:00`; undefined for what is no whole date. */
export function isoDate(value: PdfValue | undefined): string | undefined {
  const parts = DATE.exec(textOf(value) ?? '')
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second, zulu = '', hours, minutes] = parts
  const offset = hours === undefined ? zulu : `${hours}:${minutes}`
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`
}
