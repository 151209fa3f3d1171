/** Page[] → an ordinary pdfmake definition, for programs that print a form inside a pdfmake document of their own. */
import type { CanvasLine, Content, ContentCanvas, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Page, TextRun } from '../layout/page.js'
import { roundedPoints } from './numbers.js'
import { groupRules } from './rule-operators.js'

/** Height of the em box over the baseline, as all shipped fonts have it, in ems. */
const EM_ASCENT = 0.88

/** Rules and text of the pages; `marks` are beyond it. Meaning and arguments as of `toPdfmake`, which refuses pages with marks. */
export function definePages(
  pages: readonly Page[],
  ascent: (face: string) => number = () => EM_ASCENT,
): TDocumentDefinitions {
  const [first] = pages
  if (first === undefined) throw new Error('a document needs a page')
  return {
    version: '1.7',
    language: 'zh-CN',
    pageSize: { width: roundedPoints(first.width), height: roundedPoints(first.height) },
    pageMargins: 0,
    content: pages.flatMap((page, index): Content[] => [
      pageCanvas(page, index),
      ...page.runs.map((run) => textNode(run, ascent(run.face))),
    ]),
  }
}

/** One canvas a page, which opens the page as well. */
function pageCanvas(page: Page, index: number): ContentCanvas {
  const lines = groupRules(page.rules).flatMap(({ width, cap, rules }) =>
    rules.map(
      ({ x1, y1, x2, y2 }): CanvasLine => ({
        type: 'line',
        x1: roundedPoints(x1),
        y1: roundedPoints(y1),
        x2: roundedPoints(x2),
        y2: roundedPoints(y2),
        lineWidth: roundedPoints(width),
        lineCap: cap === 'projecting' ? 'square' : 'butt',
      }),
    ),
  )
  return {
    canvas: lines,
    absolutePosition: { x: 0, y: 0 },
    ...(index === 0 ? {} : { pageBreak: 'before' }),
  }
}

/**
 * pdfmake sets the top of the line at the position, PDFKit the baseline one ascent below it. A line height near
 * zero keeps a line at the paper's foot from opening a page, and font features are off, for the text was measured
 * without: an empty array would not switch them off.
 */
function textNode(run: TextRun, ascent: number): ContentText {
  const size = roundedPoints(run.size)
  return {
    text: run.text,
    font: run.face,
    fontSize: size,
    absolutePosition: { x: leftEdge(run), y: roundedPoints(run.baseline) - ascent * size },
    noWrap: true,
    lineHeight: 0.001,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
    fontFeatures: FEATURES_OFF,
    ...(run.letterSpacing === undefined ? {} : { characterSpacing: roundedPoints(run.letterSpacing) }),
  }
}

/** PDFKit takes an object too, its published types only the array. */
const FEATURES_OFF = { liga: false, kern: false, ccmp: false } as unknown as NonNullable<ContentText['fontFeatures']>

/** A halved opening mark is drawn whole, moved left by its blank half; a halved closing mark just stands. */
const leftEdge = (run: TextRun): number =>
  roundedPoints(run.x) - (run.half === 'open' ? roundedPoints(run.size) / 2 : 0)
