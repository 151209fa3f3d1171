/** What changed in the rules that no cell's edge accounts for: one too many, one too long, a second one over another. */
import { type Edge, NEAR, type ToldRule } from './compare-rules.js'
import type { DescribedLayout, DescribedPage, DescribedRule } from './described-layout.js'
import type { LayoutChange, PlacedRule } from './layout-change.js'
import type { MatchedCells } from './match-cells.js'

/**
 * Only where all cells of a page stayed: where they moved, their rules went along, and the move is told.
 * @param told what is said of rules by their cells, and is not said twice
 */
export const compareLooseRules = (
  before: DescribedLayout,
  after: DescribedLayout,
  matched: MatchedCells,
  told: readonly ToldRule[],
): readonly LayoutChange[] => {
  const slack = before.slack || after.slack
  return before.pages.flatMap((page, index) => {
    const other = after.pages[index]
    if (!other || !stayed(page, other, matched, slack)) return []
    const edges = told.filter(({ change }) => change.page === page.number).map(({ edge }) => edge)
    return tellRules(page, unpaired(page.rules, other.rules, slack), edges)
  })
}

const stayed = (
  page: DescribedPage,
  other: DescribedPage,
  { pairs, gone, added }: MatchedCells,
  slack: number,
): boolean =>
  !gone.some((placed) => placed.page === page) &&
  !added.some((placed) => placed.page === other) &&
  pairs.every(({ before, after }) => {
    if (before.page !== page) return after.page !== other
    const [a, b] = [before.cell, after.cell]
    const moves = [b.x - a.x, b.y - a.y, b.width - a.width, b.height - a.height]
    return after.page === other && moves.every((by) => Math.abs(by) <= slack)
  })

interface Unpaired {
  readonly before: readonly PlacedRule[]
  readonly after: readonly PlacedRule[]
}

/** Each rule takes away one that is equal within rounding. */
const unpaired = (before: readonly DescribedRule[], after: readonly DescribedRule[], slack: number): Unpaired => {
  const left = [...after]
  const gone = before.filter((rule) => {
    const at = left.findIndex((other) => isSame(rule, other, slack))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { before: gone.map(placed), after: left.map(placed) }
}

const isSame = (a: DescribedRule, b: DescribedRule, slack: number): boolean =>
  [a.x1 - b.x1, a.y1 - b.y1, a.x2 - b.x2, a.y2 - b.y2, a.width - b.width].every((by) => Math.abs(by) <= slack)

const placed = ({ x1, y1, x2, y2, width }: DescribedRule): PlacedRule =>
  y1 === y2 ? { upright: false, at: y1, from: x1, to: x2, width } : { upright: true, at: x1, from: y1, to: y2, width }

const tellRules = (
  { number: page }: DescribedPage,
  rules: Unpaired,
  edges: readonly Edge[],
): readonly LayoutChange[] => {
  const isUntold = (rule: PlacedRule): boolean => !edges.some((edge) => isBeside(rule, edge))
  const left = rules.after.filter(isUntold)
  const changes = rules.before.filter(isUntold).map((before): LayoutChange => {
    const at = left.findIndex((other) => isBeside(before, other))
    const [after] = at < 0 ? [] : left.splice(at, 1)
    return after ? { kind: 'loose-rule-changed', page, before, after } : { kind: 'loose-rule-gone', page, rule: before }
  })
  return [...changes, ...left.map((rule): LayoutChange => ({ kind: 'loose-rule-new', page, rule }))]
}

/** Along each other, and so near that one may have been the other. */
const isBeside = (a: Omit<PlacedRule, 'width'>, b: Omit<PlacedRule, 'width'>): boolean =>
  a.upright === b.upright && Math.abs(a.at - b.at) <= NEAR && a.from <= b.to && b.from <= a.to
