/** What line breaking and justification ask of a cluster, told once for each and kept as bits of a number. */
import { isLineEndProhibited, isLineStartProhibited } from './kinsoku.js'
import { RAISED_AND_LOWERED } from './raised-and-lowered.js'
import { SPACES } from './spaces.js'

export const TRAIT = {
  /** Hangs at the end of a line. */
  space: 1,
  lineStartProhibited: 2,
  lineEndProhibited: 4,
  /** ① ⑴ ㈠ and their like lead an item: they stay with its first word. */
  itemNumber: 8,
  /** Latin words, numbers and the two halves of —— and …… are set solid; a line is spread between all its other characters (CLREQ 3.2.3). */
  solid: 16,
} as const

/** Those of its first character: selectors and combining marks behind it change none of them. */
export const traitsOf = (cluster: string): number => {
  const base = String.fromCodePoint(cluster.codePointAt(0) ?? 0)
  return (
    (SPACE.test(base) ? TRAIT.space : 0) |
    (isLineStartProhibited(base) ? TRAIT.lineStartProhibited : 0) |
    (isLineEndProhibited(base) ? TRAIT.lineEndProhibited : 0) |
    (ITEM_NUMBER.test(base) ? TRAIT.itemNumber : 0) |
    (SOLID.test(base) ? TRAIT.solid : 0)
  )
}

const SPACE = new RegExp(`[${SPACES}]`)
const ITEM_NUMBER = /[\u2460-\u249B\u3220-\u3229\u3280-\u3289]/
const SOLID = new RegExp(`[!-~\\u00B5\\u00C0-\\u024F\\u0370-\\u052F${RAISED_AND_LOWERED}—…]`)
