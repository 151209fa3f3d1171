/** Outlines as the font file holds them: `loca` and the records of `glyf` (OpenType, `glyf`). */
import { FontFault } from './font-fault.js'
import { dataView, requiredPlace, requiredTable, type Sfnt } from './sfnt.js'

export interface GlyphRecords {
  /** The record of a glyph, a view into the file; empty for a glyph without ink. */
  record(glyph: number): Uint8Array
}

/** One reference of a composite glyph to another glyph. */
export interface ComponentReference {
  /** The glyph referred to. */
  readonly glyph: number
  /** Where in the record that number stands. */
  readonly at: number
}

const SHORT_OFFSETS = 0
/** Flags of a component (OpenType, `glyf`, “Composite glyph description”). */
const ARGUMENTS_ARE_WORDS = 0x0001
const ONE_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

export function readGlyphRecords(sfnt: Sfnt): GlyphRecords {
  const head = dataView(requiredTable(sfnt, 'head', 54))
  const glyf = requiredPlace(sfnt, 'glyf', 0)
  const offset = glyphOffsets(sfnt, head.getInt16(50) === SHORT_OFFSETS)
  return {
    record(glyph) {
      const start = offset(glyph)
      const end = offset(glyph + 1)
      const inside = start === end || (end >= start + 10 && glyf.start + end <= glyf.end)
      if (!inside) throw new FontFault('damaged', 'loca')
      return sfnt.file.view(glyf.start + start, glyf.start + end)
    },
  }
}

/** Whether the record refers to other glyphs instead of drawing: its contour count is negative. */
export const isComposite = (record: Uint8Array): boolean => record.length >= 10 && (record[0] ?? 0) >= 0x80

/** The glyphs a composite refers to, in order; none for a simple glyph. */
export function components(record: Uint8Array): ComponentReference[] {
  if (!isComposite(record)) return []
  const view = dataView(record)
  const found: ComponentReference[] = []
  let at = 10
  let flags = MORE_COMPONENTS
  while (flags & MORE_COMPONENTS) {
    if (at + 4 > record.length) throw new FontFault('damaged', 'glyf')
    flags = view.getUint16(at)
    found.push({ glyph: view.getUint16(at + 2), at: at + 2 })
    at += 4 + argumentBytes(flags)
  }
  return found
}

/** Left and right edge of the ink, from the record's header; undefined for a glyph without ink. */
export function inkExtent(record: Uint8Array): { left: number; right: number } | undefined {
  if (record.length < 10) return undefined
  const view = dataView(record)
  return { left: view.getInt16(2), right: view.getInt16(6) }
}

function glyphOffsets(sfnt: Sfnt, short: boolean): (glyph: number) => number {
  const glyphCount = dataView(requiredTable(sfnt, 'maxp', 6)).getUint16(4)
  const view = dataView(requiredTable(sfnt, 'loca', (glyphCount + 1) * (short ? 2 : 4)))
  return short ? (glyph) => 2 * view.getUint16(2 * glyph) : (glyph) => view.getUint32(4 * glyph)
}

function argumentBytes(flags: number): number {
  const offsets = flags & ARGUMENTS_ARE_WORDS ? 4 : 2
  if (flags & ONE_SCALE) return offsets + 2
  if (flags & TWO_SCALES) return offsets + 4
  return flags & MATRIX ? offsets + 8 : offsets
}
