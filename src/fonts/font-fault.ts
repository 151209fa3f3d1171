/**
 * What is wrong with a font file, before anybody knows whose it is. The readers throw it;
 * `user-font.ts` turns it into the FormError that names the role and the file.
 */

import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

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

/**
 * A FormError of kind `file` in itself, so that a fault found as late as in painting still reaches the caller as one;
 * a caller's font is named by `user-font.ts` where it is opened.
 */
export class FontFault extends FormError {
  constructor(
    readonly reason: FontFaultReason,
    /** The table, tag or figure at fault. */
    readonly detail: string,
  ) {
    super([problem('font-unreadable', '', { file: `（${detail}）`, reason })], 'file')
  }
}
