/** A picture for a place of the form, read and checked: pixels as the PDF takes them. */

/** By path or bytes; PNG (with or without alpha) or JPEG. */
export interface UserImage {
  readonly path?: string | undefined
  readonly bytes?: Uint8Array | undefined
}

export interface Picture {
  /** The file without everything that is no picture: no text, no time, no camera, no place. What is hashed and recorded. */
  readonly file: Uint8Array
  readonly width: number
  readonly height: number
  readonly samples: /** JPEG data as it stands in the file; 1 component is grey, 3 are YCbCr or RGB. */
    | { readonly kind: 'jpeg'; readonly bytes: Uint8Array; readonly components: 1 | 3 }
    /** Eight bits a sample; `alpha` has one sample a pixel where the picture is not opaque. */
    | { readonly kind: 'pixels'; readonly colour: Uint8Array; readonly components: 1 | 3; readonly alpha?: Uint8Array }
}
