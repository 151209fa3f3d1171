/** What line breaking and justification ask of a cluster, told once for each and kept as bits of a number. */
import { isLineEndProhibited, isLineStartProhibited } from './kinsoku.js'

export const TRAIT = {
  /** Hangs at the end of a line. */
  space: 1,
  lineStartProhibited: 2,
  lineEndProhibited: 4,
  /** ① ⑴ ㈠ and their like lead an item: they stay with its first word. */
  itemNumber: 8,
  /** Latin words and numbers are set solid; a line is spread between all its other characters (CLREQ 3.2.3). */
  solid: 16,
} as const

export const traitsOf = (cluster: string): number =>
  (isSpace(cluster) ? TRAIT.space : 0) |
  (isLineStartProhibited(cluster) ? TRAIT.lineStartProhibited : 0) |
  (isLineEndProhibited(cluster) ? TRAIT.lineEndProhibited : 0) |
  (ITEM_NUMBER.test(cluster) ? TRAIT.itemNumber : 0) |
  (SOLID.test(cluster) ? TRAIT.solid : 0)

const isSpace = (cluster: string): boolean => cluster === ' ' || cluster === '\u3000' || cluster === '\u00A0'

const ITEM_NUMBER = /^[\u2460-\u249B\u3220-\u3229\u3280-\u3289]$/
const SOLID = /^[!-~\u00C0-\u024F]$/
