/** Writes a whole file, or none: a failed run leaves no half file and the earlier output as it was. */
import { closeSync, fdatasyncSync, openSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { systemCode, unwritable } from './file-error.js'
import { removeQuietly, temporaryIn } from './temporary-file.js'

/** How many names are tried before giving up: a dead run whose process id has come again may have left some. */
const MOST_ATTEMPTS = 100

/**
 * Writes under a temporary name in the same folder (a rename over file systems is no rename), forces it to disk and
 * renames it. Throws a FormError `file-unwritable`.
 */
export function writeFileAtomic(path: string, bytes: Uint8Array): void {
  try {
    const existing = statSync(path, { throwIfNoEntry: false })
    if (existing === undefined) return replaceFile(path, bytes)
    // A rename would put a file in the place of a device or a pipe: /dev/null is a fair thing to write to.
    if (!existing.isFile()) return writeFileSync(path, bytes)
    // The file behind a symbolic link is replaced, not the link.
    replaceFile(realpathSync(path), bytes)
  } catch (error) {
    throw unwritable(path, error)
  }
}

function replaceFile(path: string, bytes: Uint8Array): void {
  const { name, file } = openTemporary(dirname(path))
  try {
    writeAndClose(file, bytes)
    renameSync(name, path)
  } catch (error) {
    removeQuietly(name)
    throw error
  }
}

/** `wx` refuses a name that exists, so two processes never share a temporary file. */
function openTemporary(folder: string): { name: string; file: number } {
  for (let attempt = 0; ; attempt++) {
    const name = temporaryIn(folder)
    try {
      return { name, file: openSync(name, 'wx', 0o666) }
    } catch (error) {
      if (systemCode(error) !== 'EEXIST' || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

function writeAndClose(file: number, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes)
    fdatasyncSync(file)
  } finally {
    closeSync(file)
  }
}
