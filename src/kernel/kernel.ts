/** Starts the loops that go over every byte (`assembly/`). What they compute is the same everywhere, as WebAssembly is. */
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

export function startKernel(): Kernel {
  const letters = atob(PROGRAM)
  const program = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at++) program[at] = letters.charCodeAt(at)
  return new WebAssembly.Instance(new WebAssembly.Module(program)).exports as unknown as Kernel
}

let kernel: Kernel | undefined

/** One for each thread, started when it is needed first. Its memory is that of the longest stream. */
export const sharedKernel = (): Kernel => {
  kernel ??= startKernel()
  return kernel
}
