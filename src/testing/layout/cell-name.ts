/** How cells and rows are called in words, in snapshots and in wireframes. */
import type { DescribedCell, DescribedPage } from './described-layout.js'

/** Longest stretch of text that serves as a name. */
const LONGEST_NAME = 16

/** The cell's text without white space. */
export const textOf = ({ runs }: Pick<DescribedCell, 'runs'>): string =>
  runs
    .map((run) => run.text)
    .join('')
    .replace(/\s/g, '')

export const shorten = (text: string, longest = LONGEST_NAME): string => {
  const characters = Array.from(text)
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`
}

/** A label or a head is called by its words, a value by its official label, with the path where the label alone is not its own. */
export const cellName = (cell: DescribedCell): string => {
  const { role, path, label } = cell
  const words = shorten(textOf(cell))
  if (role === 'value' || role === 'signature') return nameOfField(label, path) ?? (words || role)
  if (role === 'blank') return `blank cell in column ${(cell.column ?? 0) + 1}`
  return words || nameOfField(label, path) || role
}

const nameOfField = (label: string | undefined, path: string | undefined): string | undefined => {
  if (label === undefined || path === undefined) return label ?? path
  return path.includes('[') ? `${label} (${path})` : label
}

/** A row is called by its label; where that stands beside several rows, by the first words of the row as well. */
export const rowName = (page: DescribedPage, row: number): string => {
  const cells = page.cells.filter(
    (cell) => cell.row !== undefined && cell.row <= row && row < cell.row + (cell.rowSpan ?? 1),
  )
  const own = cells.filter((cell) => cell.rowSpan === 1)
  const ownLabel = own.find((cell) => (cell.role === 'label' || cell.role === 'head') && textOf(cell) !== '')
  if (ownLabel) return cellName(ownLabel)
  const words = own.find((cell) => textOf(cell) !== '')
  // The innermost of the labels to the left of the words.
  const beside = cells
    .filter(
      (cell) => (cell.rowSpan ?? 1) > 1 && cell.role === 'label' && cell.x < (words?.x ?? Number.POSITIVE_INFINITY),
    )
    .sort((a, b) => (a.rowSpan ?? 1) - (b.rowSpan ?? 1) || b.x - a.x)[0]
  const names = [beside && cellName(beside), words && shorten(textOf(words))].filter((name) => name !== undefined)
  return names.length > 0 ? names.join(' / ') : `${row + 1}`
}
