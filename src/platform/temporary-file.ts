/** Temporary files: what is written stands under a name of its own until it is whole, and what dead runs left is taken away. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { systemCode } from './file-error.js'
import { sha256Hex } from './sha256.js'

/** Names tell who writes: host, process, when the thread began, count. */
const TEMPORARY = /^\.jixiao-([0-9a-f]{8})-(\d+)-\d+(?:-\d+)?\.tmp$/

let host: string | undefined
let count = 0
/** In billionths of a second. The thread's number would do as well, but loading the module that knows it takes a millisecond. */
const threadBegan = process.hrtime.bigint()

const hostMark = (): string => {
  host ??= sha256Hex(hostname()).slice(0, 8)
  return host
}

/** A name in the folder that tells whose it is and that no other run and no other thread has. */
export const temporaryIn = (folder: string): string =>
  join(folder, `.jixiao-${hostMark()}-${process.pid}-${threadBegan}-${count++}.tmp`)

/** For the way out of a failure, whose cause must be told. */
export const removeQuietly = (path: string): void => {
  try {
    rmSync(path, { force: true })
  } catch {
    // What stays is taken away by the next run that sweeps.
  }
}

/** Takes away what dead runs, and dead threads of this one, left in a folder. Throws what the system says. */
export const sweepTemporaries = (folder: string, now: Date): void => {
  for (const name of readdirSync(folder)) {
    if (isStale(join(folder, name), name, now)) rmSync(join(folder, name), { force: true })
  }
}

/** Writing a form takes no minute; what is older than ten was left behind, on whatever host. */
const STALE_MS = 600_000

const isStale = (path: string, name: string, now: Date): boolean => {
  const [, owner, id] = TEMPORARY.exec(name) ?? []
  if (owner === undefined) return false
  // This process is writing nothing now: its own id is that of a dead one, as in a container, where ids come again, or its own
  // threads' that have been ended.
  if (owner === hostMark() && (Number(id) === process.pid || !isAlive(Number(id)))) return true
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
