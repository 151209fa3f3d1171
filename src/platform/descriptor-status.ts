/** What is behind a descriptor that came with the process: a file, a folder, a pipe, a terminal. */
import { fstatSync, type Stats } from 'node:fs'

/** Undefined where it is closed: reading or writing says the rest. */
export const descriptorStatus = (descriptor: number): Stats | undefined => {
  try {
    return fstatSync(descriptor)
  } catch {
    return undefined
  }
}
