/** The bundled worker thread of this package, beside the command's launcher. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** This file runs from `dist/src/platform` and, bundled, from `dist/bin`. */
const PLACES = ['../../', '../']

/**
 * The thread's file, where it has been bundled and all forms are the package's own. A form of anybody else's shares its
 * modules with the engine, and must not meet a second copy of them.
 * @param modules URLs of the forms' modules
 */
export const quickThread = (modules: readonly string[]): string | undefined => {
  const dist = PLACES.map((place) => new URL(place, import.meta.url)).find((folder) => existsSync(threadOf(folder)))
  return dist !== undefined && modules.every((module) => module.startsWith(dist.href)) ? threadOf(dist) : undefined
}

const threadOf = (dist: URL): string => fileURLToPath(new URL('bin/thread.cjs', dist))
