/** A layout as it is snapshotted and compared: whole hundredths of a millimetre, lines measured from their cell. Plain data. */
import type { Cell, CellRole, Page, Rule, TextRun } from '../../layout/page.js'

/** Hundredths of a millimetre, always whole. */
export type Hundredths = number

export interface DescribedRun {
  /** Line of the cell on this page, from 0. */
  readonly line: number
  readonly text: string
  readonly face: string
  readonly size: Hundredths
  /** From the cell's left edge. */
  readonly x: Hundredths
  /** From the cell's upper edge. */
  readonly baseline: Hundredths
  readonly width: Hundredths
  readonly half?: 'open' | 'close'
  readonly letterSpacing?: Hundredths
  /** Known only of text that was read from a PDF, such as `#000000`. */
  readonly colour?: string
}

export interface DescribedCell {
  /** `line` is a line of text read from a PDF, where nothing says what it is. */
  readonly role: CellRole | 'line'
  readonly x: Hundredths
  readonly y: Hundredths
  readonly width: Hundredths
  readonly height: Hundredths
  /** Ruled on all four sides. */
  readonly framed: boolean
  readonly row?: number
  readonly rowSpan?: number
  readonly column?: number
  readonly columnSpan?: number
  readonly path?: string
  readonly label?: string
  readonly part: number
  readonly parts: number
  readonly repeated: boolean
  readonly runs: readonly DescribedRun[]
}

export interface DescribedRule {
  readonly x1: Hundredths
  readonly y1: Hundredths
  readonly x2: Hundredths
  readonly y2: Hundredths
  readonly width: Hundredths
}

/** What stands on a page besides cells and rules, such as a QR code, a watermark or the place of a seal. */
export interface DescribedMark {
  /** Such as `qr`. */
  readonly kind: string
  readonly name: string
  readonly x: Hundredths
  readonly y: Hundredths
  readonly width: Hundredths
  readonly height: Hundredths
  /** Everything else of it, as JSON. */
  readonly rest: string
}

export interface DescribedPage {
  readonly number: number
  readonly width: Hundredths
  readonly height: Hundredths
  /** Sorted by position, whatever order they came in. */
  readonly cells: readonly DescribedCell[]
  /** Horizontal ones from top to bottom, then vertical ones from left to right. */
  readonly rules: readonly DescribedRule[]
  readonly marks: readonly DescribedMark[]
}

export interface DescribedLayout {
  readonly pages: readonly DescribedPage[]
  /** How far the numbers may be off by rounding: 0 where they come from raw units, 1 from a layout in millimetres. */
  readonly slack: 0 | 1
}

/** Raw units a millimetre, as pages have them. */
const RAW_PER_MM = 720

/** Pages as `layoutForm` returns them, in raw units. */
export const describeLayout = (pages: readonly Page[]): DescribedLayout => ({
  pages: pages.map((page) => describePage(page, (raw) => Math.round((raw * 100) / RAW_PER_MM))),
  slack: 0,
})

/** Pages as `toMillimetres` and `jixiao layout` give them. */
export const describeMillimetres = (pages: readonly Page[]): DescribedLayout => ({
  pages: pages.map((page) => describePage(page, (mm) => Math.round(mm * 100))),
  slack: 1,
})

type Rounding = (length: number) => Hundredths

const describePage = (page: Page, round: Rounding): DescribedPage => ({
  number: page.number,
  width: round(page.width),
  height: round(page.height),
  cells: page.cells.map((cell, index) => describeCell(cell, runsOf(page, index), round)).sort(byPosition),
  rules: page.rules.map((rule) => describeRule(rule, round)).sort(byDirection),
  marks: [
    ...[...(page.places ?? []), ...(page.marks ?? [])].map((mark) => describeMark(mark, round)),
    ...page.runs.filter((run) => page.cells[run.cell] === undefined).map((run) => describeStray(run, round)),
  ].sort(byName),
})

const runsOf = ({ runs }: Page, cell: number): readonly TextRun[] => runs.filter((run) => run.cell === cell)

const describeCell = (cell: Cell, runs: readonly TextRun[], round: Rounding): DescribedCell => ({
  ...cell,
  x: round(cell.x),
  y: round(cell.y),
  width: round(cell.width),
  height: round(cell.height),
  runs: runs.map((run) => describeRun(run, cell, round)).sort((a, b) => a.line - b.line || a.x - b.x),
})

/** The distance is rounded and not the two places, or it would flicker when the cell moves. */
const describeRun = (run: TextRun, cell: Cell, round: Rounding): DescribedRun => ({
  line: run.line,
  text: run.text,
  face: run.face,
  size: round(run.size),
  x: round(run.x - cell.x),
  baseline: round(run.baseline - cell.y),
  width: round(run.width),
  ...(run.half === undefined ? {} : { half: run.half }),
  ...(run.letterSpacing === undefined ? {} : { letterSpacing: round(run.letterSpacing) }),
})

const describeRule = ({ x1, y1, x2, y2, width }: Rule, round: Rounding): DescribedRule => ({
  x1: round(Math.min(x1, x2)),
  y1: round(Math.min(y1, y2)),
  x2: round(Math.max(x1, x2)),
  y2: round(Math.max(y1, y2)),
  width: round(width),
})

/** Text that belongs to no cell of its page is printed all the same. */
const describeStray = ({ text, x, baseline, width, size, face }: TextRun, round: Rounding): DescribedMark => ({
  kind: 'text',
  name: text,
  x: round(x),
  y: round(baseline),
  width: round(width),
  height: round(size),
  rest: JSON.stringify({ face }),
})

/** A total order: cells of the same box are told apart by what they are. */
const byPosition = (a: DescribedCell, b: DescribedCell): number =>
  a.y - b.y || a.x - b.x || a.height - b.height || a.width - b.width || compareText(identity(a), identity(b))

const identity = ({ role, path, runs }: DescribedCell): string =>
  `${role} ${path ?? ''} ${runs.map((run) => run.text).join('')}`

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

type MarkOfPage = NonNullable<Page['marks']>[number] | NonNullable<Page['places']>[number]

const describeMark = (mark: MarkOfPage, round: Rounding): DescribedMark => {
  const { kind, name, text, place, x, y, width = 0, height = 0, size = 0, ...rest } = mark as MarkFields
  return {
    kind,
    name: name ?? text ?? place ?? '',
    x: round(x),
    y: round(y),
    width: round(width || size),
    height: round(height || size),
    rest: JSON.stringify(rest),
  }
}

interface MarkFields {
  readonly kind: string
  readonly name?: string
  readonly text?: string
  readonly place?: string
  readonly x: number
  readonly y: number
  readonly width?: number
  readonly height?: number
  readonly size?: number
}

const byName = (a: DescribedMark, b: DescribedMark): number =>
  compareText(a.kind, b.kind) || compareText(a.name, b.name) || a.y - b.y || a.x - b.x

const isUpright = ({ y1, y2 }: DescribedRule): number => (y1 === y2 ? 0 : 1)

const byDirection = (a: DescribedRule, b: DescribedRule): number =>
  isUpright(a) - isUpright(b) ||
  (isUpright(a) ? a.x1 - b.x1 || a.y1 - b.y1 : a.y1 - b.y1 || a.x1 - b.x1) ||
  a.x2 - b.x2 ||
  a.y2 - b.y2 ||
  a.width - b.width
