/**
 * Matchers for vitest: `import 'jixiao-forms/testing/vitest'` in a setup file or in the test.
 * Snapshots are files in `__snapshots__` beside the test; vitest's `-u` writes them anew, and in CI none is written.
 */
import { expect, type MatcherState } from 'vitest'
import type * as z from 'zod'
import { describeDiagnostic } from '../diagnostics/describe-diagnostic.js'
import type { FilledForm } from './invariants/filled-form.js'
import { printedFaults } from './invariants/printed-faults.js'
import { matchBytes, type Printing } from './matchers/match-bytes.js'
import { type LaidOut, matchLayout } from './matchers/match-layout.js'
import { matchPages, type PageSnapshotOptions, type Printed, pdfOf } from './matchers/match-pages.js'
import type { MatcherResult } from './matchers/matcher-result.js'

export interface JixiaoMatchers {
  /** The layout is that of the snapshot `<name>.layout.txt`. Received: pages, or what `layoutForm` or `renderForm` returns. */
  toMatchLayoutSnapshot(name?: string): void
  /** Every pixel of the pages is that of the snapshots `<name>.page-<n>.png`. Received: a PDF, or what `renderForm` returns. Await it. */
  toMatchPageSnapshot(options?: PageSnapshotOptions): Promise<void>
  /** Every character that the form's variant prints is in the PDF, once, in order, in its own cell. Received: a PDF, or what `renderForm` returns. Await it. */
  toContainEveryCharacterOf<M extends z.ZodType>(form: FilledForm<M>): Promise<void>
  /** The bytes are those that the snapshot `<name>.bytes.txt` has the hash of. Received: a PDF, or a function that prints one, called twice. Await it. */
  toBeStableBytes(name?: string): Promise<void>
}

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the type parameter of the interface that is extended
  interface Matchers<T = any> extends JixiaoMatchers {}
}

const containEveryCharacter = async (received: Printed, form: FilledForm): Promise<MatcherResult> => {
  const faults = await printedFaults(pdfOf(received), form)
  const words = faults.map((fault) => describeDiagnostic(fault, 'en').message)
  return {
    pass: faults.length === 0,
    message: () =>
      faults.length === 0
        ? 'every character is printed'
        : ['the PDF is not complete:', ...words.map((line) => `  ${line}`)].join('\n'),
  }
}

expect.extend({
  toMatchLayoutSnapshot(this: MatcherState, received: LaidOut, name?: string) {
    return matchLayout(this, received, name)
  },
  toMatchPageSnapshot(this: MatcherState, received: Printed, options?: PageSnapshotOptions) {
    return matchPages(this, received, options)
  },
  toContainEveryCharacterOf(received: Printed, form: FilledForm) {
    return containEveryCharacter(received, form)
  },
  toBeStableBytes(this: MatcherState, received: Printing, name?: string) {
    return matchBytes(this, received, name)
  },
})

export type { FilledForm, LaidOut, PageSnapshotOptions, Printed, Printing }
