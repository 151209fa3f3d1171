/** Which files an input is read from. Apart from what opens them, so that printing one form loads nothing for many. */
import { readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { unreadable } from '../platform/file-error.js'

/** The file itself, or those of the folder. @throws FormError of kind `file`: `file-unreadable` */
export const listInput = (path: string): readonly string[] =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? listFiles(path).map((file) => join(path, file)) : [path]

/** Every `.json` file below the folder, in the order of the paths; hidden ones are no forms. */
export const listFiles = (folder: string): readonly string[] => {
  try {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'))
    return paths.filter((path) => /\.json$/i.test(path) && !/(^|\/)\./.test(path)).sort()
  } catch (error) {
    throw unreadable(folder, error)
  }
}
