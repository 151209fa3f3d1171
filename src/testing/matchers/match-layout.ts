/** The matcher of layouts: the text beside the test, the difference in words, a report with wireframes. */
import type { MatcherState } from 'vitest'
import type { Page } from '../../layout/page.js'
import { compareLayouts } from '../layout/compare-layouts.js'
import { describeChanges } from '../layout/describe-change.js'
import { describeLayout } from '../layout/described-layout.js'
import { layoutSnapshot, readLayoutSnapshot } from '../layout/layout-snapshot.js'
import { htmlReport } from '../report/html-report.js'
import { wireframeSections } from '../report/overlay-wireframes.js'
import { type MatcherResult, wrongSubject } from './matcher-result.js'
import { readIfThere, reportPath, settleSnapshot, shownPath, snapshotPath, writeSnapshotFile } from './snapshot-file.js'

/** Pages, or anything that has them: what `layoutForm` and `renderForm` return. */
export type LaidOut = readonly Page[] | { readonly pages: readonly Page[] }

const pagesOf = (received: LaidOut): readonly Page[] => {
  const pages = Array.isArray(received) ? received : (received as { readonly pages?: unknown } | undefined)?.pages
  if (!Array.isArray(pages)) throw wrongSubject(received, 'pages, or what layoutForm or renderForm returns')
  return pages
}

export const matchLayout = (state: MatcherState, received: LaidOut, name?: string): MatcherResult => {
  const pages = pagesOf(received)
  const path = snapshotPath(state, name, '.layout.txt')
  const now = layoutSnapshot(pages)
  const stored = readIfThere(path)
  const old = stored && new TextDecoder().decode(stored).replaceAll('\r\n', '\n')
  const outcome = settleSnapshot(state, { exists: old !== undefined, same: old === now }, () =>
    writeSnapshotFile(path, now),
  )
  if (outcome !== 'unmatched') return { pass: true, message: () => `the layout is the one of ${shownPath(path)}` }
  if (old === undefined)
    return { pass: false, message: () => `there is no layout snapshot ${shownPath(path)}, and none is written in CI` }
  const words = compareWords(old, pages)
  const report = writeLayoutReport(path, old, pages, words)
  return {
    pass: false,
    actual: now,
    expected: old,
    message: () =>
      [
        `the layout is not the one of ${shownPath(path)}:`,
        ...words.map((line) => `  ${line}`),
        `report: ${shownPath(report)}`,
        'run vitest -u where this is meant',
      ].join('\n'),
  }
}

const compareWords = (old: string, pages: readonly Page[]): readonly string[] =>
  describeChanges(compareLayouts(readLayoutSnapshot(old), describeLayout(pages)))

const writeLayoutReport = (path: string, old: string, pages: readonly Page[], words: readonly string[]): string => {
  const report = reportPath(path)
  const sections = wireframeSections(readLayoutSnapshot(old), describeLayout(pages))
  writeSnapshotFile(
    report,
    htmlReport({ title: shownPath(path), before: shownPath(path), after: 'this run', words, sections }),
  )
  return report
}
