/** Writes to standard output and standard error, to the last byte. */
import { writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { descriptorStatus } from './descriptor-status.js'
import { systemCode, unwritable } from './file-error.js'

const DESCRIPTORS = { stdout: 1, stderr: 2 }

/**
 * Resolves when the system has taken everything: a process that exits earlier cuts a pipe's output short.
 * A closed or full target (EPIPE, ENOSPC) throws a FormError `file-unwritable`.
 */
export async function writeStandard(name: 'stdout' | 'stderr', data: Uint8Array | string): Promise<void> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  const rest = bytes.subarray(mustQueue(name) ? 0 : writeAtOnce(DESCRIPTORS[name], bytes))
  if (rest.length === 0) return
  queued.add(name)
  await writeStream(rest, process[name])
}

/** What Node's own stream was given once: what comes later must not overtake what may still wait there. */
const queued = new Set<keyof typeof DESCRIPTORS>()

/** A pipe that nobody reads holds whoever writes at once, and a signal that the program listens to would not be heard. */
const mustQueue = (name: keyof typeof DESCRIPTORS): boolean =>
  queued.has(name) || (process.listenerCount('SIGINT') > 0 && isPipe(DESCRIPTORS[name]))

const isPipe = (descriptor: number): boolean => {
  const status = descriptorStatus(descriptor)
  return status !== undefined && (status.isFIFO() || status.isSocket())
}

/**
 * How many bytes the system takes without being waited for: most often all. Node's own streams are written to at once as
 * well, but bring sockets and terminals with them, which takes a cold process longer than checking a form.
 */
function writeAtOnce(descriptor: number, bytes: Uint8Array): number {
  // A terminal of Windows wants text, not bytes in UTF-8.
  if (process.platform === 'win32') return 0
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written)
  } catch (error) {
    if (systemCode(error) !== 'EAGAIN') throw unwritable('-', error)
  }
  return written
}

/** The same for any stream. */
export function writeStream(data: Uint8Array | string, stream: Writable): Promise<void> {
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
