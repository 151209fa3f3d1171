/** File names from data: what a rule such as `{department.code}-{projectName}-{fiscalYear}` gives, safe on every file system. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { valueAt } from '../template/field-path.js'
import { splitClusters } from '../text/clusters.js'

/** A rule, taken apart. */
export type NameRule = readonly NamePart[]
type NamePart = { readonly kind: 'words'; readonly text: string } | { readonly kind: 'field'; readonly path: string }

export const DEFAULT_NAME = '{department.code}-{projectName}-{fiscalYear}'

/** ext4, APFS and most others count bytes of UTF-8; NTFS counts UTF-16 units, which are never more. */
const MOST_BYTES = 255

/** With at most so many bytes, fields that are cut to nothing always leave a name within the limit. */
const LONGEST_RULE = 160

/** @throws FormError of kind `usage`: `option-invalid` */
export const readNameRule = (rule: string): NameRule => {
  const parts = rule.match(/\{[^{}]*\}|[^{}]+|[{}]/g) ?? []
  const faults = parts.filter((part) => /^[{}]$/.test(part) || /^\{[^\w]*\}$/.test(part))
  if (parts.length > 0 && faults.length === 0 && byteLength(rule) <= LONGEST_RULE && !/[/\\]/.test(rule))
    return parts.map(readPart)
  const facts = { option: '--name', found: rule, reason: 'not-name-rule' }
  throw new FormError([problem('option-invalid', '', facts)], 'usage')
}

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
  const fixed = rule.map((part) => part.kind === 'words')
  let excess = byteLength(parts.join('')) - (MOST_BYTES - room - GUARD)
  while (excess > 0) {
    const longest = longestPart(parts, fixed)
    parts[longest] = shorten(parts[longest] ?? '', excess)
    excess = byteLength(parts.join('')) - (MOST_BYTES - room - GUARD)
  }
  return guard(parts.join(''))
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

/** NFC, because one file system keeps the form it is given, another composes, a third compares without regard to it. */
const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(BLANKS, ' ')
    .replace(UNSEEN, '')
    .replace(/[/\\:*?"<>|]/g, (mark) => FULL_WIDTH[mark] ?? '_')

const longestPart = (parts: readonly string[], fixed: readonly boolean[]): number => {
  const open = fixed.includes(false)
    ? parts.map((part, index) => (fixed[index] ? -1 : byteLength(part)))
    : parts.map(byteLength)
  return open.indexOf(Math.max(...open))
}

const CUT = '…'

/** Takes whole clusters off the end, so that no character loses its variation selector. */
const shorten = (text: string, excess: number): string => {
  const target = byteLength(text) - excess - byteLength(CUT)
  let kept = ''
  for (const cluster of splitClusters(text.replace(/…$/, ''))) {
    if (byteLength(kept + cluster) > target) break
    kept += cluster
  }
  return `${kept.trimEnd()}${CUT}`
}

/** Names of devices under Windows, whatever comes behind a dot. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\.|$)/i

/** No device of Windows, no hidden file, no flag of a command, and nothing at the end that Windows takes off. */
const guard = (name: string): string => {
  const trimmed = name.replace(/[. ]+$/, '').replace(/^ +/, '')
  return trimmed === '' || RESERVED.test(trimmed) || /^[.~-]/.test(trimmed) ? `_${trimmed}` : trimmed
}
