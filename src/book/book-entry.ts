/** What is kept of a form when its pages have been written: a few words and numbers, never a page. */
import type { FolioPlace } from '../layout/folio.js'
import type { PaintedPage } from '../paint/book/sheet.js'
import { valueAt } from '../template/field-path.js'
import { normalise } from '../text/normalise.js'
import type { BookDefinition } from './book-definition.js'

export interface BookEntry extends EntryWords {
  readonly pages: readonly BookPage[]
}

/** What is known of a form before its pages are painted. */
export interface EntryWords {
  /** Among the records, from 0. */
  readonly index: number
  readonly code: string
  readonly name: string
  readonly title: string
  readonly year: string
  /** What else the contents say, by name. */
  readonly fields: Readonly<Record<string, string | null>>
}

export interface BookPage {
  readonly painted: PaintedPage
  readonly folio: FolioPlace
}

/** @param data the form as its model reads it */
export const readEntry = (book: BookDefinition, data: unknown, index: number): EntryWords => ({
  index,
  // As the contents tell groups apart: white space and invisible marks around a name make no other department of it.
  code: normalise(wordsAt(data, book.department.code)).trim(),
  name: normalise(wordsAt(data, book.department.name)).trim(),
  title: wordsAt(data, book.title),
  year: book.year === undefined ? '' : wordsAt(data, book.year),
  fields: Object.fromEntries(Object.entries(book.fields).map(([name, path]) => [name, wordsOrNull(data, path)])),
})

const wordsOrNull = (data: unknown, path: string): string | null => {
  const value = valueAt(data, path)
  return value === null || value === undefined ? null : ownCopy(String(value))
}

/**
 * V8 cuts a text out of a longer one by pointing into it, and so a name of thirteen characters would keep the whole JSON text
 * of its form for as long as the book is open.
 */
const ownCopy = (text: string): string => Array.from(text).join('')

const wordsAt = (data: unknown, path: string): string => wordsOrNull(data, path) ?? ''
