/**
 * Deflates what forms are made of (RFC 1950, RFC 1951). A general compressor counts each stream, makes a code for it and
 * looks long for matches, which was a third of the work on a form. Here the code is made once and for all, for what a form's
 * streams hold is known: the outlines of whatever characters are made of the same bytes as often, and so are the operators of
 * whatever page. One look is taken for a match. It costs a few per cent more of bytes. Not Node's zlib, which gives other
 * bytes in other versions.
 */
import { CODE_LENGTHS } from './code-lengths.js'
import { handOver, type Kernel, sharedKernel } from './kernel.js'

/** What a stream holds, which says in what code it is written: TrueType fonts, operators of pages, ToUnicode maps. */
export type DeflateCode = keyof typeof CODE_LENGTHS

const CODES = Object.keys(CODE_LENGTHS) as readonly DeflateCode[]

/** The thread's, once it has the codes. */
let kernel: Kernel | undefined

/** The bytes as a zlib stream of one block, in a code that should suit them. The same bytes give the same stream, everywhere. */
export function deflate(bytes: Uint8Array, code: DeflateCode): Uint8Array {
  kernel ??= withCodes(sharedKernel())
  const start = handOver(kernel, bytes)
  const end = kernel.deflate(CODES.indexOf(code), bytes.length)
  return new Uint8Array(kernel.memory.buffer).slice(kernel.streamOf(start, bytes.length), end)
}

function withCodes(kernel: Kernel): Kernel {
  const encoder = new TextEncoder()
  CODES.forEach((name, code) => {
    const { literals, distances } = CODE_LENGTHS[name]
    encoder.encodeInto(literals + distances, new Uint8Array(kernel.memory.buffer, kernel.lettersOf(code)))
    kernel.makeCode(code)
  })
  return kernel
}
