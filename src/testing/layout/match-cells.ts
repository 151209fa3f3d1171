/** Finds for each cell of one layout its counterpart in another: by field and part, by words and column, at last by place. */
import { rowName, textOf } from './cell-name.js'
import type { DescribedCell, DescribedLayout, DescribedPage } from './described-layout.js'

export interface PlacedCell {
  readonly page: DescribedPage
  readonly cell: DescribedCell
}

export interface MatchedCells {
  readonly pairs: readonly { readonly before: PlacedCell; readonly after: PlacedCell }[]
  readonly gone: readonly PlacedCell[]
  readonly added: readonly PlacedCell[]
}

export const matchCells = (before: DescribedLayout, after: DescribedLayout): MatchedCells => {
  const exact = pairBy(placedCells(before), placedCells(after), createIdentity)
  const near = pairBy(exact.gone, exact.added, () => placeKey)
  return { pairs: [...exact.pairs, ...near.pairs], gone: near.gone, added: near.added }
}

const placedCells = ({ pages }: DescribedLayout): readonly PlacedCell[] =>
  pages.flatMap((page) => page.cells.map((cell) => ({ page, cell })))

type MakeKey = () => (placed: PlacedCell) => string

const pairBy = (before: readonly PlacedCell[], after: readonly PlacedCell[], makeKey: MakeKey): MatchedCells => {
  const keyOf = makeKey()
  const byKey = new Map(after.map((placed) => [keyOf(placed), placed]))
  const keyOfBefore = makeKey()
  const pairs: { before: PlacedCell; after: PlacedCell }[] = []
  const gone: PlacedCell[] = []
  for (const placed of before) {
    const key = keyOfBefore(placed)
    const other = byKey.get(key)
    if (other) pairs.push({ before: placed, after: other })
    else gone.push(placed)
    byKey.delete(key)
  }
  return { pairs, gone, added: [...byKey.values()] }
}

/** Cells of the same words are told apart by their order in the document, which the returned function counts. */
const createIdentity = (): ((placed: PlacedCell) => string) => {
  const counts = new Map<string, number>()
  return ({ page, cell }) => {
    const what = cell.role === 'blank' ? rowName(page, cell.row ?? 0) : (cell.path ?? textOf(cell))
    const key = [
      cell.role === 'line' ? '' : cell.role,
      cell.column ?? '',
      cell.path === undefined ? '' : cell.part,
      what,
    ].join('|')
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return `${key}#${count}`
  }
}

/** For cells whose words changed. A line of a PDF is nobody's cell: it is sought where one began, to a millimetre. */
const placeKey = ({ page, cell }: PlacedCell): string =>
  cell.role === 'line' || cell.row === undefined
    ? [page.number, cell.role, Math.round(cell.x / 100), Math.round(cell.y / 100)].join('|')
    : [page.number, cell.row, cell.column].join('|')
