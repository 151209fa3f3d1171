/**
 * What a folder of prints was made from, so that a second run prints only what changed. It lies in the folder itself and moves
 * with it: `.jixiao-index.jsonl`, a line for each print. Lines are appended as prints are finished, so a run that is killed
 * loses at most what it had not yet noted down; at the end the index is written anew, in the order of the names.
 */
import { closeSync, constants, openSync, type Stats, statSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { orUnwritable, systemCode, unreadable, unreadableBecause } from '../platform/file-error.js'
import { readFile as readWhole } from '../platform/read-file.js'
import { sha256Hex } from '../platform/sha256.js'
import { writeOutput } from './write-output.js'

export interface IndexEntry {
  readonly name: string
  /** Hash of all that decides the print: see content-key.ts. */
  readonly key: string
  /** SHA-256 of the PDF. */
  readonly sha256: string
  readonly pages: number
  /** Findings by severity: errors, warnings, hints. */
  readonly findings: readonly [errors: number, warnings: number, hints: number]
  /** Verification code of a final or public copy. */
  readonly code?: string
}

/** What is wrong with the print that stands in the folder. */
export type Staleness = 'new' | 'changed' | 'missing' | 'damaged'

export interface OutputIndex {
  /** The entry, where name and key are known and the file still has the bytes that were written; else why not. */
  readonly check: (name: string, key: string) => Promise<IndexEntry | Staleness>
  /** Notes a print down; its file must stand by now. */
  readonly add: (entry: IndexEntry) => void
  /** Writes the whole index anew and closes it. */
  readonly finish: () => Promise<void>
}

const FILE = '.jixiao-index.jsonl'

/** @throws FormError of kind `file`: `file-unreadable`, `file-unwritable` where nothing can be written into the folder */
export const openIndex = (folder: string): OutputIndex => {
  const path = join(folder, FILE)
  const entries = readEntries(path)
  const file = orUnwritable(path, () => openSync(path, 'a', 0o666))
  // A killed run may have left half a line: what is appended begins a line of its own.
  orUnwritable(path, () => writeSync(file, '\n'))
  let closed = false
  return {
    check: async (name, key) => checkOutput(folder, entries.get(name), name, key),
    add: (entry) => {
      // A print that comes in after the end stands, and is made again by the next run.
      if (closed) return
      entries.set(entry.name, entry)
      orUnwritable(path, () => writeSync(file, writeEntry(entry)))
    },
    finish: async () => {
      closed = true
      closeSync(file)
      const names = [...entries.keys()].sort()
      await writeOutput(folder, FILE, names.map((name) => writeEntry(entries.get(name))).join(''))
    },
  }
}

const writeEntry = (entry: IndexEntry | undefined): string => `${JSON.stringify(entry)}\n`

/** Later lines hold. A line that cannot be read is one that was not finished: its form is printed again. */
const readEntries = (path: string): Map<string, IndexEntry> => {
  const entries = new Map<string, IndexEntry>()
  const status = statusOf(path)
  // Whoever reads a pipe waits for somebody who writes into it, and hears no signal meanwhile.
  if (status?.isFIFO()) throw unreadableBecause(path, 'not-regular')
  const text = status === undefined ? '' : new TextDecoder().decode(readWhole(path))
  for (const line of text.split('\n')) {
    const entry = readEntry(line)
    if (entry) entries.set(entry.name, entry)
  }
  return entries
}

const statusOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw unreadable(path, error)
  }
}

const readEntry = (line: string): IndexEntry | undefined => {
  try {
    return entryOf(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** What an entry has and nothing else: the file lies in the user's folder, and whatever is found in it is told as the record's. */
const entryOf = (found: unknown): IndexEntry | undefined => {
  const { name, key, sha256, pages, findings, code }: { readonly [K in keyof IndexEntry]?: unknown } = Object(found)
  const whole = isText(name) && isText(key) && isText(sha256) && isCount(pages) && isFindings(findings)
  if (!whole || (code !== undefined && !isText(code))) return undefined
  return { name, key, sha256, pages, findings, ...(code === undefined ? {} : { code }) }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const isFindings = (value: unknown): value is IndexEntry['findings'] =>
  Array.isArray(value) && value.length === 3 && value.every(isCount)

/** A pipe in a print's place has nothing in it, where opening it would wait for somebody who writes. */
const AT_ONCE = constants.O_RDONLY | constants.O_NONBLOCK

/** The file is read and hashed, not asked for its date: dates lie after a copy, and 800 MB take two seconds. */
const checkOutput = async (
  folder: string,
  entry: IndexEntry | undefined,
  name: string,
  key: string,
): Promise<IndexEntry | Staleness> => {
  if (entry === undefined) return 'new'
  if (entry.key !== key) return 'changed'
  try {
    return sha256Hex(await readFile(join(folder, name), { flag: AT_ONCE })) === entry.sha256 ? entry : 'damaged'
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? 'missing' : 'damaged'
  }
}
