/** A tiny synthetic face for layout tests: every full-width character is one em, every other half an em, so that numbers are whole. */
import type { FaceMetrics, FontBook } from '../../src/fonts/face.js'

const OPENING = new Set('（《〈【〔『「“‘')
const CLOSING = new Set('。，、；：？！）》〉】〕』」”’')

/** Units per em of the synthetic face. */
export const EM = 1000

const isFullWidth = (codePoint: number): boolean => codePoint >= 0x2000 && codePoint !== 0x200b

export const emFace = (
  id = 'square',
  options: { readonly squeezes?: boolean; readonly lacks?: string } = {},
): FaceMetrics => {
  const lacks = new Set(options.lacks ?? '')
  return {
    id,
    unitsPerEm: EM,
    advance: (codePoint) => {
      if (lacks.has(String.fromCodePoint(codePoint))) return undefined
      if (codePoint >= 0x300 && codePoint < 0x370) return 0
      return isFullWidth(codePoint) ? EM : EM / 2
    },
    blankHalf: (codePoint) => {
      const character = String.fromCodePoint(codePoint)
      if (options.squeezes === false) return undefined
      return OPENING.has(character) ? 'left' : CLOSING.has(character) ? 'right' : undefined
    },
  }
}

/** A book of one face for every role. */
export const emBook = (face: FaceMetrics = emFace()): FontBook => ({
  chain: () => [face],
  hasVariation: () => false,
})
