/** Writes the PDFs of a batch: whole or not at all, without keeping a processor waiting, and cleans up after a run that was killed. */
import {
  closeSync,
  fdatasync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { threadId } from 'node:worker_threads'
import { systemCode, unwritable } from '../platform/file-error.js'
import { sha256Hex } from '../platform/sha256.js'

/** Names of temporary files tell who writes them: host, process, thread, count. */
const TEMPORARY = /^\.jixiao-([0-9a-f]{8})-(\d+)-\d+(?:-\d+)?\.tmp$/
const host = sha256Hex(hostname()).slice(0, 8)
let count = 0

/** Writing a form takes no minute; what is older than ten was left behind, on whatever host. */
const STALE_MS = 600_000

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

/** Takes away what dead runs, and dead threads of this one, left in a folder. Throws what the system says. */
export const sweepTemporaries = (folder: string, now: Date): void => {
  for (const name of readdirSync(folder)) {
    if (isStale(join(folder, name), name, now)) rmSync(join(folder, name), { force: true })
  }
}

/** A name in the folder that tells whose it is and that no other run and no other thread has. */
export const temporaryIn = (folder: string): string =>
  join(folder, `.jixiao-${host}-${process.pid}-${threadId}-${count++}.tmp`)

const isStale = (path: string, name: string, now: Date): boolean => {
  const [, owner, id] = TEMPORARY.exec(name) ?? []
  if (owner === undefined) return false
  // This process is writing nothing now: its own id is that of a dead one, as in a container, where ids come again, or its own
  // threads' that have been ended.
  if (owner === host && (Number(id) === process.pid || !isAlive(Number(id)))) return true
  const { mtimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {}
  return now.getTime() - mtimeMs > STALE_MS
}

const isAlive = (id: number): boolean => {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // Another user's process is alive as well.
    return systemCode(error) === 'EPERM'
  }
}

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

const removeQuietly = (path: string): void => {
  try {
    rmSync(path, { force: true })
  } catch {
    // What stood in the way of writing is told; the next run sweeps.
  }
}

/** Faults of one name; every other one (full, read-only, gone) stands in the way of all that follow. */
const OF_ONE_NAME = ['ENAMETOOLONG', 'EISDIR', 'EINVAL', 'EILSEQ', 'ENOTEMPTY', 'EEXIST']

/** Whether a `file-unwritable` concerns this file only. */
export const concernsOneName = (code: unknown): boolean => OF_ONE_NAME.some((known) => known === code)
