/** Masks private data by the rules a template declares, before any other stage sees it. */
import { labelOf, patternOf } from '../diagnostics/label.js'
import { isWithin, joinPath } from '../template/field-path.js'
import type { MaskingRule } from '../template/template.js'
import { maskText } from './mask-words.js'

/** One field that a public copy does not show as it was given. It says nothing of what stood there. */
export interface MaskedField {
  /** Field path; empty for the title a caller gave. */
  readonly path: string
  /** The official Chinese label of the field. */
  readonly label?: string
  /** Name of the template's rule. */
  readonly rule: string
  /** What people call the rule, such as 手机号码. */
  readonly kind: string
  /** The field as it is printed now; empty where it was dropped. */
  readonly shown: string
}

/** Rules that always apply, and those that were asked for by name. */
export const rulesFor = (rules: readonly MaskingRule[], asked: readonly string[]): readonly MaskingRule[] =>
  rules.filter((rule) => !rule.onRequest || asked.includes(rule.name))

/** A copy of plain data with its texts masked, and the list of what was. */
export const maskData = (
  data: unknown,
  rules: readonly MaskingRule[],
  labels: Readonly<Record<string, string>>,
): { readonly data: unknown; readonly masked: readonly MaskedField[] } => {
  const masked: MaskedField[] = []
  const note = (path: string, rule: MaskingRule, shown: string): void => {
    const label = labelOf(labels, path)
    masked.push({ path, ...(label === undefined ? {} : { label }), rule: rule.name, kind: rule.label, shown })
  }
  return { data: maskValue(data, '', rules, note), masked }
}

type Note = (path: string, rule: MaskingRule, shown: string) => void

const maskValue = (value: unknown, path: string, rules: readonly MaskingRule[], note: Note): unknown => {
  if (typeof value === 'string') return maskString(value, path, rules, note)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item, index) => maskValue(item, `${path}[${index}]`, rules, note))
  // A number literal keeps its source text under a symbol and has no keys of its own: it is a number and stays as it is.
  const members = Object.entries(value)
  if (members.length === 0) return value
  const copy = Object.create(null) as Record<string, unknown>
  for (const [key, member] of members) copy[key] = maskValue(member, joinPath(path, key), rules, note)
  return copy
}

const maskString = (value: string, path: string, rules: readonly MaskingRule[], note: Note): string => {
  let shown = value
  for (const rule of rules) {
    if (!covers(rule, path)) continue
    const next = rule.mask === 'drop' ? '' : maskText(shown, rule.mask)
    if (next !== shown) note(path, rule, next)
    shown = next
  }
  return shown
}

const covers = ({ fields, except = [] }: MaskingRule, path: string): boolean => {
  const pattern = patternOf(path)
  const names = (field: string): boolean => isWithin(pattern, field)
  return (fields === undefined || fields.some(names)) && !except.some(names)
}
