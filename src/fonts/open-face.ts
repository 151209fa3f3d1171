/** A font under its id in the font book. */
import { blankHalfOf, mayBeMark } from './blank-half.js'
import type { Face } from './face.js'
import type { OpenFont } from './open-font.js'
import { remembering } from './remembering.js'

/** `covers` is asked before the font: a face whose manifest says no is never opened for the answer. */
export function openFace(
  id: string,
  unitsPerEm: number,
  font: () => OpenFont,
  covers: (codePoint: number) => boolean = () => true,
): Face {
  const glyphOf = remembering((codePoint) => (covers(codePoint) ? font().characters.glyph(codePoint) : 0))
  return {
    id,
    unitsPerEm,
    get font() {
      return font()
    },
    advance(codePoint) {
      const glyph = glyphOf(codePoint)
      return glyph === 0 ? undefined : font().metrics.advance(glyph)
    },
    blankHalf(codePoint) {
      // 汉字 and letters are no marks.
      if (!mayBeMark(codePoint)) return undefined
      const glyph = glyphOf(codePoint)
      return glyph === 0 ? undefined : blankHalf(codePoint, glyph, font())
    },
  }
}

/** The ink of CFF outlines is known only to an interpreter of charstrings, so their marks stay whole. */
function blankHalf(codePoint: number, glyph: number, font: OpenFont): 'left' | 'right' | undefined {
  if (font.outlines.kind === 'cff') return undefined
  const { description, metrics } = font
  return blankHalfOf(codePoint, glyph, { description, metrics, records: font.outlines.records })
}
