/** The embedded part of a face: a subset whose glyph numbers are the CIDs, and the width of each. */
import type { Face } from '../fonts/face.js'
import type { OpenFont } from '../fonts/open-font.js'
import { subsetCff } from '../fonts/subset-cff.js'
import { type GlyphRequest, subsetGlyf } from '../fonts/subset-glyf.js'
import { isVariationSelector } from '../text/clusters.js'
import type { PrintedUnit } from './printed-units.js'
import type { UsedFace } from './used-faces.js'

export interface FontProgram {
  readonly kind: 'glyf' | 'cff'
  readonly bytes: Uint8Array
  /** `widths[n]` is the advance of CID n + 1, in thousandths of the em. */
  readonly widths: readonly number[]
}

export function fontProgram({ face, units }: UsedFace, name: string): FontProgram {
  const { font } = face
  const requests = units.map((unit) => glyphRequest(face, unit))
  const widths = requests.map(({ advance }) => (1000 * advance) / face.unitsPerEm)
  return { kind: font.outlines.kind, bytes: writeProgram(font, requests, name), widths }
}

function writeProgram(font: OpenFont, requests: readonly GlyphRequest[], name: string): Uint8Array {
  if (font.outlines.kind === 'glyf') return subsetGlyf(font, requests)
  return subsetCff(
    font.outlines.cff,
    requests.map(({ glyph }) => glyph),
    name,
  )
}

/** A halved mark keeps its ink: the advance is halved, and an opening mark moves left over its blank half. */
function glyphRequest(face: Face, unit: PrintedUnit): GlyphRequest {
  if (isVariationSelector(codePoint(unit.text))) return INVISIBLE
  const glyph = glyphOf(face, unit)
  const advance = face.font.metrics.advance(glyph)
  if (unit.half === undefined) return { glyph, advance, shift: 0 }
  const half = Math.round(advance / 2)
  return { glyph, advance: half, shift: unit.half === 'open' ? half - advance : 0 }
}

/** A sequence the font does not know prints as its base: the selector only asks for another shape of it. */
function glyphOf(face: Face, { text, selectors }: PrintedUnit): number {
  const { characters } = face.font
  const base = codePoint(text)
  if (selectors === '') return known(characters.glyph(base), text, face)
  const shapes = Array.from(selectors, (selector) => characters.variation(base, codePoint(selector)))
  return known(shapes.find((shape) => shape !== 0) ?? characters.glyph(base), text, face)
}

const known = (glyph: number, text: string, face: Face): number => {
  if (glyph === 0) throw new Error(`no glyph for ${JSON.stringify(text)} in ${face.id}`)
  return glyph
}

const INVISIBLE: GlyphRequest = { glyph: undefined, advance: 0, shift: 0 }

const codePoint = (character: string): number => character.codePointAt(0) ?? 0
