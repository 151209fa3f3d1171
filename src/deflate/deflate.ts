/**
 * Deflates what forms are made of (RFC 1950, RFC 1951). A general compressor counts each stream, makes a code for it and
 * looks long for matches, which was a third of the work on a form. Here the code is made once and for all, for what a form's
 * streams hold is known: the outlines of whatever characters are made of the same bytes as often, and so are the operators of
 * whatever page. One look is taken for a match. It costs a few per cent more of bytes. Not Node's zlib, which gives other
 * bytes in other versions; the loops are WebAssembly, whose results are the same everywhere.
 */
import { CODE_LENGTHS } from './code-lengths.js'
import { KERNEL } from './kernel.js'

/** What a stream holds, which says in what code it is written: TrueType fonts, operators of pages, ToUnicode maps. */
export type DeflateCode = keyof typeof CODE_LENGTHS

const CODES = Object.keys(CODE_LENGTHS) as readonly DeflateCode[]

/** `assembly/deflate.ts`. Numbers are addresses in its memory. */
interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly lettersOf: (code: number) => number
  readonly makeCode: (code: number) => void
  readonly roomFor: (length: number) => number
  readonly streamOf: (bytes: number, length: number) => number
  readonly deflate: (code: number, length: number) => number
}

/** The bytes as a zlib stream of one block, in a code that should suit them. The same bytes give the same stream, everywhere. */
export function deflate(bytes: Uint8Array, code: DeflateCode): Uint8Array {
  kernel ??= startKernel()
  const { memory, roomFor, streamOf } = kernel
  const { length } = bytes
  const start = roomFor(length)
  new Uint8Array(memory.buffer, start, length).set(bytes)
  const end = kernel.deflate(CODES.indexOf(code), length)
  return new Uint8Array(memory.buffer).slice(streamOf(start, length), end)
}

/** One for each thread, started when it is needed first. Its memory is that of the longest stream. */
let kernel: Kernel | undefined

function startKernel(): Kernel {
  const program = Uint8Array.from(atob(KERNEL), (letter) => letter.charCodeAt(0))
  const started = new WebAssembly.Instance(new WebAssembly.Module(program)).exports as unknown as Kernel
  const encoder = new TextEncoder()
  CODES.forEach((name, code) => {
    const { literals, distances } = CODE_LENGTHS[name]
    encoder.encodeInto(literals + distances, new Uint8Array(started.memory.buffer, started.lettersOf(code)))
    started.makeCode(code)
  })
  return started
}
