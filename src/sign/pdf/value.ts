/** The objects of a PDF as plain data (ISO 32000-1, 7.3). */

export interface PdfReference {
  readonly kind: 'reference'
  readonly number: number
  readonly generation: number
}

export interface PdfDictionary {
  readonly kind: 'dictionary'
  readonly entries: ReadonlyMap<string, PdfValue>
}

export interface PdfArray {
  readonly kind: 'array'
  readonly items: readonly PdfValue[]
}

export interface PdfString {
  readonly kind: 'string'
  /** What the string holds, one letter a byte. */
  readonly bytes: string
  /** Where it was read: from its opening to behind its closing delimiter, as offsets in the file. */
  readonly at?: readonly [start: number, end: number]
}

export type PdfValue =
  | PdfReference
  | PdfDictionary
  | PdfArray
  | PdfString
  | { readonly kind: 'name'; readonly name: string }
  /** A number, `true`, `false` or `null`, as it was written. */
  | { readonly kind: 'atom'; readonly text: string }

export const NULL: PdfValue = { kind: 'atom', text: 'null' }

export const name = (text: string): PdfValue => ({ kind: 'name', name: text })
export const number = (value: number): PdfValue => ({ kind: 'atom', text: String(value) })
export const reference = (to: number, generation = 0): PdfReference => ({ kind: 'reference', number: to, generation })
export const array = (items: readonly PdfValue[]): PdfArray => ({ kind: 'array', items })

/** Entries without a value are left out. */
export const dictionary = (entries: Readonly<Record<string, PdfValue | undefined>>): PdfDictionary => ({
  kind: 'dictionary',
  entries: new Map(Object.entries(entries).filter((entry): entry is [string, PdfValue] => entry[1] !== undefined)),
})

/** A copy with other values for some keys. */
export const withEntries = (base: PdfDictionary, changes: Readonly<Record<string, PdfValue>>): PdfDictionary => ({
  kind: 'dictionary',
  entries: new Map([...base.entries, ...Object.entries(changes)]),
})

/** A copy without some keys. */
export const withoutEntries = (base: PdfDictionary, keys: readonly string[]): PdfDictionary => ({
  kind: 'dictionary',
  entries: new Map([...base.entries].filter(([key]) => !keys.includes(key))),
})

export const isNull = (value: PdfValue | undefined): boolean =>
  value === undefined || (value.kind === 'atom' && value.text === 'null')

export const nameOf = (value: PdfValue | undefined): string | undefined =>
  value?.kind === 'name' ? value.name : undefined

/** A finite number, or undefined for everything else. */
export const numberOf = (value: PdfValue | undefined): number | undefined => {
  if (value?.kind !== 'atom' || !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.text)) return undefined
  return Number(value.text)
}
