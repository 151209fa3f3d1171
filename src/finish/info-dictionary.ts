/** The Info dictionary (ISO 32000-1, 14.3.3). */
import type { DocumentInfo } from '../paint/document-info.js'
import { printable } from './printable.js'
import type { Timestamp } from './timestamp.js'

/** The library that wrote the file; the program that made the form is the creator. */
export const PRODUCER = 'jixiao-forms, pdfmake'

export function infoDictionary(info: DocumentInfo, created: Timestamp | undefined): string {
  const entries = [
    ['Title', textString(printable(info.title))],
    ...(info.archive?.responsible ? [['Author', textString(printable(info.archive.responsible))]] : []),
    ...(info.subject === undefined ? [] : [['Subject', textString(printable(info.subject))]]),
    ['Creator', textString(printable(info.creator))],
    ['Producer', textString(PRODUCER)],
    ...(created === undefined ? [] : [['CreationDate', `(${created.pdf})`]]),
  ]
  return ['<<', ...entries.map(([key, value]) => `/${key} ${value}`), '>>'].join('\n')
}

/** A text string (7.9.2.2): plain where it is ASCII, else UTF-16BE behind a byte order mark, in hex. */
export function textString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  let hex = 'FEFF'
  for (let unit = 0; unit < text.length; unit++) {
    hex += text.charCodeAt(unit).toString(16).toUpperCase().padStart(4, '0')
  }
  return `<${hex}>`
}
