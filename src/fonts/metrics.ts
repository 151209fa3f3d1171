/** The figures of a font: advances (`hmtx`), boxes and heights (`head`, `hhea`, `OS/2`, `post`). All in font units. */
import { FontFault } from './font-fault.js'
import { dataView, requiredTable, type Sfnt, tableOf } from './sfnt.js'

/** What a PDF font descriptor says of a font (ISO 32000-1, table 122), in font units. */
export interface FontDescription {
  readonly unitsPerEm: number
  /** xMin, yMin, xMax, yMax of the whole font. */
  readonly box: readonly [number, number, number, number]
  readonly ascent: number
  /** Negative: below the baseline. */
  readonly descent: number
  readonly capHeight: number
  /** Degrees counter-clockwise from upright. */
  readonly italicAngle: number
  /** Weight class, 100 to 900. */
  readonly weight: number
}

/** Advance width and left side bearing of every glyph. */
export interface HorizontalMetrics {
  readonly glyphCount: number
  advance(glyph: number): number
  leftSideBearing(glyph: number): number
}

const HEAD_MAGIC = 0x5f0f3cf5
const REGULAR = 400

export function readDescription(sfnt: Sfnt): FontDescription {
  const head = dataView(requiredTable(sfnt, 'head', 54))
  const hhea = dataView(requiredTable(sfnt, 'hhea', 36))
  const unitsPerEm = head.getUint16(18)
  if (head.getUint32(12) !== HEAD_MAGIC || unitsPerEm === 0) throw new FontFault('damaged', 'head')
  const ascent = hhea.getInt16(4)
  return {
    unitsPerEm,
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent,
    descent: hhea.getInt16(6),
    capHeight: capHeight(sfnt) ?? ascent,
    italicAngle: italicAngle(sfnt),
    weight: weightClass(sfnt),
  }
}

export function readHorizontalMetrics(sfnt: Sfnt): HorizontalMetrics {
  const glyphCount = dataView(requiredTable(sfnt, 'maxp', 6)).getUint16(4)
  const long = dataView(requiredTable(sfnt, 'hhea', 36)).getUint16(34)
  const short = glyphCount - long
  if (long === 0 || short < 0) throw new FontFault('damaged', 'hhea')
  const view = dataView(requiredTable(sfnt, 'hmtx', 4 * long + 2 * short))
  // Glyphs past the long records share the last advance: how fixed-pitch fonts save space.
  return {
    glyphCount,
    advance: (glyph) => view.getUint16(4 * Math.min(glyph, long - 1)),
    leftSideBearing: (glyph) => view.getInt16(glyph < long ? 4 * glyph + 2 : 4 * long + 2 * (glyph - long)),
  }
}

/** OS/2 has a capital height from its version 2 on. */
function capHeight(sfnt: Sfnt): number | undefined {
  const table = tableOf(sfnt, 'OS/2')
  if (table === undefined || table.length < 90) return undefined
  const height = dataView(table).getInt16(88)
  return height > 0 ? height : undefined
}

function italicAngle(sfnt: Sfnt): number {
  const table = tableOf(sfnt, 'post')
  return table === undefined || table.length < 8 ? 0 : dataView(table).getInt32(4) / 0x10000
}

function weightClass(sfnt: Sfnt): number {
  const table = tableOf(sfnt, 'OS/2')
  return table === undefined || table.length < 6 ? REGULAR : dataView(table).getUint16(4)
}
