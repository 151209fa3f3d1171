/** Writes the PDFs of a batch: whole or not at all, without keeping a processor waiting, and cleans up after a run that was killed. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { systemCode, unwritable } from '../platform/file-error.js'

/** Names of temporary files tell who writes them: host, process, count. */
const TEMPORARY = /^\.jixiao-([0-9a-f]{8})-(\d+)-\d+\.tmp$/
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
let count = 0

/** Writing a form takes no minute; what is older than ten was left behind, on whatever host. */
const STALE_MS = 600_000

/** Makes the folder and takes away the temporaries that dead runs left in it. @throws FormError of kind `file`: `file-unwritable` */
export const openOutputFolder = (folder: string, now: Date): void => {
  try {
    mkdirSync(folder, { recursive: true })
    sweepTemporaries(folder, now)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** Takes away what dead runs left in a folder. Throws what the system says. */
export const sweepTemporaries = (folder: string, now: Date): void => {
  for (const name of readdirSync(folder)) {
    if (isStale(join(folder, name), name, now)) rmSync(join(folder, name), { force: true })
  }
}

/** A name in the folder that tells whose it is and that no other run has. */
export const temporaryIn = (folder: string): string => join(folder, `.jixiao-${host}-${process.pid}-${count++}.tmp`)

const isStale = (path: string, name: string, now: Date): boolean => {
  const [, owner, id] = TEMPORARY.exec(name) ?? []
  if (owner === undefined) return false
  // This process has written nothing yet: its own id can only be that of a dead one, as in a container, where ids come again.
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
 * @throws FormError of kind `file`: `file-unwritable`
 */
export const writeOutput = async (folder: string, name: string, bytes: Uint8Array | string): Promise<void> => {
  const temporary = temporaryIn(folder)
  try {
    await writeWhole(temporary, bytes)
    await rename(temporary, join(folder, name))
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw unwritable(join(folder, name), error)
  }
}

const writeWhole = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  const file = await open(path, 'wx', 0o666)
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** Faults of one name; every other one (full, read-only, gone) stands in the way of all that follow. */
const OF_ONE_NAME = ['ENAMETOOLONG', 'EISDIR', 'EINVAL', 'EILSEQ', 'ENOTEMPTY', 'EEXIST']

/** Whether a `file-unwritable` concerns this file only. */
export const concernsOneName = (code: unknown): boolean => OF_ONE_NAME.some((known) => known === code)
