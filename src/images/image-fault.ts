/** What is wrong with a picture, before anybody knows whose it is; `open-image.ts` turns it into the FormError that names the place. */
import type { MessageKey } from '../diagnostics/code.js'

export type ImageFaultKey = Extract<MessageKey, `image-refused/${string}`>

export class ImageFault extends Error {
  override readonly name = 'ImageFault'
  constructor(
    readonly key: ImageFaultKey,
    /** The chunk, marker or figure at fault. */
    readonly detail: string,
  ) {
    super(`${key}: ${detail}`)
  }
}

export const damaged = (detail: string): ImageFault => new ImageFault('image-refused/damaged', detail)
/** @param reason a key of `diagnostics/reasons.ts` */
export const unsupported = (reason: string): ImageFault => new ImageFault('image-refused/unsupported', reason)
