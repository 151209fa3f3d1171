/** Starts the loops that go over every byte (`assembly/`). What they compute is the same everywhere. */
import { startPlain } from './plain-program.js'
import { PROGRAM } from './program.js'

/** Numbers are addresses in its memory, whose buffer is another one whenever it has grown. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly checksum: (start: number, end: number) => number
  readonly roomFor: (length: number) => number
  readonly lettersOf: (code: number) => number
  readonly makeCode: (code: number) => void
  readonly streamOf: (bytes: number, length: number) => number
  readonly deflate: (code: number, length: number) => number
  readonly hashStart: () => void
  readonly hashBlocks: (start: number, end: number) => void
  readonly hashEnd: () => number
}

let kernel: Kernel | undefined

/** One for each thread, started when it is needed first. Its memory is that of the longest stream. */
export const sharedKernel = (): Kernel => {
  kernel ??= startWasm() ?? startPlain()
  return kernel
}

/** Writes bytes to where the kernel expects them. @returns where they begin */
export const handOver = ({ memory, roomFor }: Kernel, bytes: Uint8Array): number => {
  const start = roomFor(bytes.length)
  new Uint8Array(memory.buffer, start, bytes.length).set(bytes)
  return start
}

/**
 * Undefined on a host that has no WebAssembly (`node --jitless`), does not allow it, or cannot give it the eight gigabytes of
 * addresses that V8 sets aside for its memory (`ulimit -v`). There the same program runs as JavaScript, only slower.
 */
function startWasm(): Kernel | undefined {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(bytesOf(PROGRAM))).exports as unknown as Kernel
  } catch {
    return undefined
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) bytes[at] = letters.charCodeAt(at)
  return bytes
}
