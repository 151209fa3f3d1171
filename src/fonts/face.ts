/** What measuring, painting and checking need to know of a font. Numbers are font units unless said otherwise. */
import type { OpenFont } from './open-font.js'

/**
 * One face of the font book, as measuring sees it. The text and layout stages use nothing else of a font,
 * so a test can hand them a synthetic face of a few lines.
 */
export interface FaceMetrics {
  /** Id in the font book: `song`, `songBold`, `hei`, `rare`; of a user font its role, or `user/<role>` where a shipped face has that id. */
  readonly id: string
  readonly unitsPerEm: number
  /** Horizontal advance of a code point in font units, or undefined where the face has no glyph for it. */
  advance(codePoint: number): number | undefined
  /**
   * Whether a full-width mark may be set to half an em: the half that is blank in this face.
   * Undefined for every other code point, and where ink stands in both halves.
   */
  blankHalf(codePoint: number): 'left' | 'right' | undefined
}

/** The faces a document may use. Opened once for a process and shared; holds no document state. */
export interface FontBook {
  /** Faces to try for a role, in order: the role's own face, Song, rare, then the user's other faces. */
  chain(role: string): readonly FaceMetrics[]
  /** Whether a base followed by this variation selector has a glyph of its own in the face. */
  hasVariation(faceId: string, base: number, selector: number): boolean
}

/** A face as `paint` sees it: what measuring sees, and the font behind it. */
export interface Face extends FaceMetrics {
  readonly font: OpenFont
}

/** The font book as `paint` sees it. */
export interface FontFaces extends FontBook {
  /** The face of an id that a text run names. Throws for an id the book does not have: an error of ours. */
  face(id: string): Face
}
