/** Writes the PDFs of a batch: whole or not at all, without keeping a processor waiting. */
import { closeSync, fdatasync, mkdirSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { unwritable } from '../platform/file-error.js'
import { removeQuietly, sweepTemporaries, temporaryIn } from '../platform/temporary-file.js'

/** Makes the folder and takes away the temporaries that dead runs left in it. @throws FormError of kind `file`: `file-unwritable` */
export const openOutputFolder = (folder: string, now: Date): void => {
  try {
    makeFolder(folder)
    sweepTemporaries(folder, now)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/**
 * With the folders above it, one by one: the recursive call of Node says that nothing is there where a file system is
 * read-only.
 */
const makeFolder = (folder: string): void => {
  if (isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!isFolder(folder)) throw error
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/**
 * Writes under a temporary name in the same folder, forces it to disk and renames it. What stood there before stays until then.
 * Only the disk is waited for asynchronously: the other calls are done sooner than another thread is woken to do them.
 * @throws FormError of kind `file`: `file-unwritable`
 */
export const writeOutput = async (folder: string, name: string, bytes: Uint8Array | string): Promise<void> => {
  const temporary = temporaryIn(folder)
  try {
    await writeWhole(temporary, bytes)
    renameSync(temporary, join(folder, name))
  } catch (error) {
    removeQuietly(temporary)
    throw unwritable(join(folder, name), error)
  }
}

const writeWhole = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  const file = openSync(path, 'wx', 0o666)
  try {
    writeFileSync(file, bytes)
    await forceToDisk(file)
  } finally {
    closeSync(file)
  }
}

const forceToDisk = promisify(fdatasync)

/** Faults of one name; every other one (full, read-only, gone) stands in the way of all that follow. */
const OF_ONE_NAME = ['ENAMETOOLONG', 'EISDIR', 'EINVAL', 'EILSEQ', 'ENOTEMPTY', 'EEXIST']

/** Whether a `file-unwritable` concerns this file only. */
export const concernsOneName = (code: unknown): boolean => OF_ONE_NAME.some((known) => known === code)
