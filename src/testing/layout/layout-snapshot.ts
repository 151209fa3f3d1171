/** Layout → stable, readable text, one line for each cell, piece of text and rule; and back. */
import { FormError } from '../../diagnostics/form-error.js'
import { problem } from '../../diagnostics/make-problem.js'
import type { Page } from '../../layout/page.js'
import {
  type DescribedCell,
  type DescribedLayout,
  type DescribedMark,
  type DescribedPage,
  type DescribedRule,
  type DescribedRun,
  describeLayout,
  type Hundredths,
} from './described-layout.js'

const TITLE = 'jixiao-forms layout 1'
const NOTE =
  '# Millimetres. Cells: left,top width×height on the page. Text: left,baseline width from its cell, size, face.'

/** The snapshot of pages as `layoutForm` returns them. Ends with a line feed. */
export const layoutSnapshot = (pages: readonly Page[]): string => writeSnapshot(describeLayout(pages))

export const writeSnapshot = (layout: DescribedLayout): string =>
  [TITLE, NOTE, ...layout.pages.flatMap((page) => writePage(page, layout.pages.length)), ''].join('\n')

const writePage = (page: DescribedPage, pages: number): readonly string[] => [
  '',
  `page ${page.number} of ${pages}, ${mm(page.width)}×${mm(page.height)}`,
  ...page.cells.flatMap((cell) => [writeCell(cell), ...cell.runs.map(writeRun)]),
  ...page.rules.map(writeRule),
  ...page.marks.map(writeMark),
]

const mm = (length: Hundredths): string => (length / 100).toFixed(2)

const writeCell = (cell: DescribedCell): string => {
  const { role, label, path, row, column, rowSpan = 1, columnSpan = 1 } = cell
  const words = [
    role,
    ...(label === undefined ? [] : [JSON.stringify(label)]),
    ...(path === undefined ? [] : [`<${path}>`]),
    `@ ${mm(cell.x)},${mm(cell.y)} ${mm(cell.width)}×${mm(cell.height)}`,
    ...(row === undefined ? [] : [`row ${span(row, rowSpan)}`]),
    ...(column === undefined ? [] : [`column ${span(column, columnSpan)}`]),
    ...(cell.framed ? ['ruled'] : []),
    ...(cell.parts === 1 ? [] : [`part ${cell.part} of ${cell.parts}`]),
    ...(cell.repeated ? ['again'] : []),
  ]
  return words.join(' ')
}

/** Rows and columns are counted from 1, as people count. */
const span = (first: number, count: number): string => (count === 1 ? `${first + 1}` : `${first + 1}–${first + count}`)

const writeRun = (run: DescribedRun): string => {
  const extra = [
    ...(run.half === undefined ? [] : [` ${run.half}`]),
    ...(run.letterSpacing === undefined ? [] : [` +${mm(run.letterSpacing)}`]),
    ...(run.colour === undefined ? [] : [` ${run.colour}`]),
  ]
  return `  ${run.line + 1}  ${mm(run.x)},${mm(run.baseline)} ${mm(run.width)} ${mm(run.size)} ${run.face}${extra.join('')}  ${JSON.stringify(run.text)}`
}

const writeRule = ({ x1, y1, x2, y2, width }: DescribedRule): string =>
  `rule ${mm(x1)},${mm(y1)} → ${mm(x2)},${mm(y2)} ${mm(width)}`

const writeMark = ({ kind, name, x, y, width, height, rest }: DescribedMark): string =>
  `mark ${kind} ${JSON.stringify(name)} @ ${mm(x)},${mm(y)} ${mm(width)}×${mm(height)} ${rest}`

/** @throws FormError `layout-unreadable` with the line that is none of a snapshot */
export const readLayoutSnapshot = (text: string): DescribedLayout => {
  const pages: { -readonly [K in keyof DescribedPage]: DescribedPage[K] }[] = []
  const lines = text.split(/\r?\n/)
  if (lines[0] !== TITLE) throw unreadable(1, lines[0] ?? '')
  lines.slice(1).forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return
    const page = pages.at(-1)
    const cell = page?.cells.at(-1)
    const [newPage, newCell, newRun, newRule, newMark] = [
      readPage(line),
      readCell(line),
      readRun(line),
      readRule(line),
      readMark(line),
    ]
    if (newPage) pages.push(newPage)
    else if (page && newMark) page.marks = [...page.marks, newMark]
    else if (page && newRule) page.rules = [...page.rules, newRule]
    else if (page && cell && newRun)
      page.cells = [...page.cells.slice(0, -1), { ...cell, runs: [...cell.runs, newRun] }]
    else if (page && newCell) page.cells = [...page.cells, newCell]
    else throw unreadable(index + 2, line)
  })
  return { pages, slack: 0 }
}

const unreadable = (line: number, found: string): FormError =>
  new FormError([problem('layout-unreadable', '', { line, found })], 'file')

const hundredths = (mm: string | undefined): Hundredths => Math.round(Number(mm) * 100)

const NUMBER = '(-?\\d+\\.\\d\\d)'
const PAGE = new RegExp(`^page (\\d+) of \\d+, ${NUMBER}×${NUMBER}$`)
const CELL = new RegExp(
  `^(\\w+)(?: ("(?:[^"\\\\]|\\\\.)*"))?(?: <(.*)>)? @ ${NUMBER},${NUMBER} ${NUMBER}×${NUMBER}(?: row (\\d+)(?:–(\\d+))?)?(?: column (\\d+)(?:–(\\d+))?)?( ruled)?(?: part (\\d+) of (\\d+))?( again)?$`,
)
const RUN = new RegExp(
  `^  (\\d+)  ${NUMBER},${NUMBER} ${NUMBER} ${NUMBER} (\\S+)(?: (open|close))?(?: \\+${NUMBER})?(?: (#\\w+))?  (".*")$`,
)
const MARK = new RegExp(`^mark (\\S+) ("(?:[^"\\\\]|\\\\.)*") @ ${NUMBER},${NUMBER} ${NUMBER}×${NUMBER} (\\{.*\\})$`)
const RULE = new RegExp(`^rule ${NUMBER},${NUMBER} → ${NUMBER},${NUMBER} ${NUMBER}$`)

const readPage = (line: string): DescribedPage | undefined => {
  const found = PAGE.exec(line)
  return found
    ? {
        number: Number(found[1]),
        width: hundredths(found[2]),
        height: hundredths(found[3]),
        cells: [],
        rules: [],
        marks: [],
      }
    : undefined
}

const readCell = (line: string): DescribedCell | undefined => {
  const found = CELL.exec(line)
  if (!found) return undefined
  const [, role, label, path, x, y, width, height, row, lastRow, column, lastColumn, ruled, part, parts, again] = found
  return {
    role: role as DescribedCell['role'],
    ...(label === undefined ? {} : { label: JSON.parse(label) as string }),
    ...(path === undefined ? {} : { path }),
    x: hundredths(x),
    y: hundredths(y),
    width: hundredths(width),
    height: hundredths(height),
    ...(row === undefined ? {} : { row: Number(row) - 1, rowSpan: Number(lastRow ?? row) - Number(row) + 1 }),
    ...(column === undefined
      ? {}
      : { column: Number(column) - 1, columnSpan: Number(lastColumn ?? column) - Number(column) + 1 }),
    framed: ruled !== undefined,
    part: Number(part ?? 1),
    parts: Number(parts ?? 1),
    repeated: again !== undefined,
    runs: [],
  }
}

const readRun = (line: string): DescribedRun | undefined => {
  const found = RUN.exec(line)
  if (!found) return undefined
  const [, number, x, baseline, width, size, face = '', half, letterSpacing, colour, text = '""'] = found
  return {
    line: Number(number) - 1,
    text: JSON.parse(text) as string,
    face,
    size: hundredths(size),
    x: hundredths(x),
    baseline: hundredths(baseline),
    width: hundredths(width),
    ...(half === undefined ? {} : { half: half as 'open' | 'close' }),
    ...(letterSpacing === undefined ? {} : { letterSpacing: hundredths(letterSpacing) }),
    ...(colour === undefined ? {} : { colour }),
  }
}

const readRule = (line: string): DescribedRule | undefined => {
  const found = RULE.exec(line)
  if (!found) return undefined
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, width = 0] = found.slice(1).map(hundredths)
  return { x1, y1, x2, y2, width }
}

const readMark = (line: string): DescribedMark | undefined => {
  const found = MARK.exec(line)
  if (!found) return undefined
  const [, kind = '', name = '""', x, y, width, height, rest = '{}'] = found
  return {
    kind,
    name: JSON.parse(name) as string,
    x: hundredths(x),
    y: hundredths(y),
    width: hundredths(width),
    height: hundredths(height),
    rest,
  }
}
