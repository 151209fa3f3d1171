/** The matcher of pictures: one PNG a page beside the test, compared pixel by pixel, a report with before, after and overlay. */
import type { MatcherState } from 'vitest'
import { FormError } from '../../diagnostics/form-error.js'
import type { Page } from '../../layout/page.js'
import { describeLayout } from '../layout/described-layout.js'
import { type PagePicture, renderPages } from '../pdf/render-pages.js'
import { comparePictures } from '../pixels/compare-pictures.js'
import { decodePng } from '../pixels/decode-png.js'
import { encodePng } from '../pixels/encode-png.js'
import type { Picture } from '../pixels/picture.js'
import { htmlReport, type ReportSection } from '../report/html-report.js'
import { pictureSection } from '../report/picture-section.js'
import { type MatcherResult, wrongSubject } from './matcher-result.js'
import {
  readIfThere,
  removeSnapshotFile,
  reportPath,
  settleSnapshot,
  shownPath,
  snapshotPath,
  writeSnapshotFile,
} from './snapshot-file.js'

/** A PDF, or what `renderForm` returns: then differences are named by cells. */
export type Printed = Uint8Array | { readonly pdf: Uint8Array; readonly pages?: readonly Page[] }

export const pdfOf = (received: Printed): Uint8Array => {
  const pdf = received instanceof Uint8Array ? received : (received as { readonly pdf?: unknown } | undefined)?.pdf
  if (!(pdf instanceof Uint8Array)) throw wrongSubject(received, 'a PDF, or what renderForm returns')
  return pdf
}

export interface PageSnapshotOptions {
  /** Default: the name of the test. */
  readonly name?: string | undefined
  /** Page numbers from 1. Default: all. */
  readonly pages?: readonly number[] | undefined
  /** Default: 96. A hairline of 0.5 pt is grey there, and a page some 60 KB. */
  readonly dpi?: number | undefined
}

interface Compared {
  readonly path: string
  readonly exists: boolean
  readonly section?: ReportSection
}

export const matchPages = async (
  state: MatcherState,
  received: Printed,
  options: PageSnapshotOptions = {},
): Promise<MatcherResult> => {
  const { dpi = 96, pages, name } = options
  const pictures = await renderPages(pdfOf(received), { dpi, ...(pages ? { pages } : {}) })
  const layout = received instanceof Uint8Array ? undefined : received.pages
  const compared = pictures.flatMap((picture) =>
    comparePage(state, picture, snapshotPath(state, name, `.page-${picture.page}.png`), layout),
  )
  const failed = [...compared, ...(pages ? [] : pagesBeyond(state, name, pictures.length))]
  const first = failed[0]
  if (first === undefined) return { pass: true, message: () => 'the pages are those of their snapshots' }
  const words = failed.flatMap(
    ({ section, path }) =>
      section?.words ?? [`there is no page snapshot ${shownPath(path)}, and none is written in CI`],
  )
  const report = reportPath(snapshotPath(state, name, '.pages'))
  const sections = failed.flatMap(({ section }) => (section ? [section] : []))
  writeSnapshotFile(
    report,
    htmlReport({ title: shownPath(first.path), before: shownPath(first.path), after: 'this run', words, sections }),
  )
  return {
    pass: false,
    message: () =>
      [
        'the pages are not those of their snapshots:',
        ...words.map((line) => `  ${line}`),
        `report: ${shownPath(report)}`,
        'run vitest -u where this is meant',
      ].join('\n'),
  }
}

/** Empty for a page that is the same, or was written. A stored picture that cannot be read is written anew by `-u` too. */
const comparePage = (
  state: MatcherState,
  picture: PagePicture,
  path: string,
  layout: readonly Page[] | undefined,
): readonly Compared[] => {
  const stored = readIfThere(path)
  const { before, unreadable } = stored ? openPicture(stored, path) : {}
  const same = before !== undefined && comparePictures(before, picture).pixels === 0
  const outcome = settleSnapshot(state, { exists: stored !== undefined, same }, () =>
    writeSnapshotFile(path, encodePng(picture)),
  )
  if (outcome !== 'unmatched') return []
  if (unreadable) throw unreadable
  return [{ path, exists: stored !== undefined, ...sectionOf(before, picture, layout) }]
}

const openPicture = (stored: Uint8Array, path: string): { before?: Picture; unreadable?: FormError } => {
  try {
    return { before: decodePng(stored, shownPath(path)) }
  } catch (error) {
    if (error instanceof FormError) return { unreadable: error }
    throw error
  }
}

const sectionOf = (
  before: Picture | undefined,
  after: PagePicture,
  layout: readonly Page[] | undefined,
): { section?: ReportSection } => {
  if (!before) return {}
  const described = layout && describeLayout(layout).pages[after.page - 1]
  const section = pictureSection({ page: after.page, dpi: after.dpi, before, after, layout: described })
  return section ? { section } : {}
}

/** The pages that the document no longer has: their pictures are still there, each of them until the first that is not. */
const pagesBeyond = (state: MatcherState, name: string | undefined, count: number): readonly Compared[] => {
  const path = snapshotPath(state, name, `.page-${count + 1}.png`)
  const stored = readIfThere(path)
  if (!stored) return []
  const outcome = settleSnapshot(state, { exists: true, same: false }, () => removeSnapshotFile(path))
  const { before } = openPicture(stored, path)
  const section = pictureSection({ page: count + 1, dpi: 96, before })
  const gone = outcome === 'unmatched' ? [{ path, exists: true, ...(section ? { section } : {}) }] : []
  return [...gone, ...pagesBeyond(state, name, count + 1)]
}
