/** File names from data: what a rule such as `{department.code}-{projectName}-{fiscalYear}` gives, safe on every file system. */
import type { FormDefinition } from '../define-form.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { isWithin, valueAt } from '../template/field-path.js'
import { splitClusters } from '../text/clusters.js'

/** A rule, taken apart. */
export type NameRule = readonly NamePart[]
type NamePart = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'field'; readonly path: string }

export const DEFAULT_NAME = '{department.code}-{projectName}-{fiscalYear}'

/** ext4, APFS and most others count bytes of UTF-8; NTFS counts UTF-16 units, which are never more. */
const MOST_BYTES = 255

/** The most bytes that a rule may take with all its fields cut, so that every ending finds room behind it. */
const LONGEST_RULE = 160

/** @throws FormError of kind `usage`: `option-invalid` */
export const readNameRule = (rule: string): NameRule => {
  const parts = rule.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []
  const faults = parts.filter((part) => /^[{}]$/.test(part) || /^\{[^\w]*\}$/.test(part))
  if (parts.length === 0 || faults.length > 0 || /[/\\]/.test(rule)) throw refuseRule(rule, 'not-name-rule')
  const read = parts.map(readPart)
  if (leastBytes(read) > LONGEST_RULE) throw refuseRule(rule, 'name-rule-too-long')
  return read
}

/**
 * A slip in a field's name would call every file `_`.
 * @throws FormError of kind `usage`: `name-field-unknown` for a field that no form has, and for one that holds others
 */
export const checkNameFields = (rule: NameRule, forms: readonly Pick<FormDefinition, 'labels'>[]): void => {
  const fields = [...new Set(forms.flatMap(({ labels }) => leavesOf(Object.keys(labels))))]
  const unknown = rule.find((part) => part.kind === 'field' && !fields.includes(part.path.replace(/\[\d+\]/g, '[]')))
  if (unknown?.kind !== 'field') return
  const facts = { found: unknown.path, fields: fields.filter((field) => !field.includes('[]')) }
  throw new FormError([problem('name-field-unknown', '', facts)], 'usage')
}

const leavesOf = (paths: readonly string[]): readonly string[] =>
  paths.filter((path) => !paths.some((other) => other !== path && isWithin(other, path)))

const refuseRule = (found: string, reason: string): FormError =>
  new FormError([problem('option-invalid', '', { option: '--name', found, reason })], 'usage')

/** Words stay as they are, and are measured as they will stand: a full-width mark has three bytes. Of a field the cut mark stays. */
const leastBytes = (rule: NameRule): number =>
  rule.reduce((sum, part) => sum + byteLength(part.kind === 'words' ? part.text : CUT), 0)

const readPart = (part: string): NamePart =>
  part.startsWith('{')
    ? { kind: 'field', path: part.slice(1, -1) }
    : { kind: 'words', text: cleanText(part.replace(/\.pdf$/i, '')) }

/**
 * The name without its ending, short enough to leave `room` bytes of the limit for what is put behind it.
 * Where it is too long, the longest field gives way, so that the code before it and the year behind it stay.
 */
export const fillNameRule = (rule: NameRule, data: unknown, room: number): string => {
  const parts = rule.map((part) => (part.kind === 'words' ? part.text : fieldText(valueAt(data, part.path))))
  const limit = MOST_BYTES - room - GUARD
  for (let excess = byteLength(parts.join('')) - limit; excess > 0; excess = byteLength(parts.join('')) - limit) {
    const longest = longestField(rule, parts)
    parts[longest] = shorten(parts[longest] ?? '', excess)
  }
  // A field that begins with an accent composes with what stands before it, which takes no more bytes.
  return guard(parts.join('').normalize('NFC'))
}

/** The byte that `guard` may put in front. */
const GUARD = 1

const byteLength = (text: string): number => Buffer.byteLength(text, 'utf8')

/** A field that is blank or missing leaves a mark, so that no name begins with a hyphen or is empty. */
const fieldText = (value: unknown): string => {
  const text = typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)).trim() : ''
  return text === '' ? '_' : text
}

/** Marks that Windows or a shell gives a meaning, as full-width marks: legible, and the name can be told back. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '/': '／',
  '\\': '＼',
  ':': '：',
  '*': '＊',
  '?': '？',
  '"': '＂',
  '<': '＜',
  '>': '＞',
  '|': '｜',
}

/** Not `\p{Cf}` and the like, which grow with the Unicode version of each Node: the same data must give the same name. */
const BLANKS = /[\s\u0085\u200B\u2028\u2029\u3000]+/gu
const UNSEEN =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200C-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Cs}/gu

/**
 * NFC, because one file system keeps the form it is given, another composes, a third compares without regard to it. Made when
 * the invisible is gone, which kept letter and accent apart.
 */
const cleanText = (text: string): string =>
  text
    .replace(BLANKS, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/[/\\:*?"<>|]/g, (mark) => FULL_WIDTH[mark] ?? '_')

/** -1 where there is none: no field is empty. */
const longestField = (rule: NameRule, parts: readonly string[]): number => {
  const lengths = parts.map((part, index) => (rule[index]?.kind === 'field' ? byteLength(part) : -1))
  return lengths.indexOf(Math.max(0, ...lengths))
}

const CUT = '…'

/**
 * Takes whole clusters off the end, so that no character loses its variation selector.
 * Throws where nothing is left to take: no rule that `readNameRule` lets pass comes to that.
 */
const shorten = (text: string, excess: number): string => {
  const target = byteLength(text) - excess - byteLength(CUT)
  let kept = ''
  for (const cluster of splitClusters(text.replace(/…$/, ''))) {
    if (byteLength(kept + cluster) > target) break
    kept += cluster
  }
  const shorter = `${kept.trimEnd()}${CUT}`
  if (byteLength(shorter) >= byteLength(text))
    throw new Error(`a file name is ${excess} bytes too long, and no field gives way`)
  return shorter
}

/** Names of devices under Windows, whatever comes behind a dot. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\.|$)/i

/** No device of Windows, no hidden file, no flag of a command, and nothing at the end that Windows takes off. */
const guard = (name: string): string => {
  const trimmed = name.replace(/[. ]+$/, '').replace(/^ +/, '')
  return trimmed === '' || RESERVED.test(trimmed) || /^[.~-]/.test(trimmed) ? `_${trimmed}` : trimmed
}
