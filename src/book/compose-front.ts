/** Cover and contents as sheets before the numbered pages, and what readers call each of them. */
import type { Page } from '../layout/page.js'
import { type BookPainting, paintForm } from '../paint/book/paint-book.js'
import type { Sheet } from '../paint/book/sheet.js'
import type { BookDefinition } from './book-definition.js'
import type { BookChoice } from './book-options.js'
import { blankSheet, shiftOf } from './compose-sheets.js'
import type { Front } from './set-front.js'

/** A page of the front matter, or a blank one. The first is the cover's first page. */
export type FrontPage = { readonly kind: 'page'; readonly page: Page; readonly label: string } | FrontBlank
type FrontBlank = { readonly kind: 'blank'; readonly paper: Page; readonly label: string }

/** With two sides, the contents and the first form begin on right-hand pages as well. */
export const arrangeFront = (
  { cover, contents }: Front,
  { words }: BookDefinition,
  duplex: boolean,
): readonly FrontPage[] => {
  // Without a page foot, as a cover is, it is told apart by its place.
  const nameOf = (index: number): string => (index === 0 ? words.cover : `${words.cover} ${index + 1}`)
  const toFront = (page: Page, index: number): FrontPage => ({
    kind: 'page',
    page,
    label: footOf(page) || nameOf(index),
  })
  const whole = (pages: readonly Page[]): readonly FrontPage[] => {
    const last = pages.at(-1)
    const odd = duplex && last !== undefined && pages.length % 2 === 1
    return [...pages.map(toFront), ...(odd ? [{ kind: 'blank', paper: last, label: '' } as const] : [])]
  }
  return [...whole(cover), ...whole(contents)]
}

/** What the page foot says is what a reader of the file calls the page. */
const footOf = ({ cells, runs }: Page): string =>
  runs
    .filter(({ cell }) => cells[cell]?.role === 'pageFoot')
    .map(({ text }) => text)
    .join('')

/** All but the first page, which is painted by itself. Each is painted when it is asked for. */
export function* frontSheets(
  painting: BookPainting,
  pages: readonly FrontPage[],
  linksOf: (page: Page) => NonNullable<Sheet['links']>,
  choice: BookChoice,
): Generator<Sheet> {
  for (const [index, front] of pages.entries()) {
    if (index === 0) continue
    if (front.kind === 'blank') yield blankSheet(front.paper)
    else
      for (const painted of paintForm(painting, [front.page], [shiftOf(index + 1, choice)]))
        yield { ...painted, links: linksOf(front.page) }
  }
}
