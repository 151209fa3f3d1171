/** Whether a module is the program that this process or thread was started with. */
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** @param module URL or absolute path; without a file of its own it is no program. */
export const isEntryScript = (module: string): boolean => {
  const [entry, file] = [realFile(startedFile), realFile(() => fileOf(module))]
  return entry !== undefined && entry === file
}

/** The program may be named by its folder or without its suffix; Node found its file by the rules of `require`. */
const startedFile = (): string => {
  const started = process.argv[1] ?? ''
  return createRequire(started).resolve(started)
}

const fileOf = (module: string): string => (module.startsWith('file:') ? fileURLToPath(module) : module)

const realFile = (find: () => string): string | undefined => {
  try {
    return realpathSync(find())
  } catch {
    return undefined
  }
}
