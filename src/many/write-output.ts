/** Writes the PDFs of a batch: whole or not at all, without keeping a processor waiting. */
import { closeSync, existsSync, fdatasync, mkdirSync, openSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { systemCode, unwritable } from '../platform/file-error.js'
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

/** A file that is written and waits under a temporary name, in the same folder, until the disk has it. */
export interface TemporaryFile {
  readonly path: string
  readonly temporary: string
  /** Its descriptor, open until it is put in its place. */
  readonly file: number
}

/**
 * Writes under a temporary name, forces it to disk and renames it. What stood there before stays until then.
 * @throws FormError of kind `file`: `file-unwritable`
 */
export const writeOutput = async (folder: string, name: string, bytes: Uint8Array | string): Promise<void> =>
  putInPlace(writeTemporary(folder, name, bytes))

/** In the thread's own time: these calls are done sooner than another thread is woken to do them. @throws FormError as `writeOutput` */
export const writeTemporary = (folder: string, name: string, bytes: Uint8Array | string): TemporaryFile => {
  const [path, temporary] = [join(folder, name), temporaryIn(folder)]
  try {
    const file = openSync(temporary, 'wx', 0o666)
    try {
      writeFileSync(file, bytes)
    } catch (error) {
      closeSync(file)
      throw error
    }
    return { path, temporary, file }
  } catch (error) {
    removeQuietly(temporary)
    throw unwritable(path, error)
  }
}

/** Waits for the disk. Files that wait together are forced to it together, for little more than one of them takes. @throws FormError as `writeOutput` */
export const putInPlace = async ({ path, temporary, file }: TemporaryFile): Promise<void> => {
  try {
    await forceToDisk(file).finally(() => closeSync(file))
    replace(temporary, path)
  } catch (error) {
    removeQuietly(temporary)
    throw unwritable(path, error)
  }
}

/** The folder has taken the temporary: what is not permitted now is to take the place of the file that somebody has open, or owns. */
const replace = (temporary: string, path: string): void => {
  try {
    renameSync(temporary, path)
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EBUSY'].includes(systemCode(error)) || !existsSync(path)) throw error
    throw Object.assign(new Error('not replaced'), { code: 'not-replaceable' })
  }
}

const forceToDisk = promisify(fdatasync)

/** Faults of one name; every other one (full, read-only, gone) stands in the way of all that follow. */
const OF_ONE_NAME = ['ENAMETOOLONG', 'EISDIR', 'EINVAL', 'EILSEQ', 'ENOTEMPTY', 'EEXIST', 'not-replaceable']

/** Whether a `file-unwritable` concerns this file only. */
export const concernsOneName = (code: unknown): boolean => OF_ONE_NAME.some((known) => known === code)
