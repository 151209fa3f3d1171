/** What changed in the rules of a page, told by the cells they bound: a rule that only went along with its cells is no change. */
import { cellName } from './cell-name.js'
import type { DescribedCell, DescribedPage, DescribedRule, Hundredths } from './described-layout.js'
import type { LayoutChange, RuleName } from './layout-change.js'
import type { MatchedCells } from './match-cells.js'

type Side = RuleName['side']
const SIDES: readonly Side[] = ['under', 'above', 'right', 'left']

/** Rounding moves an edge by as much. */
const TOLERANCE = 2
/** A rule is still the edge's rule at this distance. */
export const NEAR = 100

/** Where a rule is told to have changed. */
export interface Edge {
  readonly side: Side
  readonly upright: boolean
  readonly at: Hundredths
  readonly from: Hundredths
  readonly to: Hundredths
}

/** The rule along an edge; undefined where the edge is open. */
interface Along {
  readonly offset: Hundredths
  readonly width: Hundredths
}

export interface ToldRule {
  readonly change: RuleChange
  readonly edge: Edge
}

type RuleChange = Extract<LayoutChange, { rule: RuleName }>

/** @param slack how far widths may be off by rounding */
export const compareRules = ({ pairs }: MatchedCells, slack: number): readonly ToldRule[] => {
  const found: { readonly edge: Edge; change: RuleChange }[] = []
  for (const { before, after } of pairs) {
    if (!before.cell.framed || !after.cell.framed) continue
    for (const side of SIDES) {
      const edge = edgeOf(before.cell, side)
      const difference = compareEdge(
        ruleAlong(before.page, edge),
        ruleAlong(after.page, edgeOf(after.cell, side)),
        slack,
      )
      if (difference === undefined) continue
      const change = {
        ...difference,
        page: before.page.number,
        rule: { side, cell: cellName(before.cell), from: edge.from, to: edge.to },
      } as RuleChange
      const same = found.find((other) => isSameRule(other, { edge, change }))
      if (same) same.change = { ...same.change, rule: united(same.change.rule, change.rule) }
      else found.push({ edge, change })
    }
  }
  return found.map(({ edge, change }) => ({ change, edge: { ...edge, from: change.rule.from, to: change.rule.to } }))
}

/** Neighbouring cells meet at an edge that each of them rounds by itself. */
const isSameRule = (
  a: { readonly edge: Edge; readonly change: RuleChange },
  b: { readonly edge: Edge; readonly change: RuleChange },
): boolean => {
  const [{ rule: _, ...first }, { rule: __, ...second }] = [a.change, b.change]
  return (
    a.edge.upright === b.edge.upright &&
    Math.abs(a.edge.at - b.edge.at) <= TOLERANCE &&
    JSON.stringify(first) === JSON.stringify(second)
  )
}

/** The first cell gives the name, all of them the extent. */
const united = (name: RuleName, other: RuleName): RuleName => ({
  ...name,
  from: Math.min(name.from, other.from),
  to: Math.max(name.to, other.to),
})

const compareEdge = (before: Along | undefined, after: Along | undefined, slack: number): object | undefined => {
  if (before === undefined && after === undefined) return undefined
  if (after === undefined) return { kind: 'rule-gone' }
  if (before === undefined) return { kind: 'rule-new' }
  const by = after.offset - before.offset
  if (Math.abs(by) > TOLERANCE) return { kind: 'rule-moved', by }
  return Math.abs(after.width - before.width) <= slack
    ? undefined
    : { kind: 'rule-width', before: before.width, after: after.width }
}

const edgeOf = ({ x, y, width, height }: DescribedCell, side: Side): Edge =>
  side === 'under' || side === 'above'
    ? { side, upright: false, at: side === 'above' ? y : y + height, from: x, to: x + width }
    : { side, upright: true, at: side === 'left' ? x : x + width, from: y, to: y + height }

const ruleAlong = ({ rules }: DescribedPage, edge: Edge): Along | undefined => {
  const found = rules
    .filter((rule) => (rule.y1 !== rule.y2) === edge.upright && covers(rule, edge))
    .map((rule) => ({ offset: (edge.upright ? rule.x1 : rule.y1) - edge.at, width: rule.width }))
    .filter(({ offset }) => Math.abs(offset) <= NEAR)
    .sort((a, b) => Math.abs(a.offset) - Math.abs(b.offset))[0]
  return found && Math.abs(found.offset) <= TOLERANCE ? { ...found, offset: 0 } : found
}

const covers = (rule: DescribedRule, { upright, from, to }: Edge): boolean => {
  const [start, end] = upright ? [rule.y1, rule.y2] : [rule.x1, rule.x2]
  // A frame that is moved as a whole no longer reaches the edge's very ends.
  return start <= from + NEAR && end >= to - NEAR
}
