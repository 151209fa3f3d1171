/** Pages for tests: lines of text set one below the other, with a frame of rules around them. */
import type { FontFaces } from '../../src/fonts/face.js'
import { type Length, mm, pt } from '../../src/layout/length.js'
import type { Page, Rule, TextRun } from '../../src/layout/page.js'
import { cutSequences } from '../../src/paint/printed-units.js'

export interface FakeRun {
  readonly text: string
  readonly role?: string
  readonly half?: 'open' | 'close'
  readonly letterSpacing?: Length
}

export interface FakeOptions {
  readonly size?: Length
  readonly rules?: boolean
}

const PAPER = { width: mm(210), height: mm(297) }
const MARGIN = mm(14)

/** One page; each line is a list of runs, cut where the face changes, set from the left margin without gaps. */
export function fakePage(
  book: FontFaces,
  lines: readonly (string | readonly FakeRun[])[],
  { size = pt(9), rules = true }: FakeOptions = {},
  number = 1,
): Page {
  const runs = lines.flatMap((line, index) =>
    lineRuns(book, typeof line === 'string' ? [{ text: line }] : line, index, size),
  )
  const cell = {
    role: 'value',
    x: MARGIN,
    y: MARGIN,
    width: PAPER.width - 2 * MARGIN,
    height: PAPER.height - 2 * MARGIN,
    framed: true,
    part: 1,
    parts: 1,
    repeated: false,
  } as const
  return { number, ...PAPER, cells: [cell], runs, rules: rules ? frame() : [] }
}

function lineRuns(book: FontFaces, line: readonly FakeRun[], index: number, size: Length): TextRun[] {
  const baseline = mm(20) + Math.round(index * size * 1.4)
  const runs: TextRun[] = []
  let x = MARGIN
  for (const { text, role = 'song', half, letterSpacing } of line) {
    for (const piece of byFace(book, text, role)) {
      const width = pieceWidth(book, piece, size, half, letterSpacing)
      runs.push({
        cell: 0,
        line: index,
        ...piece,
        size,
        x,
        baseline,
        width,
        ...(half && { half }),
        ...(letterSpacing === undefined ? {} : { letterSpacing }),
      })
      x += width + (letterSpacing ?? 0)
    }
  }
  return runs
}

interface Piece {
  readonly text: string
  readonly face: string
}

function byFace(book: FontFaces, text: string, role: string): Piece[] {
  const pieces: Piece[] = []
  for (const unit of cutSequences(text)) {
    const face = book.chain(role).find((candidate) => candidate.advance(codePoint(unit)) !== undefined)
    if (face === undefined) throw new Error(`no face for ${unit}`)
    const last = pieces.at(-1)
    if (last?.face === face.id) pieces[pieces.length - 1] = { text: last.text + unit, face: face.id }
    else pieces.push({ text: unit, face: face.id })
  }
  return pieces
}

function pieceWidth(book: FontFaces, { text, face: id }: Piece, size: Length, half?: string, spacing = 0): Length {
  const face = book.face(id)
  const units = cutSequences(text)
  const sum = units.reduce((width, unit) => {
    const advance = ((face.advance(codePoint(unit)) ?? 0) * size) / face.unitsPerEm
    return width + Math.round(half ? advance / 2 : advance)
  }, 0)
  return sum + spacing * (units.length - 1)
}

function frame(): Rule[] {
  const [left, right] = [mm(13), mm(197)]
  const [top, bottom] = [mm(13), mm(280)]
  const outer = [
    [left, top, right, top],
    [left, bottom, right, bottom],
    [left, top, left, bottom],
    [right, top, right, bottom],
  ] as const
  const inner = [
    [left, mm(100), right, mm(100)],
    [mm(100), top, mm(100), bottom],
  ] as const
  const rule =
    (width: Length) =>
    ([x1, y1, x2, y2]: readonly [number, number, number, number]): Rule => ({
      x1,
      y1,
      x2,
      y2,
      width,
    })
  return [...outer.map(rule(pt(1))), ...inner.map(rule(pt(0.5)))]
}

const codePoint = (text: string): number => text.codePointAt(0) ?? 0
