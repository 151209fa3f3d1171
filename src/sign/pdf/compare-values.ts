/** What stayed the same between two versions of an object. */
import { nameOf, type PdfDictionary, type PdfValue } from './value.js'
import { writeValue } from './write-value.js'

export const isSame = (a: PdfValue | undefined, b: PdfValue | undefined): boolean => written(a) === written(b)

const written = (value: PdfValue | undefined): string => (value === undefined ? '' : writeValue(value))

/** Every entry, but those of some keys. */
export function sameBut(old: PdfDictionary, changed: PdfDictionary, allowed: readonly string[]): boolean {
  const keys = new Set([...old.entries.keys(), ...changed.entries.keys()])
  return [...keys].every((key) => allowed.includes(key) || isSame(old.entries.get(key), changed.entries.get(key)))
}

/** The items behind those that were there; undefined where one of these is gone or another. */
export const addedItems = (old: readonly PdfValue[], changed: readonly PdfValue[]): readonly PdfValue[] | undefined =>
  old.every((item, index) => isSame(item, changed[index])) ? changed.slice(old.length) : undefined

export const hasOnly = (found: PdfDictionary | undefined, keys: readonly string[]): boolean =>
  found !== undefined && [...found.entries.keys()].every((key) => keys.includes(key))

/** Whether an entry, where there is one, is this name. */
export const mayBe = ({ entries }: PdfDictionary, key: string, word: string): boolean =>
  !entries.has(key) || nameOf(entries.get(key)) === word

export const isAt = (value: PdfValue | undefined, number: number): boolean =>
  value?.kind === 'reference' && value.number === number
