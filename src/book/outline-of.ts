/** The outline of a book: its departments, and under each its forms. */

import type { Target } from '../paint/book/sheet.js'
import type { OutlineChapter } from '../paint/book/write-outline.js'
import { normalise } from '../text/normalise.js'
import type { BookPlan } from './arrange-book.js'
import type { BookDefinition } from './book-definition.js'

/** @param targetOf the head of a page of the book, by its number */
export const outlineOf = (
  { departments }: BookPlan,
  { words }: BookDefinition,
  targetOf: (page: number) => Target,
): readonly OutlineChapter[] =>
  departments.map(({ code, name, forms }) => ({
    title: oneLine([code, name].filter((word) => word !== '').join(' ')) || words.department,
    target: targetOf(forms[0]?.page ?? 1),
    items: forms.map(({ entry, page }) => ({
      title: oneLine(entry.title) || words.title,
      target: targetOf(page),
    })),
  }))

/** A reader shows one line an entry. */
const oneLine = (text: string): string =>
  normalise(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
