/** Everything that must hold of any laid-out page, told as a list of faults; empty for a sound layout. */
import type { Cell, Page, Rule } from '../../src/layout/page.js'

export const pageFaults = (pages: readonly Page[]): readonly string[] =>
  pages.flatMap((page) =>
    [...overlaps(page), ...openEdges(page), ...strayRuns(page), ...offPage(page)].map(
      (fault) => `page ${page.number}: ${fault}`,
    ),
  )

const name = (cell: Cell): string => `${cell.role} ${cell.path ?? ''} row ${cell.row} column ${cell.column}`

const overlaps = ({ cells }: Page): readonly string[] => {
  const sorted = [...cells].filter(({ height }) => height > 0).sort((a, b) => a.y - b.y)
  const faults: string[] = []
  sorted.forEach((a, i) => {
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j] as Cell
      if (b.y >= a.y + a.height) break
      if (a.x < b.x + b.width && b.x < a.x + a.width) faults.push(`${name(a)} overlaps ${name(b)}`)
    }
  })
  return faults
}

const covers = (rules: readonly Rule[], horizontal: boolean, at: number, from: number, to: number): boolean =>
  rules.some((rule) =>
    horizontal
      ? rule.y1 === rule.y2 && rule.y1 === at && rule.x1 <= from && rule.x2 >= to
      : rule.x1 === rule.x2 && rule.x1 === at && rule.y1 <= from && rule.y2 >= to,
  )

const openEdges = ({ cells, rules }: Page): readonly string[] =>
  cells
    .filter((cell) => cell.framed)
    .flatMap((cell) => {
      const { x, y, width, height } = cell
      const closed =
        covers(rules, true, y, x, x + width) &&
        covers(rules, true, y + height, x, x + width) &&
        covers(rules, false, x, y, y + height) &&
        covers(rules, false, x + width, y, y + height)
      return closed ? [] : [`${name(cell)} is not closed`]
    })

/** Share of the em above and below the baseline. */
const ASCENT = 0.88
const DESCENT = 0.12

const strayRuns = ({ cells, runs }: Page): readonly string[] =>
  runs.flatMap((run) => {
    const cell = cells[run.cell] as Cell
    const within =
      run.x >= cell.x &&
      run.x + run.width <= cell.x + cell.width &&
      run.baseline - Math.floor(ASCENT * run.size) >= cell.y &&
      run.baseline + Math.floor(DESCENT * run.size) <= cell.y + cell.height
    return within ? [] : [`“${run.text}” leaves ${name(cell)}`]
  })

const offPage = ({ cells, width, height }: Page): readonly string[] =>
  cells
    .filter((cell) => cell.x < 0 || cell.y < 0 || cell.x + cell.width > width || cell.y + cell.height > height)
    .map((cell) => `${name(cell)} leaves the page`)
