/** Two PDFs, compared by their bytes, their pixels and their words with places: three layers that each see what the others cannot. */
import type { Language } from '../../diagnostics/describe-diagnostic.js'
import { compareLayouts } from '../layout/compare-layouts.js'
import { describeChanges } from '../layout/describe-change.js'
import type { LayoutChange } from '../layout/layout-change.js'
import { describePdf } from '../pdf/describe-pdf.js'
import { compareFingerprints, fingerprint, isTakenApart } from '../pdf/fingerprint.js'
import { compareMetadata, readMetadata } from '../pdf/metadata.js'
import { readPdf } from '../pdf/read-pdf.js'
import { DEFAULT_DPI, renderPages } from '../pdf/render-pages.js'
import type { ReportSection } from '../report/html-report.js'
import { pictureSection } from '../report/picture-section.js'

export interface PdfComparison {
  /** Every byte is the same. */
  readonly sameBytes: boolean
  /** Every pixel of every page and every character with place, font and colour are the same. */
  readonly samePaper: boolean
  /** What changed in the text, its places, fonts and colours. */
  readonly changes: readonly LayoutChange[]
  /** All differences in words: text first, then pixels, then bytes. */
  readonly words: readonly string[]
  /** A section for each page whose pictures differ. */
  readonly sections: readonly ReportSection[]
}

export interface CompareOptions {
  readonly dpi?: number | undefined
  /** Language of the words. Default: English. */
  readonly language?: Language | undefined
}

/** @throws FormError `peer-missing`, `pdf-unreadable`, `page-too-large` */
export const comparePdfs = async (
  before: Uint8Array,
  after: Uint8Array,
  { dpi = DEFAULT_DPI, language = 'en' }: CompareOptions = {},
): Promise<PdfComparison> => {
  if (Buffer.compare(before, after) === 0)
    return { sameBytes: true, samePaper: true, changes: [], words: [], sections: [] }
  const changes = compareLayouts(describePdf(await readPdf(before)), describePdf(await readPdf(after)))
  const sections = await compareByPixel(before, after, dpi, language)
  const samePaper = changes.length === 0 && sections.length === 0
  const words = [
    ...describeChanges(changes, language),
    ...sections.flatMap((section) => section.words),
    ...(await compareBytes(before, after, samePaper, language)),
  ]
  return { sameBytes: false, samePaper, changes, words, sections }
}

/** Files that another program wrote, or that were signed, are compared by what they say of themselves. */
const compareBytes = async (
  before: Uint8Array,
  after: Uint8Array,
  samePaper: boolean,
  language: Language,
): Promise<readonly string[]> => {
  const prints = [fingerprint(before), fingerprint(after)] as const
  const told = prints.every(isTakenApart)
    ? []
    : compareMetadata(await readMetadata(before), await readMetadata(after), language)
  return told.length > 0 ? told : compareFingerprints(...prints, language, samePaper)
}

const compareByPixel = async (
  before: Uint8Array,
  after: Uint8Array,
  dpi: number,
  language: Language,
): Promise<readonly ReportSection[]> => {
  const [old, now] = [await renderPages(before, { dpi }), await renderPages(after, { dpi })]
  const pairs = Array.from({ length: Math.max(old.length, now.length) }, (_, index) => ({
    page: index + 1,
    dpi,
    before: old[index],
    after: now[index],
  }))
  return pairs.map((pair) => pictureSection(pair, language)).filter((section) => section !== undefined)
}
