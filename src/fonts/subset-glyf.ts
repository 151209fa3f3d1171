/**
 * A TrueType font with the wanted glyphs only, for `FontFile2` (ISO 32000-1, 9.9). Glyph records are copied byte
 * by byte, which costs a hundredth of decoding and encoding them; composites get new component numbers.
 */
import { components, type GlyphRecords, inkExtent } from './glyph-records.js'
import type { OpenFont } from './open-font.js'
import { dataView, requiredTable, tableOf } from './sfnt.js'
import { padded, type SfntTable, writeSfnt } from './write-sfnt.js'

/** One glyph of the subset. Lengths in font units. */
export interface GlyphRequest {
  /** Glyph number in the source font; undefined is a glyph without ink. */
  readonly glyph: number | undefined
  readonly advance: number
  /** How far the outline is moved to the right; negative moves it left. */
  readonly shift: number
}

/** Program instructions of hinted fonts: copied whole, for the glyph records call into them. */
const HINTING = ['cvt ', 'fpgm', 'prep']
const LONG_OFFSETS = 1
/** Component flags: arguments are 16-bit x and y offsets. */
const WORD_OFFSETS = 0x0003
const NOT_DEFINED = 0

/** A record of the subset, with its metrics. */
interface Placed {
  readonly record: Uint8Array
  readonly advance: number
  readonly leftSideBearing: number
}

/** `requests[n]` becomes glyph n + 1; glyph 0 is .notdef, and components that nobody asked for come last. */
export function subsetGlyf(font: OpenFont, requests: readonly GlyphRequest[]): Uint8Array {
  if (font.outlines.kind !== 'glyf') throw new Error('subsetGlyf needs glyf outlines')
  const placed = placeGlyphs(font, font.outlines.records, requests)
  const glyphs = writeGlyphs(placed)
  return writeSfnt([
    { tag: 'head', bytes: patched(font, 'head', 54, [[50, LONG_OFFSETS]]) },
    { tag: 'hhea', bytes: patched(font, 'hhea', 36, [[34, placed.length]]) },
    { tag: 'maxp', bytes: maximumProfile(font, placed.length) },
    { tag: 'hmtx', bytes: writeMetrics(placed) },
    ...glyphs,
    ...hinting(font),
  ])
}

/**
 * Components are looked up among the requested glyphs first and appended where they are missing.
 * The list grows while it is walked, so components of components come in too.
 */
function placeGlyphs(font: OpenFont, records: GlyphRecords, requests: readonly GlyphRequest[]): Placed[] {
  const notDefined = { glyph: NOT_DEFINED, advance: font.metrics.advance(NOT_DEFINED), shift: 0 }
  const wanted: GlyphRequest[] = [notDefined, ...requests]
  const places = new Map<number, number>()
  wanted.forEach(({ glyph, shift }, index) => {
    if (glyph !== undefined && shift === 0 && !places.has(glyph)) places.set(glyph, index)
  })
  const placeOf = (glyph: number): number => {
    const known = places.get(glyph)
    if (known !== undefined) return known
    places.set(glyph, wanted.length)
    wanted.push({ glyph, advance: font.metrics.advance(glyph), shift: 0 })
    return wanted.length - 1
  }
  const placed: Placed[] = []
  for (let index = 0; index < wanted.length; index++) {
    const request = wanted[index]
    if (request !== undefined) placed.push(placeGlyph(font, records, request, placeOf))
  }
  return placed
}

function placeGlyph(
  font: OpenFont,
  records: GlyphRecords,
  { glyph, advance, shift }: GlyphRequest,
  placeOf: (glyph: number) => number,
): Placed {
  if (glyph === undefined) return { record: new Uint8Array(), advance, leftSideBearing: 0 }
  const record = records.record(glyph)
  // Rasterisers move an outline by the difference of bearing and xMin, so the bearing goes along with the shift.
  const leftSideBearing = font.metrics.leftSideBearing(glyph) + shift
  const moved = shift === 0 ? renumber(record, placeOf) : shifted(record, placeOf(glyph), shift)
  return { record: moved, advance, leftSideBearing }
}

/** The record itself, or a copy of it with new component numbers. */
function renumber(record: Uint8Array, placeOf: (glyph: number) => number): Uint8Array {
  const references = components(record)
  if (references.length === 0) return record
  const copy = record.slice()
  const view = dataView(copy)
  for (const { glyph, at } of references) view.setUint16(at, placeOf(glyph))
  return copy
}

/** A composite of one component that stands `shift` to the right of its own place. */
function shifted(record: Uint8Array, component: number, shift: number): Uint8Array {
  const ink = inkExtent(record)
  if (ink === undefined) return record
  const composite = new Uint8Array(18)
  composite.set(record.subarray(0, 10))
  const view = dataView(composite)
  view.setInt16(0, -1)
  view.setInt16(2, ink.left + shift)
  view.setInt16(6, ink.right + shift)
  view.setUint16(10, WORD_OFFSETS)
  view.setUint16(12, component)
  view.setInt16(14, shift)
  return composite
}

/** `loca` with long offsets and `glyf` with every record on a multiple of four. */
function writeGlyphs(placed: readonly Placed[]): SfntTable[] {
  const length = placed.reduce((sum, { record }) => sum + padded(record.length), 0)
  const glyf = new Uint8Array(length)
  const loca = new Uint8Array(4 * (placed.length + 1))
  const offsets = dataView(loca)
  let at = 0
  placed.forEach(({ record }, glyph) => {
    offsets.setUint32(4 * glyph, at)
    glyf.set(record, at)
    at += padded(record.length)
  })
  offsets.setUint32(4 * placed.length, at)
  return [
    { tag: 'loca', bytes: loca },
    { tag: 'glyf', bytes: glyf },
  ]
}

function writeMetrics(placed: readonly Placed[]): Uint8Array {
  const hmtx = new Uint8Array(4 * placed.length)
  const view = dataView(hmtx)
  placed.forEach(({ advance, leftSideBearing }, glyph) => {
    view.setUint16(4 * glyph, advance)
    view.setInt16(4 * glyph + 2, leftSideBearing)
  })
  return hmtx
}

/**
 * `maxp` with the new glyph count. A moved mark is a composite one level deeper than the source's deepest,
 * of as many points as that mark: the composite maxima must not fall below the simple ones.
 */
function maximumProfile(font: OpenFont, glyphCount: number): Uint8Array {
  const source = requiredTable(font.sfnt, 'maxp', 32)
  const view = dataView(source)
  return patched(font, 'maxp', 32, [
    [4, glyphCount],
    [10, Math.max(view.getUint16(6), view.getUint16(10))],
    [12, Math.max(view.getUint16(8), view.getUint16(12))],
    [28, Math.max(1, view.getUint16(28))],
    [30, view.getUint16(30) + 1],
  ])
}

/** A copy of a table with 16-bit values replaced: pairs of offset and value. */
function patched(
  font: OpenFont,
  tag: string,
  length: number,
  values: readonly (readonly [at: number, value: number])[],
): Uint8Array {
  const copy = requiredTable(font.sfnt, tag, length).slice(0, length)
  const view = dataView(copy)
  for (const [at, value] of values) view.setUint16(at, value)
  return copy
}

const hinting = (font: OpenFont): SfntTable[] =>
  HINTING.flatMap((tag) => {
    const bytes = tableOf(font.sfnt, tag)
    return bytes === undefined ? [] : [{ tag, bytes }]
  })
