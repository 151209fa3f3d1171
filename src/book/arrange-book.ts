/** The order of a book: departments by code, the forms of each as they were given, and the page that each begins on. */
import { append } from '../lists/append.js'
import type { BookEntry } from './book-entry.js'

export interface PlannedForm {
  readonly entry: BookEntry
  /** Of its first page, through the book, from 1. */
  readonly page: number
}

export interface PlannedDepartment {
  readonly code: string
  readonly name: string
  /** At least one. */
  readonly forms: readonly PlannedForm[]
}

export interface BookPlan {
  readonly departments: readonly PlannedDepartment[]
  readonly formCount: number
  /** Blank pages counted, cover and contents not. */
  readonly pageCount: number
}

/** @param duplex every form begins on an odd page, with a blank one before it where it must */
export const arrangeBook = (entries: readonly BookEntry[], duplex: boolean): BookPlan => {
  let last = 0
  const place = (entry: BookEntry): PlannedForm => {
    const page = last + (duplex && last % 2 === 1 ? 2 : 1)
    last = page + entry.pages.length - 1
    return { entry, page }
  }
  const departments = groupDepartments(entries).map(({ code, name, forms }) => ({
    code,
    name,
    forms: forms.map(place),
  }))
  return { departments, formCount: entries.length, pageCount: last }
}

interface Department {
  readonly code: string
  readonly name: string
  readonly forms: readonly BookEntry[]
}

/**
 * One code with several names is several departments, in the order they first come; none is lost in another's. Two spellings of
 * one name that Unicode takes for the same, é in one character and in two, are one.
 */
const groupDepartments = (entries: readonly BookEntry[]): readonly Department[] => {
  const groups = new Map<string, BookEntry[]>()
  for (const entry of entries) append(groups, JSON.stringify([entry.code, entry.name]).normalize('NFC'), entry)
  return [...groups.values()]
    .map((forms) => ({ code: forms[0]?.code ?? '', name: forms[0]?.name ?? '', forms }))
    .sort((a, b) => compareCodes(a.code, b.code))
}

/** By UTF-16 unit, so that 062 comes before 062001; forms without a code come last. Sorting is stable. */
const compareCodes = (a: string, b: string): number => {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}
