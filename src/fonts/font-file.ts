/** A font file whose bytes come in as they are asked for: of the fourteen megabytes of a face, a form needs less than one. */
export interface FontFile {
  /** Size in bytes. */
  readonly length: number
  /** The bytes from `start` to before `end`: a view, never to be written to. Whoever asks stays within the file. */
  view(start: number, end: number): Uint8Array
}

/** A file that is in memory as a whole. */
export const wholeFile = (bytes: Uint8Array): FontFile => {
  // Files are often read as Node buffers, whose `slice` is no copy: a table patched for a subset would change the font.
  const own = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { length: own.length, view: (start, end) => own.subarray(start, end) }
}
