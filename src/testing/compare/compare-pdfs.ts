/** Two PDFs, compared by their bytes, their pixels and their words with places: three layers that each see what the others cannot. */
import type { Language } from '../../diagnostics/describe-diagnostic.js'
import { compareLayouts } from '../layout/compare-layouts.js'
import { describeChanges } from '../layout/describe-change.js'
import type { LayoutChange } from '../layout/layout-change.js'
import { describePdf } from '../pdf/describe-pdf.js'
import { compareFingerprints, fingerprint, isTakenApart } from '../pdf/fingerprint.js'
import { compareMetadata, readMetadata } from '../pdf/metadata.js'
import { readPdf } from '../pdf/read-pdf.js'
import { DEFAULT_DPI, type PagePicture, renderPages } from '../pdf/render-pages.js'
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
  const [old, now] = [describePdf(await readPdf(before)), describePdf(await readPdf(after))]
  const changes = compareLayouts(old, now)
  const sections = await compareByPixel(
    { pdf: before, pages: old.pages.length },
    { pdf: after, pages: now.pages.length },
    dpi,
    language,
  )
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

interface Counted {
  readonly pdf: Uint8Array
  readonly pages: number
}

/** Pictures of so many pages are held at a time, for a book has a thousand: each of them takes some 8 MB. */
const AT_A_TIME = 4

/** A report of so many pages has pictures; of more, it is larger than a text may be. Words tell of all. */
const MOST_PICTURED = 50

const compareByPixel = async (
  before: Counted,
  after: Counted,
  dpi: number,
  language: Language,
): Promise<readonly ReportSection[]> => {
  const sections: ReportSection[] = []
  for (let first = 1; first <= Math.max(before.pages, after.pages); first += AT_A_TIME) {
    const [old, now] = [await renderSome(before, first, dpi), await renderSome(after, first, dpi)]
    for (let at = 0; at < Math.max(old.length, now.length); at++) {
      const pictured = sections.length < MOST_PICTURED
      const section = pictureSection({ page: first + at, dpi, before: old[at], after: now[at], pictured }, language)
      if (section) sections.push(section)
    }
  }
  return sections
}

const renderSome = async ({ pdf, pages }: Counted, first: number, dpi: number): Promise<readonly PagePicture[]> => {
  const numbers = Array.from({ length: Math.min(AT_A_TIME, pages - first + 1) }, (_, index) => first + index)
  return numbers.length === 0 ? [] : renderPages(pdf, { dpi, pages: numbers })
}
