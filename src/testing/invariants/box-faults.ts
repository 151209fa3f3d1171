/** Boxes: every ruled cell is closed, cells leave no hole and do not overlap, text stays inside its cell, everything on the paper. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { problem } from '../../diagnostics/make-problem.js'
import { type Length, toMm } from '../../layout/length.js'
import type { Cell, Page, Rule } from '../../layout/page.js'
import { cellName } from '../layout/cell-name.js'
import { describeLayout } from '../layout/described-layout.js'

/** Faults of pages in raw units, as `layoutForm` returns them: `box-open`, `box-hole`, `box-overlap`, `box-outside`, `text-outside`. */
export const boxFaults = (pages: readonly Page[]): readonly Diagnostic[] =>
  pages.flatMap((page) => [...openBoxes(page), ...holes(page), ...overlaps(page), ...offPage(page), ...strayText(page)])

/** The described cells stand in another order: a cell is described by itself. */
const nameOf = (page: Page, cell: Cell): string => {
  const runs = page.runs.filter((run) => page.cells[run.cell] === cell).map((run) => ({ ...run, cell: 0 }))
  const described = describeLayout([{ ...page, cells: [cell], runs, rules: [] }]).pages[0]?.cells[0]
  return described ? cellName(described) : cell.role
}

const at = (page: Page, cell: Cell): { page: number; cell: string } => ({ page: page.number, cell: nameOf(page, cell) })

type Side = 'top' | 'bottom' | 'left' | 'right'
const SIDES: readonly Side[] = ['top', 'bottom', 'left', 'right']

const openBoxes = (page: Page): readonly Diagnostic[] =>
  page.cells.flatMap((cell) => {
    const open = cell.framed ? SIDES.filter((side) => !isClosed(page.rules, cell, side)) : []
    return open.map((side) => problem(`box-open/${side}`, cell.path ?? '', at(page, cell)))
  })

const isClosed = (rules: readonly Rule[], { x, y, width, height }: Cell, side: Side): boolean => {
  if (side === 'top' || side === 'bottom') {
    const edge = side === 'top' ? y : y + height
    return rules.some(
      (rule) =>
        rule.y1 === edge &&
        rule.y2 === edge &&
        Math.min(rule.x1, rule.x2) <= x &&
        Math.max(rule.x1, rule.x2) >= x + width,
    )
  }
  const edge = side === 'left' ? x : x + width
  return rules.some(
    (rule) =>
      rule.x1 === edge &&
      rule.x2 === edge &&
      Math.min(rule.y1, rule.y2) <= y &&
      Math.max(rule.y1, rule.y2) >= y + height,
  )
}

/** Between the first and the last row of a page every place belongs to a cell: a label that does not stand again leaves a hole. */
const holes = (page: Page): readonly Diagnostic[] => {
  const framed = page.cells.filter((cell) => cell.framed && cell.height > 0)
  if (framed.length === 0) return []
  const [left, right] = [Math.min(...framed.map(({ x }) => x)), Math.max(...framed.map(({ x, width }) => x + width))]
  const edges = [...new Set(framed.flatMap(({ y, height }) => [y, y + height]))].sort((a, b) => a - b)
  const bands = edges.slice(1).map((bottom, index) => ({ top: edges[index] ?? 0, bottom }))
  return mergeHoles(bands.flatMap(({ top, bottom }) => gapsIn(framed, top, bottom, left, right))).map(
    ({ top, bottom, from, to }) =>
      problem('box-hole', '', {
        page: page.number,
        left: toMm(from),
        right: toMm(to),
        top: toMm(top),
        bottom: toMm(bottom),
      }),
  )
}

interface Hole {
  readonly top: Length
  readonly bottom: Length
  readonly from: Length
  readonly to: Length
}

const gapsIn = (cells: readonly Cell[], top: Length, bottom: Length, left: Length, right: Length): readonly Hole[] => {
  const within = cells.filter((cell) => cell.y <= top && cell.y + cell.height >= bottom).sort((a, b) => a.x - b.x)
  const gaps: Hole[] = []
  let from = left
  for (const cell of within) {
    if (cell.x > from) gaps.push({ top, bottom, from, to: cell.x })
    from = Math.max(from, cell.x + cell.width)
  }
  return from < right ? [...gaps, { top, bottom, from, to: right }] : gaps
}

const mergeHoles = (holes: readonly Hole[]): readonly Hole[] => {
  const merged: Hole[] = []
  for (const hole of holes) {
    const above = merged.findIndex(
      (other) => other.bottom === hole.top && other.from === hole.from && other.to === hole.to,
    )
    const other = merged[above]
    if (other) merged[above] = { ...other, bottom: hole.bottom }
    else merged.push(hole)
  }
  return merged
}

const overlaps = (page: Page): readonly Diagnostic[] => {
  const sorted = page.cells.filter(({ height }) => height > 0).toSorted((a, b) => a.y - b.y)
  return sorted.flatMap((a, index) => {
    const over = sorted
      .slice(index + 1)
      .filter((b) => b.y < a.y + a.height && a.x < b.x + b.width && b.x < a.x + a.width)
    return over.map((b) => problem('box-overlap', b.path ?? '', { ...at(page, a), other: nameOf(page, b) }))
  })
}

const offPage = (page: Page): readonly Diagnostic[] =>
  page.cells
    .filter(({ x, y, width, height }) => x < 0 || y < 0 || x + width > page.width || y + height > page.height)
    .map((cell) => problem('box-outside', cell.path ?? '', at(page, cell)))

/** Share of the em above and below the baseline: text stands by its em box, whatever the font. */
const ASCENT = 0.88
const DESCENT = 0.12

const strayText = (page: Page): readonly Diagnostic[] =>
  page.runs.flatMap((run) => {
    const cell = page.cells[run.cell]
    if (!cell) return []
    const beyond: readonly [Side, Length][] = [
      ['left', cell.x - run.x],
      ['right', run.x + run.width - cell.x - cell.width],
      ['top', cell.y - (run.baseline - Math.floor(ASCENT * run.size))],
      ['bottom', run.baseline + Math.floor(DESCENT * run.size) - cell.y - cell.height],
    ]
    return beyond
      .filter(([, by]) => by > 0)
      .map(([side, by]) =>
        problem(`text-outside/${side}`, cell.path ?? '', { ...at(page, cell), text: run.text, distance: toMm(by) }),
      )
  })
