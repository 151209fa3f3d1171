/** Rules as strokes (ISO 32000-1, 8.5.3), grouped by width. */

import type { Length } from '../layout/length.js'
import type { Page, Rule } from '../layout/page.js'
import { append } from '../lists/append.js'
import { points } from './numbers.js'

export interface RuleGroup {
  readonly width: Length
  /**
   * The heaviest rules of a page are its frame. They end with projecting caps, or a notch of half their width
   * stays open at each corner; the thinner ones end on the frame or on each other and keep their length.
   */
  readonly cap: 'butt' | 'projecting'
  readonly rules: readonly Rule[]
}

const CAP_STYLE = { butt: 0, projecting: 2 } as const

export const ruleOperators = (page: Page): string => groupRules(page.rules).map(groupOperators).join('\n')

/** From the thinnest to the heaviest, so that the frame is drawn over the ends of the hairlines. */
export function groupRules(rules: readonly Rule[]): RuleGroup[] {
  const byWidth = new Map<Length, Rule[]>()
  for (const rule of rules) append(byWidth, rule.width, rule)
  const widths = [...byWidth.keys()].sort((a, b) => a - b)
  const heaviest = widths.at(-1)
  return widths.map((width) => ({
    width,
    cap: width === heaviest ? 'projecting' : 'butt',
    rules: byWidth.get(width) ?? [],
  }))
}

function groupOperators({ width, cap, rules }: RuleGroup): string {
  // Each rule is stroked by itself, as pdfmake does it: where two cross, a common path has other grey pixels.
  const strokes = rules.map(({ x1, y1, x2, y2 }) => `${points(x1)} ${points(y1)} m ${points(x2)} ${points(y2)} l S`)
  return [`${points(width)} w ${CAP_STYLE[cap]} J`, ...strokes].join('\n')
}
