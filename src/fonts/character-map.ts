/** From code point to glyph: `cmap` formats 12 and 4, and format 14 for variation sequences (OpenType, `cmap`). */
import { FontFault } from './font-fault.js'
import { dataView, requiredTable, type Sfnt } from './sfnt.js'

export interface CharacterMap {
  /** Glyph of a code point, or 0 where the font has none. */
  glyph(codePoint: number): number
  /** Glyph of a base with a variation selector, or 0 where the font does not know the sequence. */
  variation(base: number, selector: number): number
}

type Lookup = (codePoint: number) => number

export function readCharacterMap(sfnt: Sfnt): CharacterMap {
  const table = requiredTable(sfnt, 'cmap', 4)
  const subtables = readSubtables(table)
  const glyph = unicodeLookup(table, subtables)
  const sequences = subtables.find((subtable) => subtable.format === 14)
  return {
    glyph,
    variation: (base, selector) =>
      sequences === undefined ? 0 : findVariation(table, sequences.offset, base, selector, glyph),
  }
}

interface Subtable {
  readonly platform: number
  readonly encoding: number
  readonly format: number
  readonly offset: number
}

function readSubtables(table: Uint8Array): Subtable[] {
  const view = dataView(table)
  const count = view.getUint16(2)
  if (table.length < 4 + 8 * count) throw new FontFault('damaged', 'cmap')
  return Array.from({ length: count }, (_, index) => {
    const at = 4 + 8 * index
    const offset = view.getUint32(at + 4)
    if (offset + 14 > table.length) throw new FontFault('damaged', 'cmap')
    const format = view.getUint16(offset)
    return { platform: view.getUint16(at), encoding: view.getUint16(at + 2), format, offset }
  })
}

/** Format 12 reaches all of Unicode, so it goes before format 4, which ends at U+FFFF. */
function unicodeLookup(table: Uint8Array, subtables: readonly Subtable[]): Lookup {
  const unicode = subtables.filter(isUnicode)
  const full = unicode.find((subtable) => subtable.format === 12)
  if (full !== undefined) return segmentedCoverage(table, full.offset)
  const basic = unicode.find((subtable) => subtable.format === 4)
  if (basic !== undefined) return segmentMapping(table, basic.offset)
  throw new FontFault('no-unicode-map', 'cmap')
}

const isUnicode = ({ platform, encoding }: Subtable): boolean =>
  platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))

/** Format 12: groups of start, end and first glyph, sorted by start. */
function segmentedCoverage(table: Uint8Array, offset: number): Lookup {
  const view = dataView(table)
  const groups = view.getUint32(offset + 12)
  if (offset + 16 + 12 * groups > table.length) throw new FontFault('damaged', 'cmap')
  const at = (group: number): number => offset + 16 + 12 * group
  return (codePoint) => {
    let low = 0
    let high = groups - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const start = view.getUint32(at(middle))
      if (codePoint < start) high = middle - 1
      else if (codePoint > view.getUint32(at(middle) + 4)) low = middle + 1
      else return view.getUint32(at(middle) + 8) + codePoint - start
    }
    return 0
  }
}

/** Format 4: four parallel arrays of 16-bit end codes, start codes, deltas and offsets into a glyph array. */
function segmentMapping(table: Uint8Array, offset: number): Lookup {
  const view = dataView(table)
  const bytes = view.getUint16(offset + 6)
  const ends = offset + 14
  const starts = ends + bytes + 2
  const deltas = starts + bytes
  const offsets = deltas + bytes
  if (offsets + bytes > table.length) throw new FontFault('damaged', 'cmap')
  return (codePoint) => {
    if (codePoint > 0xffff) return 0
    const segment = firstSegmentEndingAt(view, ends, bytes / 2, codePoint)
    const start = view.getUint16(starts + segment)
    if (segment >= bytes || codePoint < start) return 0
    const delta = view.getUint16(deltas + segment)
    const range = view.getUint16(offsets + segment)
    if (range === 0) return (codePoint + delta) & 0xffff
    // The offset is counted from its own place in the file, a trick of the format to save bytes.
    const place = offsets + segment + range + 2 * (codePoint - start)
    const glyph = place + 2 <= table.length ? view.getUint16(place) : 0
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
}

/** Byte offset, within each array, of the first segment whose end code is not below the code point. */
function firstSegmentEndingAt(view: DataView, ends: number, count: number, codePoint: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (view.getUint16(ends + 2 * middle) < codePoint) low = middle + 1
    else high = middle
  }
  return 2 * low
}

/** Format 14: per selector, the bases that keep their own glyph (“default”) and those that have another. */
function findVariation(table: Uint8Array, offset: number, base: number, selector: number, glyph: Lookup): number {
  const view = dataView(table)
  const records = view.getUint32(offset + 6)
  for (let record = offset + 10; record < offset + 10 + 11 * records; record += 11) {
    if (uint24(view, record) !== selector) continue
    const isDefault = view.getUint32(record + 3)
    if (isDefault !== 0 && inDefaultRanges(view, offset + isDefault, base)) return glyph(base)
    const other = view.getUint32(record + 7)
    return other === 0 ? 0 : otherGlyph(view, offset + other, base)
  }
  return 0
}

function inDefaultRanges(view: DataView, offset: number, base: number): boolean {
  for (let range = 0; range < view.getUint32(offset); range++) {
    const start = uint24(view, offset + 4 + 4 * range)
    if (base >= start && base <= start + view.getUint8(offset + 7 + 4 * range)) return true
  }
  return false
}

function otherGlyph(view: DataView, offset: number, base: number): number {
  for (let mapping = 0; mapping < view.getUint32(offset); mapping++) {
    const at = offset + 4 + 5 * mapping
    if (uint24(view, at) === base) return view.getUint16(at + 3)
  }
  return 0
}

const uint24 = (view: DataView, at: number): number => (view.getUint16(at) << 8) | view.getUint8(at + 2)
