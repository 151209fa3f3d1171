/** Reads the data file, or standard input for `-`. */
import { unreadable } from '../platform/file-error.js'
import { readFile } from '../platform/read-file.js'

/** A little over what `readJson` accepts: it says that there is too much, and the rest need not be read. */
const ENOUGH = 10_000_001

/** @throws FormError of kind `file`: `file-unreadable` */
export const readInput = async (path: string, enough = ENOUGH): Promise<Uint8Array> =>
  path === '-' ? readStdin(enough) : readFile(path, enough)

const readStdin = async (enough: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
      chunks.push(chunk)
      size += chunk.length
      if (size > enough) break
    }
  } catch (error) {
    throw unreadable('-', error)
  }
  return Buffer.concat(chunks)
}
