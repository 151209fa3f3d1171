/** The files of a folder of forms: every `.json` below it, links followed, each folder once. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unreadable } from '../platform/file-error.js'

/**
 * Paths below the folder in their order, with `/` between their parts. Hidden ones are no forms. A folder that links lead to
 * as well is listed where it stands, and a circle of links ends where it began.
 * What is no folder is listed whatever it is: one that cannot be read is a faulty record.
 * @throws FormError of kind `file`: `file-unreadable` for a folder that cannot be listed
 */
export const listForms = (folder: string): readonly string[] => {
  const walk: Walk = { folder, seen: new Set(), forms: [], links: [] }
  listFolder(walk, '')
  // Links last, so that a folder has the path where it stands. Those that are found meanwhile join the end of the list.
  for (const path of walk.links) if (leadsToFolder(join(folder, path))) listFolder(walk, path)
  return walk.forms.concat(walk.links.filter((path) => isForm(path) && !leadsToFolder(join(folder, path)))).sort()
}

/** What has been met so far. It is made for one folder and never leaves this file. */
interface Walk {
  readonly folder: string
  /** Real paths of the folders that have been listed. */
  readonly seen: Set<string>
  readonly forms: string[]
  readonly links: string[]
}

const isForm = (path: string): boolean => /\.json$/i.test(path)

const listFolder = (walk: Walk, path: string): void => {
  for (const entry of newEntries(walk, join(walk.folder, path))) {
    if (entry.name.startsWith('.')) continue
    const inner = path === '' ? entry.name : `${path}/${entry.name}`
    if (entry.isDirectory()) listFolder(walk, inner)
    else if (entry.isSymbolicLink()) walk.links.push(inner)
    else if (isForm(inner)) walk.forms.push(inner)
  }
}

/** None for a folder that has been listed before, by whatever path. */
const newEntries = ({ seen }: Walk, folder: string): readonly Dirent[] => {
  try {
    const real = realpathSync(folder)
    if (seen.has(real)) return []
    seen.add(real)
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw unreadable(folder, error)
  }
}

/** A link that leads nowhere, or round in a circle, leads to no folder. */
const leadsToFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
