/** Writes to standard output, to the last byte. */
import type { Writable } from 'node:stream'
import { unwritable } from './file-error.js'

/**
 * Resolves when the system has taken everything: a process that exits earlier cuts a pipe's output short.
 * A closed or full target (EPIPE, ENOSPC) throws a FormError `file-unwritable`.
 */
export function writeStdout(data: Uint8Array | string, stream: Writable = process.stdout): Promise<void> {
  return new Promise((resolve, reject) => {
    // A failing stream calls back and emits `error` as well; without a listener the latter ends the process.
    const fail = (error: Error): void => reject(unwritable('-', error))
    stream.once('error', fail)
    stream.write(data, (error) => {
      if (error) return fail(error)
      stream.off('error', fail)
      resolve()
    })
  })
}
