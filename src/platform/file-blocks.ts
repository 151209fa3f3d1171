/** A file that is read block by block, as its bytes are asked for: a form needs a few hundred of the 30,000 glyphs of a font. */
import { openSync, readSync } from 'node:fs'
import type { FontFile } from '../fonts/font-file.js'

/** Room for a file. The system gives memory page by page as it is filled, so what nobody asks for costs nothing. */
export interface FileMemory {
  readonly bytes: Uint8Array
  /** One number a block: 1 when its bytes stand. */
  readonly filled: Uint8Array
}

/** Larger blocks are fewer calls of the system, smaller ones fewer bytes: a form of 350 characters makes 177 calls for 3 MB. */
const BLOCK = 16384

export const blockCount = (length: number): number => Math.ceil(length / BLOCK)

export const roomFor = (length: number): FileMemory => ({
  bytes: new Uint8Array(new ArrayBuffer(length)),
  filled: new Uint8Array(blockCount(length)),
})

/** Code of the error where a file has become shorter since room was made for it. */
export const CUT_SHORT = 'cut-short'

/** Threads may hold the same room. @throws Error the system's, at once or later; `CUT_SHORT` where the file has become shorter */
export function openBlocks(path: string, { bytes, filled }: FileMemory): FontFile {
  const file = openSync(path, 'r')
  return {
    length: bytes.length,
    view(start, end) {
      if (start < end) fill(file, { bytes, filled }, Math.floor(start / BLOCK), blockCount(end))
      return bytes.subarray(start, end)
    },
  }
}

/**
 * Reads what is missing of the blocks from `first` to before `last`, in one piece. Two threads that come at once write the same
 * bytes over each other, which changes nothing, and a block is told of only when it stands: no lock is needed.
 */
function fill(file: number, { bytes, filled }: FileMemory, first: number, last: number): void {
  while (first < last && Atomics.load(filled, first) === 1) first++
  while (last > first && Atomics.load(filled, last - 1) === 1) last--
  if (first === last) return
  readWhole(file, bytes, first * BLOCK, Math.min(last * BLOCK, bytes.length))
  for (let block = first; block < last; block++) Atomics.store(filled, block, 1)
}

function readWhole(file: number, bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const read = readSync(file, bytes, at, end - at, at)
    if (read === 0) throw Object.assign(new Error('the file has become shorter'), { code: CUT_SHORT })
    at += read
  }
}
