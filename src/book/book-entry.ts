/** What is kept of a form when its pages have been written: a few words and numbers, never a page. */
import type { FolioPlace } from '../layout/folio.js'
import type { PaintedPage } from '../paint/book/sheet.js'
import { bindContent } from '../template/bind-content.js'
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
  readonly fields: Readonly<Record<string, string>>
}

export interface BookPage {
  readonly painted: PaintedPage
  readonly folio: FolioPlace
}

/** @param data the form as its model reads it */
export const readEntry = (book: BookDefinition, data: unknown, index: number): EntryWords => {
  // A field says of a form in the contents what it says on its pages.
  const wordsAt = (field: string): string =>
    ownCopy(bindContent({ template: book.contents, form: data, labels: {} }, { field }).text)
  return {
    index,
    // As the contents tell groups apart: white space and invisible marks around a name make no other department of it.
    code: normalise(wordsAt(book.department.code)).trim(),
    name: normalise(wordsAt(book.department.name)).trim(),
    title: wordsAt(book.title),
    year: book.year === undefined ? '' : wordsAt(book.year),
    fields: Object.fromEntries(Object.entries(book.fields).map(([name, path]) => [name, wordsAt(path)])),
  }
}

/**
 * V8 cuts a text out of a longer one by pointing into it, and so a name of thirteen characters would keep the whole JSON text
 * of its form for as long as the book is open.
 */
const ownCopy = (text: string): string => Array.from(text).join('')
