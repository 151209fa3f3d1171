/** The version of this package, from its own package.json. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let version: string | undefined

/** Such as `0.1.0`. Runs from `src/platform` and from `dist/src/platform`. */
export const packageVersion = (): string => {
  version ??= readVersion(dirname(fileURLToPath(import.meta.url)))
  return version
}

const readVersion = (folder: string): string => {
  const file = join(folder, 'package.json')
  if (!existsSync(file)) return readVersion(dirname(folder))
  const { version: found } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return found
}
