/** Where a matcher's snapshot lies, and how vitest's own `-u` and CI rules decide what happens to it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { MatcherState } from 'vitest'
import { sha256Hex } from '../../platform/sha256.js'

/** Beside the test, in the folder that vitest uses too. */
const FOLDER = '__snapshots__'

/** @param name as the caller gave it; default: the name of the test */
export const snapshotPath = (state: MatcherState, name: string | undefined, ending: string): string => {
  const test = state.testPath ?? join(process.cwd(), 'test')
  const own = name ?? `${basename(test).replace(/\.(test|spec)?\.?[cm]?[jt]sx?$/, '')} ${state.currentTestName ?? ''}`
  return join(dirname(test), FOLDER, `${fileName(own)}${ending}`)
}

/** A name that every file system takes, and no other name's: blanks and the marks between the names of a test are hyphens. */
const fileName = (name: string): string =>
  shorten(
    name
      .replace(/\s+>\s+|\s+/g, '-')
      .replace(/[\\/:*?"<>|]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + TO_FULL_WIDTH))
      .replace(/\p{Cc}|\p{Cs}/gu, ''),
  )

const TO_FULL_WIDTH = 0xfee0

/** File systems take 255 bytes, an ending among them; a Chinese name of eighty characters is nearly as long. */
const MOST_BYTES = 200

/** Two names that begin alike stay two: what is cut is known by its hash. */
const shorten = (name: string): string => {
  if (Buffer.byteLength(name) <= MOST_BYTES) return name
  let kept = ''
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > MOST_BYTES - 9) break
    kept += character
  }
  return `${kept}…${sha256Hex(name).slice(0, 6)}`
}

export const shownPath = (path: string): string => relative(process.cwd(), path)

export const readIfThere = (path: string): Uint8Array | undefined => (existsSync(path) ? readFileSync(path) : undefined)

export const writeSnapshotFile = (path: string, content: Uint8Array | string): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

export const removeSnapshotFile = (path: string): void => rmSync(path, { force: true })

/**
 * Reports are for reading and not for keeping: they go to a folder of their own, which projects ignore. In it they lie as the
 * tests do, for tests of two folders may name their snapshots alike.
 */
export const reportPath = (snapshot: string): string => {
  const folder = process.env['JIXIAO_REPORT_DIR'] ?? 'jixiao-report'
  const tests = relative(process.cwd(), dirname(dirname(snapshot)))
  const within = tests.split(/[\\/]/).map((step) => (step === '..' ? '_' : step.replace(':', '')))
  return resolve(folder, ...within, `${basename(snapshot).replace(/\.(txt|png)$/, '')}.html`)
}

export type Outcome = 'matched' | 'written' | 'unmatched'

/**
 * What vitest does with a text snapshot, for snapshots that are no text: `-u` writes what differs, a new one is written
 * unless in CI, and the run's summary counts it.
 */
export const settleSnapshot = (
  state: MatcherState,
  snapshot: { readonly exists: boolean; readonly same: boolean },
  write: () => void,
): Outcome => {
  const { snapshotState, task } = state
  const test = task?.id ?? state.currentTestName ?? ''
  if (snapshot.same) {
    snapshotState.matched.increment(test)
    return 'matched'
  }
  const mayWrite =
    snapshotState.snapshotUpdateState === 'all' || (!snapshot.exists && snapshotState.snapshotUpdateState === 'new')
  if (!mayWrite) {
    snapshotState.unmatched.increment(test)
    return 'unmatched'
  }
  write()
  snapshotState[snapshot.exists ? 'updated' : 'added'].increment(test)
  return 'written'
}
