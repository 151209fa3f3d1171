/** The rules of a page: every framed cell closed on four sides, each rule drawn once, the outer frame a little heavier. */
import { flatMap } from '../lists/flat-map.js'
import type { Length } from './length.js'
import type { Cell, Rule } from './page.js'

export interface RuleWidths {
  readonly frame: Length
  readonly hairline: Length
}

/** Stretches of one line, keyed by the line's position. */
type Edges = Map<Length, [from: Length, to: Length][]>

/** Rules of one page part of a grid; the frame is closed at the page foot and opened again at the page head. */
export const drawRules = (cells: readonly Cell[], widths: RuleWidths): readonly Rule[] => {
  const framed = cells.filter((cell) => cell.framed)
  if (framed.length === 0) return []
  const rows: Edges = new Map()
  const columns: Edges = new Map()
  for (const { x, y, width, height } of framed) {
    addEdge(rows, y, x, x + width)
    addEdge(rows, y + height, x, x + width)
    addEdge(columns, x, y, y + height)
    addEdge(columns, x + width, y, y + height)
  }
  return [
    ...rulesAlong(rows, widths, (y, from, to, width) => ({ x1: from, y1: y, x2: to, y2: y, width })),
    ...rulesAlong(columns, widths, (x, from, to, width) => ({ x1: x, y1: from, x2: x, y2: to, width })),
  ]
}

/** Cells come in reading order, so nearly every stretch goes on where the last one of its line ended. */
const addEdge = (edges: Edges, at: Length, from: Length, to: Length): void => {
  const stretches = edges.get(at)
  const last = stretches?.at(-1)
  if (last && last[0] <= from && from <= last[1]) last[1] = Math.max(last[1], to)
  else if (stretches) stretches.push([from, to])
  else edges.set(at, [[from, to]])
}

const rulesAlong = (
  edges: Edges,
  { frame, hairline }: RuleWidths,
  makeRule: (at: Length, from: Length, to: Length, width: Length) => Rule,
): readonly Rule[] => {
  const positions = [...edges.keys()].sort((a, b) => a - b)
  const outermost = [positions[0], positions.at(-1)]
  return flatMap(positions, (at) =>
    joinStretches(edges.get(at) ?? []).map(([from, to]) =>
      makeRule(at, from, to, outermost.includes(at) ? frame : hairline),
    ),
  )
}

/** Unites stretches that touch or overlap, so that a rule is one stroke however many cells it bounds. */
const joinStretches = (stretches: readonly (readonly [Length, Length])[]): readonly (readonly [Length, Length])[] => {
  if (stretches.length < 2) return stretches
  const joined: [Length, Length][] = []
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}
