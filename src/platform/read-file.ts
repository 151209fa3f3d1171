/** Reads a whole file of the user. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fontUnopened, unreadable } from './file-error.js'

/**
 * Reads a file up to `enough` bytes: whoever asks says how much is already too much, so that a huge or endless file
 * costs no more than that. Throws a FormError `file-unreadable`.
 */
export function readFile(path: string, enough = Number.POSITIVE_INFINITY): Uint8Array {
  try {
    return readUpTo(path, enough)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** For the font book: a font that is not there is `font-missing`, any other trouble `file-unreadable`. */
export function readFontFile(path: string): Uint8Array {
  try {
    return readUpTo(path, LARGEST_FONT)
  } catch (error) {
    throw fontUnopened('指定字体', path, error)
  }
}

/** Larger than any font; what is longer is no font and need not be read to its end. */
const LARGEST_FONT = 256_000_000

const CHUNK = 1 << 20

function readUpTo(path: string, enough: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    const status = fstatSync(file)
    if (status.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
    if (status.isCharacterDevice()) throw Object.assign(new Error('device'), { code: 'EIO' })
    // Most files say how long they are; a pipe or a device says nothing, and is read until it ends or is too long.
    return readChunks(file, Math.min(status.isFile() && status.size > 0 ? status.size + 1 : CHUNK, enough), enough)
  } finally {
    closeSync(file)
  }
}

function readChunks(file: number, first: number, enough: number): Uint8Array {
  let bytes: Buffer = Buffer.allocUnsafe(first)
  let length = 0
  for (;;) {
    const read = readSync(file, bytes, length, bytes.length - length, null)
    length += read
    if (read === 0 || length >= enough) return bytes.subarray(0, length)
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(2 * length, enough))
  }
}
