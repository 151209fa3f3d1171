/** Characters read from a PDF → lines, described as a layout, so that two PDFs are compared in words as two layouts are. */
import type { DescribedCell, DescribedLayout, DescribedRun } from '../layout/described-layout.js'
import type { PrintedCharacter, PrintedPage } from './read-pdf.js'

/** Each line of text is a “cell” of its own: a PDF does not say what belongs together. */
export const describePdf = (pages: readonly PrintedPage[]): DescribedLayout => ({
  pages: pages.map(({ number, width, height, characters }) => ({
    number,
    width: hundredths(width),
    height: hundredths(height),
    cells: splitLines(characters).map(describeLine),
    rules: [],
    marks: [],
  })),
  slack: 1,
})

const hundredths = (mm: number): number => Math.round(mm * 100)

/** Neighbours on a baseline are one line unless there is a hole between them, or a step back. */
const WIDEST_HOLE = 0.6

const splitLines = (
  characters: readonly PrintedCharacter[],
): readonly (readonly [PrintedCharacter, ...PrintedCharacter[]])[] => {
  const lines: [PrintedCharacter, ...PrintedCharacter[]][] = []
  for (const character of characters) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && continues(last, character)) line.push(character)
    else lines.push([character])
  }
  return lines
}

const continues = (before: PrintedCharacter, after: PrintedCharacter): boolean =>
  Math.abs(before.baseline - after.baseline) < 0.05 &&
  Math.abs(after.x - before.x - before.width) < WIDEST_HOLE * Math.max(before.size, after.size)

const describeLine = (line: readonly [PrintedCharacter, ...PrintedCharacter[]], row: number): DescribedCell => {
  const [first] = line
  const last = line.at(-1) ?? first
  return {
    role: 'line',
    x: hundredths(first.x),
    y: hundredths(first.baseline),
    width: hundredths(last.x + last.width) - hundredths(first.x),
    height: 0,
    framed: false,
    row,
    rowSpan: 1,
    column: 0,
    columnSpan: 1,
    part: 1,
    parts: 1,
    repeated: false,
    runs: splitRuns(line).map((run) => describeRun(run, first)),
  }
}

const splitRuns = (line: readonly PrintedCharacter[]): readonly (readonly PrintedCharacter[])[] => {
  const runs: PrintedCharacter[][] = []
  for (const character of line) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && last.font === character.font && last.size === character.size && last.colour === character.colour)
      run.push(character)
    else runs.push([character])
  }
  return runs
}

const describeRun = (run: readonly PrintedCharacter[], start: PrintedCharacter): DescribedRun => {
  const [first = start] = run
  const last = run.at(-1) ?? first
  return {
    line: 0,
    text: run.map(({ text }) => text).join(''),
    face: first.font.replace(/\s/g, '') || 'unnamed',
    size: hundredths(first.size),
    x: hundredths(first.x - start.x),
    baseline: 0,
    width: hundredths(last.x + last.width - first.x),
    colour: first.colour,
  }
}
