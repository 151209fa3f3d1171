/** Names what is wrong at an offset of a JSON text: the habits of JSON5, of JavaScript and of a Chinese keyboard. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { problem } from '../diagnostics/make-problem.js'
import { codePointName } from '../diagnostics/visible.js'
import { locate } from './text-position.js'

/** What the parser waited for when it stopped. */
export type Expected = 'value' | 'key' | 'mark' | 'end'

const fullWidthMarks: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '＂': '"',
  '：': ':',
  '，': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
}

/** Describes the character at `offset`, where the parser cannot go on. */
export const syntaxFault = (text: string, offset: number, expected: Expected, path: string): Diagnostic => {
  const where = locate(text, offset)
  const found = characterAt(text, offset)
  if (found === '') return problem(text.trim() === '' ? 'json-syntax/empty' : 'json-syntax/end', '', where)
  const mark = fullWidthMarks[found]
  if (mark !== undefined) return problem('json-syntax/full-width', path, { ...where, found, expected: mark })
  if (/^(\/\/|\/\*|#)/.test(text.slice(offset, offset + 2))) return problem('json-syntax/comment', path, where)
  if (expected === 'end') return problem('json-syntax/after-end', path, where)
  if (found === "'") return problem('json-syntax/single-quote', path, where)
  return tokenFault(text, offset, expected, path)
}

/** The comma at `offset` stands before a closing bracket. */
export const trailingComma = (text: string, offset: number, path: string): Diagnostic =>
  problem('json-syntax/trailing-comma', path, locate(text, offset))

/** A fault inside a string: a raw control character, a broken escape, or no closing quote. */
export const stringFault = (text: string, offset: number, path: string): Diagnostic => {
  const where = locate(text, offset)
  const character = characterAt(text, offset)
  if (character === '') return problem('json-syntax/end', path, where)
  if (character !== '\\') {
    return problem('json-syntax/control', path, { ...where, found: codePointName(character.charCodeAt(0)) })
  }
  const escape = /^\\u[0-9A-Fa-f]{0,3}/.exec(text.slice(offset, offset + 5)) ?? [text.slice(offset, offset + 2)]
  return problem('json-syntax/escape', path, { ...where, found: escape[0] })
}

const tokenFault = (text: string, offset: number, expected: Expected, path: string): Diagnostic => {
  const where = locate(text, offset)
  const token = /^[\w$.+-]*/.exec(text.slice(offset, offset + 40))?.[0] ?? ''
  if (expected === 'key' && /^[A-Za-z_$]/.test(token)) return problem('json-syntax/bare-key', path, where)
  if (expected === 'value' && /^([-+.\d]|NaN|Infinity)/.test(token)) {
    return problem('json-syntax/number', path, { ...where, found: token })
  }
  if (expected === 'value' && /^[A-Za-z_$]/.test(token)) {
    return problem('json-syntax/word', path, { ...where, found: token })
  }
  return problem('json-syntax/unexpected', path, {
    ...where,
    found: token === '' ? shownCharacter(text, offset) : token,
  })
}

/** White space that JSON does not know, such as U+3000, is named: it could not be seen. */
const shownCharacter = (text: string, offset: number): string => {
  const character = characterAt(text, offset)
  return /\s/.test(character) ? codePointName(character.charCodeAt(0)) : character
}

const characterAt = (text: string, offset: number): string => {
  const codePoint = text.codePointAt(offset)
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint)
}
