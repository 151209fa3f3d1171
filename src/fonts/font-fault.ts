/**
 * What is wrong with a font file, before anybody knows whose it is. The readers throw it;
 * `user-font.ts` turns it into the FormError that names the role and the file.
 */

export type FontFaultReason =
  /** Not an OpenType font at all: unknown first bytes. */
  | 'not-a-font'
  /** Compressed for the web (WOFF, WOFF2): must be unpacked first. */
  | 'web-font'
  /** A table is missing, or does not lie inside the file: broken or cut short. */
  | 'damaged'
  /** A variable font (fvar, CFF2): has no fixed outlines. */
  | 'variable'
  /** OS/2 fsType forbids embedding, allows bitmaps only, or forbids subsets. */
  | 'embedding-restricted'
  | 'bitmap-only'
  | 'no-subsetting'
  /** No Unicode character map, so no character can be looked up. */
  | 'no-unicode-map'
  /** Neither `glyf` nor `CFF ` outlines. */
  | 'no-outlines'

export class FontFault extends Error {
  override readonly name = 'FontFault'
  constructor(
    readonly reason: FontFaultReason,
    /** The table, tag or figure at fault. */
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`)
  }
}
