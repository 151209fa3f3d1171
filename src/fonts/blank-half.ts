/** Which half of a full-width mark is blank, so that the mark may be set to half an em (CLREQ 3.1.6, 5.1.10). */

import { type GlyphRecords, inkExtent } from './glyph-records.js'
import type { FontDescription, HorizontalMetrics } from './metrics.js'

const CLOSING = new Set('。，、．；：！？）》〉】〕』」”’］｝')
const OPENING = new Set('（《〈【〔『「“‘［｛')
/** Ink may reach over the middle by this part of an em: less than a hair at body size. */
const TOLERANCE = 0.01

/** Tells quickly what is no such mark. */
export const mayBeMark = (codePoint: number): boolean =>
  (codePoint >= 0x2018 && codePoint <= 0x201d) || (codePoint >= 0x3001 && codePoint <= 0x3015) || codePoint >= 0xff01

/**
 * `right` for a closing mark, `left` for an opening mark, where the glyph is a full em wide and its ink leaves
 * that half free. Mainland fonts set 。 in the left half; fonts for Taiwan centre it, and centred marks stay whole.
 */
export function blankHalfOf(
  codePoint: number,
  glyph: number,
  font: { description: FontDescription; metrics: HorizontalMetrics; records: GlyphRecords },
): 'left' | 'right' | undefined {
  const mark = String.fromCodePoint(codePoint)
  const side = CLOSING.has(mark) ? 'right' : OPENING.has(mark) ? 'left' : undefined
  const em = font.description.unitsPerEm
  if (side === undefined || font.metrics.advance(glyph) !== em) return undefined
  const ink = inkExtent(font.records.record(glyph))
  if (ink === undefined) return undefined
  const slack = TOLERANCE * em
  const free = side === 'right' ? ink.right <= em / 2 + slack : ink.left >= em / 2 - slack
  return free ? side : undefined
}
