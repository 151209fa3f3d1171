/** Masks private data by the rules a template declares, before any other stage sees it. */
import { labelOf, patternOf } from '../diagnostics/label.js'
import { isNumberLiteral, type NumberLiteral } from '../input/number-literal.js'
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

export interface Masking {
  readonly rules: readonly MaskingRule[]
  readonly labels: Readonly<Record<string, string>>
  /** Path patterns of the fields that are never printed. What they say may be hidden, but not which of them are equal. */
  readonly steering: readonly string[]
}

/** A copy of plain data with what is private masked, and the list of what was. */
export const maskData = (
  data: unknown,
  { rules, labels, steering }: Masking,
): { readonly data: unknown; readonly masked: readonly MaskedField[] } => {
  const masked: MaskedField[] = []
  const replace = createReplacements(keptSteering(data, rules, steering))
  const mask: MaskValue = (value, path) => {
    const { shown, by } = applyRules(String(value), path, rules)
    if (by.length === 0) return value
    const text = isSteering(path, steering) ? replace(String(value), shown) : shown
    const label = labelOf(labels, path)
    // Every rule tells the text as it is in the end: between two rules it would show what the second hides.
    for (const { name, label: kind } of by)
      masked.push({ path, ...(label === undefined ? {} : { label }), rule: name, kind, shown: text })
    // A blank text is "", a blank of any other kind null; whether the field may be blank, its model says.
    return text === '' && typeof value !== 'string' ? null : text
  }
  return { data: mapValues(data, '', mask), masked }
}

/** A telephone or account number may have been handed in as a number: on paper it is the same digits. */
type Printable = string | number | boolean | NumberLiteral

type MaskValue = (value: Printable, path: string) => Printable | null

const isPrintable = (value: unknown): value is Printable =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || isNumberLiteral(value)

const isSteering = (path: string, steering: readonly string[]): boolean => steering.includes(patternOf(path))

/** What stands in steering fields and stays there. */
const keptSteering = (
  data: unknown,
  rules: readonly MaskingRule[],
  steering: readonly string[],
): ReadonlySet<string> => {
  const kept = new Set<string>()
  mapValues(data, '', (value, path) => {
    const text = String(value)
    if (isSteering(path, steering) && applyRules(text, path, rules).by.length === 0) kept.add(text)
    return value
  })
  return kept
}

/**
 * Steering fields are compared with each other, as the ids that set 实施期 and 年度 indicators side by side: what is masked
 * stays equal where it was and different where it was. Masked again, the same data comes out as it is.
 */
const createReplacements = (kept: ReadonlySet<string>): ((value: string, shown: string) => string) => {
  const replacements = new Map<string, string>()
  const taken = new Set(['', ...kept])
  return (value, shown) => {
    const known = replacements.get(value)
    if (known !== undefined) return known
    let replacement = shown
    for (let number = 1; taken.has(replacement); number++) replacement = `${shown}#${number}`
    taken.add(replacement)
    replacements.set(value, replacement)
    return replacement
  }
}

const mapValues = (value: unknown, path: string, change: MaskValue): unknown => {
  if (isPrintable(value)) return change(value, path)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item, index) => mapValues(item, `${path}[${index}]`, change))
  const copy = Object.create(null) as Record<string, unknown>
  for (const [key, member] of Object.entries(value)) copy[key] = mapValues(member, joinPath(path, key), change)
  return copy
}

/** The text after all rules, and those that changed it. */
const applyRules = (
  value: string,
  path: string,
  rules: readonly MaskingRule[],
): { readonly shown: string; readonly by: readonly MaskingRule[] } => {
  let shown = value
  const by: MaskingRule[] = []
  for (const rule of rules) {
    if (!covers(rule, path)) continue
    const next = rule.mask === 'drop' ? '' : maskText(shown, rule.mask)
    if (next !== shown) by.push(rule)
    shown = next
  }
  return { shown, by }
}

const covers = ({ fields, except = [] }: MaskingRule, path: string): boolean => {
  const pattern = patternOf(path)
  const names = (field: string): boolean => isWithin(pattern, field)
  return (fields === undefined || fields.some(names)) && !except.some(names)
}
