/** Turns a diagnostic into words: what is wrong and where, and what to do. */
import type { Diagnostic, Facts } from './diagnostic.js'
import type { Entry, Language } from './entry.js'
import { en } from './messages.en.js'
import { zhCN } from './messages.zh-CN.js'
import { wordReason } from './reasons.js'
import { visible, withoutUnseen } from './visible.js'

export type { Language } from './entry.js'

export interface Description {
  /** The official Chinese label of the field; empty where it has none. */
  readonly label: string
  /** One sentence or two, beginning with label and path of the field. */
  readonly message: string
  readonly hint: string
}

const catalogues: Readonly<Record<Language, Readonly<Record<string, Entry>>>> = { 'zh-CN': zhCN, en }

/**
 * Describes a diagnostic in Chinese or English. The facts `message` and `hint` are words of the author's own and come before
 * those of the catalogue, in either language; a code that is in no catalogue and has no words is described by itself.
 */
export const describeDiagnostic = (diagnostic: Diagnostic, language: Language = 'zh-CN'): Description => {
  const entry = ownEntry(diagnostic) ?? findEntry(diagnostic, catalogues[language])
  const words = fillIn(entry.message, diagnostic.facts, language)
  return {
    label: diagnostic.label ?? '',
    message: `${whereOf(diagnostic, language)}${words}`,
    hint: fillIn(entry.hint, diagnostic.facts, language),
  }
}

/** The author's own words. The catalogue's hint belongs to the catalogue's sentence and is not put behind another. */
const ownEntry = ({ facts: { message, hint } }: Diagnostic): Entry | undefined =>
  typeof message === 'string'
    ? { message: withoutUnseen(message), hint: typeof hint === 'string' ? withoutUnseen(hint) : '' }
    : undefined

const findEntry = ({ code, facts }: Diagnostic, catalogue: Readonly<Record<string, Entry>>): Entry => {
  const keys = typeof facts['variant'] === 'string' ? [`${code}/${facts['variant']}`, code] : [code]
  const known = keys.find((key) => Object.hasOwn(catalogue, key))
  return (known === undefined ? undefined : catalogue[known]) ?? { message: code, hint: String(facts['hint'] ?? '') }
}

const whereOf = ({ label, path }: Diagnostic, language: Language): string => {
  const shown = visible(path)
  if (label === undefined || label === '') return path === '' ? '' : language === 'en' ? `${shown}: ` : `${shown}：`
  if (path === '') return language === 'en' ? `${label}: ` : `${label}：`
  return language === 'en' ? `${label} (${shown}): ` : `${label}（${shown}）：`
}

const fillIn = (words: string, facts: Facts, language: Language): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name]
    // How a command is used is ours to say, and said whole; what comes from outside is shown safely.
    if (name === 'usage' && typeof fact === 'string') return fact
    if (name === 'reason' && typeof fact === 'string') return visible(wordReason(fact, language))
    return fact === undefined ? whole : showFact(fact, language)
  })

const showFact = (fact: Facts[string], language: Language): string => {
  if (typeof fact === 'string') return visible(fact)
  if (fact === null) return language === 'en' ? 'blank' : '空白'
  if (typeof fact === 'object') return fact.map(visible).join(language === 'en' ? ', ' : '、')
  return String(fact)
}
