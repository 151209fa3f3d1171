/** The pictures that stand at signing places: real content with words in their place (ISO 14289-1, 7.3). */
import type { Mark, Page } from '../../layout/page.js'
import { points } from '../numbers.js'
import type { CollectedCells, ContentPiece } from './collect-cells.js'

export interface Figure {
  /** What it is, such as 公章. */
  readonly label: string
  /** An edge seal has a piece on every page. */
  readonly pieces: readonly ContentPiece[]
  /** Left, bottom, right, top on its page, in points from the lower left corner; a figure on several pages has none (14.8.5.4.3). */
  readonly box?: readonly string[]
}

type Picture = Extract<Mark, { readonly kind: 'picture' }>

/** One for each place, numbered behind the text of each page. */
export function collectFigures(pages: readonly Page[], { stretches }: CollectedCells): readonly Figure[] {
  const figures = new Map<string, Figure>()
  pages.forEach((page, index) => {
    const first = stretches[index]?.filter(({ kind }) => kind === 'content').length ?? 0
    picturesOf(page).forEach((picture, at) => {
      const piece = { page: index, mcid: first + at }
      const known = figures.get(picture.place)
      const { label } = picture
      figures.set(
        picture.place,
        known ? { label, pieces: [...known.pieces, piece] } : { label, pieces: [piece], box: boxOf(picture, page) },
      )
    })
  })
  return [...figures.values()]
}

/** In the order in which they are painted. */
export const picturesOf = ({ marks = [] }: Page): readonly Picture[] => marks.filter((mark) => mark.kind === 'picture')

const boxOf = ({ x, y, width, height }: Picture, page: Page): readonly string[] =>
  [x, page.height - y - height, x + width, page.height - y].map(points)
