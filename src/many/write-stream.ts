/** Writes one large file that comes piece by piece: whole or not at all, under a temporary name until its last byte is on disk. */
import { realpathSync, type Stats, statSync } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { orUnwritable, unwritable } from '../platform/file-error.js'
import { removeQuietly, sweepTemporaries, temporaryIn } from '../platform/temporary-file.js'

/**
 * Takes a piece when the one before is written. A failure of the pieces' own is passed on as it is, and then, as after a kill,
 * what stood there before still stands; what a killed run left beside it is taken away by the next.
 * @throws FormError of kind `file`: `file-unwritable`; where the folder takes no file, before the first piece is asked for
 */
export const writeStream = async <R>(
  path: string,
  pieces: AsyncGenerator<Uint8Array, R, undefined>,
  now: Date,
): Promise<R> => {
  const { target, temporary } = orUnwritable(path, () => chooseNames(path, now))
  const file = await guardedAsync(path, () => open(temporary ?? target, temporary === undefined ? 'w' : 'wx', 0o666))
  try {
    const result = await writePieces(path, file, pieces, temporary !== undefined)
    if (temporary !== undefined) await guardedAsync(path, () => rename(temporary, target))
    return result
  } catch (error) {
    if (temporary !== undefined) removeQuietly(temporary)
    throw error
  }
}

/** A rename would put a file in the place of a device or a pipe, which are written as they are; behind a link, its target is replaced. */
const chooseNames = (path: string, now: Date): { readonly target: string; readonly temporary: string | undefined } => {
  const status = statSync(path, { throwIfNoEntry: false })
  if (status?.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' })
  if (isNoFile(status)) return { target: path, temporary: undefined }
  const target = status === undefined ? path : realpathSync(path)
  sweepTemporaries(dirname(target), now)
  return { target, temporary: temporaryIn(dirname(target)) }
}

/** Whether what is at the path, a device or a pipe, keeps what was written of a file that is never finished. */
export const isWrittenInPlace = (path: string): boolean => {
  try {
    return isNoFile(statSync(path, { throwIfNoEntry: false }))
  } catch {
    // What cannot be looked at is refused in words where it is written.
    return false
  }
}

const isNoFile = (status: Stats | undefined): boolean =>
  status !== undefined && !status.isFile() && !status.isDirectory()

const writePieces = async <R>(
  path: string,
  file: FileHandle,
  pieces: AsyncGenerator<Uint8Array, R, undefined>,
  isTemporary: boolean,
): Promise<R> => {
  const rest = isTemporary ? keepFresh(file) : () => undefined
  try {
    for (;;) {
      const piece = await pieces.next()
      if (piece.done === true) {
        await guardedAsync(path, () => flush(file))
        return piece.value
      }
      await guardedAsync(path, () => file.writeFile(piece.value))
    }
  } finally {
    rest()
    await file.close().catch(() => undefined)
    // Where writing failed, the pieces are told that no more are wanted.
    await pieces.return(undefined as R).catch(() => undefined)
  }
}

/**
 * Pieces may be long in coming, from a source that is silent, and another run in the same folder takes away temporary files
 * that nobody has touched for a while. Returns what ends it.
 */
const keepFresh = (file: FileHandle): (() => void) => {
  const touch = (): void => {
    const now = new Date()
    // Where it fails, writing will, and says why.
    file.utimes(now, now).catch(() => undefined)
  }
  const timer = setInterval(touch, FRESH_MS).unref()
  return () => clearInterval(timer)
}

/** Well below what makes a temporary file stale. */
const FRESH_MS = 60_000

/** A device or a pipe has no disk to be forced to. */
const flush = async (file: FileHandle): Promise<void> => {
  if ((await file.stat()).isFile()) await file.datasync()
}

const guardedAsync = async <T>(path: string, act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    throw unwritable(path, error)
  }
}
