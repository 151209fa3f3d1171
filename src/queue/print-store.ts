/** Where hosts put their prints: a folder they share, or whatever has these two functions (S3, a database). */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openOutputFolder, writeOutput } from '../many/write-output.js'
import { systemCode, unreadable } from '../platform/file-error.js'
import { sha256Hex } from '../platform/sha256.js'
import { checkStoreOptions } from './check-options.js'

export interface PrintStore {
  /** SHA-256 of the print of that name, undefined where there is none. A name tells its content: it ends in a hash of all that decides the print. */
  readonly find: (name: string) => Promise<string | undefined>
  /** Puts a print there whole or not at all. Doing it again, from two hosts at once as well, changes nothing. */
  readonly put: (name: string, pdf: Uint8Array) => Promise<void>
}

/**
 * Prints as files of a folder, each written under a temporary name and renamed.
 * @param now for telling temporaries of dead processes from those of living ones
 * @throws FormError of kind `file`: `file-unwritable`; of kind `usage`: `option-invalid`
 */
export const folderStore = (folder: string, now: Date): PrintStore => {
  checkStoreOptions(folder, now)
  openOutputFolder(folder, now)
  return {
    find: (name) => hashOf(join(folder, name)),
    put: (name, pdf) => writeOutput(folder, name, pdf),
  }
}

const hashOf = async (path: string): Promise<string | undefined> => {
  try {
    return sha256Hex(await readFile(path))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw unreadable(path, error)
  }
}
