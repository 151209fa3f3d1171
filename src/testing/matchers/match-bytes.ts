/** The matcher of bytes: one line beside the test, with hashes of the kinds of content, so that what changed can be named. */
import type { MatcherState } from 'vitest'
import {
  compareFingerprints,
  type Fingerprint,
  fingerprint,
  readFingerprint,
  writeFingerprint,
} from '../pdf/fingerprint.js'
import { type Printed, pdfOf } from './match-pages.js'
import type { MatcherResult } from './matcher-result.js'
import { readIfThere, settleSnapshot, shownPath, snapshotPath, writeSnapshotFile } from './snapshot-file.js'

/** A PDF, or a function that prints one: it is called twice and must give the same bytes both times. */
export type Printing = Printed | (() => Printed | Promise<Printed>)

export const matchBytes = async (state: MatcherState, received: Printing, name?: string): Promise<MatcherResult> => {
  const now = await print(received)
  if (typeof received === 'function') {
    const differences = compareFingerprints(now, await print(received))
    if (differences.length > 0) return failure('a second run gives other bytes:', differences)
  }
  const path = snapshotPath(state, name, '.bytes.txt')
  const stored = readIfThere(path)
  const old = stored && readFingerprint(new TextDecoder().decode(stored))
  const outcome = settleSnapshot(state, { exists: old !== undefined, same: old?.sha256 === now.sha256 }, () =>
    writeSnapshotFile(path, `${writeFingerprint(now)}\n`),
  )
  if (outcome !== 'unmatched') return { pass: true, message: () => `the bytes are those of ${shownPath(path)}` }
  if (!old) return failure(`there is no hash ${shownPath(path)}, and none is written in CI`, [])
  if (old.sha256 === 'none') return failure(`no hash stands in ${shownPath(path)}:`, ['run vitest -u to write it'])
  return failure(`the bytes are not those of ${shownPath(path)}:`, [
    ...compareFingerprints(old, now),
    'run vitest -u where this is meant',
  ])
}

const print = async (received: Printing): Promise<Fingerprint> =>
  fingerprint(pdfOf(typeof received === 'function' ? await received() : received))

const failure = (head: string, lines: readonly string[]): MatcherResult => ({
  pass: false,
  message: () => [head, ...lines.map((line) => `  ${line}`)].join('\n'),
})
