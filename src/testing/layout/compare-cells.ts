/** What changed inside cells: their words, their lines, how and where the text is set, which part they are, and whether they are framed. */
import { cellName, shorten, textOf } from './cell-name.js'
import { compareTexts } from './compare-texts.js'
import type { DescribedCell, DescribedRun } from './described-layout.js'
import type { LayoutChange } from './layout-change.js'
import type { MatchedCells, PlacedCell } from './match-cells.js'

/** @param slack how far lengths may be off by rounding, in hundredths of a millimetre */
export const compareCells = (pairs: MatchedCells['pairs'], slack: number): readonly LayoutChange[] => {
  const fields = {
    before: fieldTexts(pairs.map(({ before }) => before)),
    after: fieldTexts(pairs.map(({ after }) => after)),
  }
  return pairs.flatMap(({ before, after }) => {
    const at = { page: before.page.number, cell: cellName(before.cell) }
    return [
      ...compareParts(before.cell, after.cell, at),
      ...compareFrames(before.cell, after.cell, at),
      ...compareWords(before.cell, after.cell, at, fields, slack),
    ]
  })
}

interface At {
  readonly page: number
  readonly cell: string
}

interface FieldTexts {
  readonly before: ReadonlyMap<string, string>
  readonly after: ReadonlyMap<string, string>
}

const partsKey = ({ path, column, repeated }: DescribedCell): string | undefined =>
  path === undefined || repeated ? undefined : `${path} ${column ?? ''}`

/** The words of a field over all its page parts: a break that moved changes no word. */
const fieldTexts = (cells: readonly PlacedCell[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  for (const { cell } of cells) {
    const key = partsKey(cell)
    if (key !== undefined) texts.set(key, (texts.get(key) ?? '') + textOf(cell))
  }
  return texts
}

const compareParts = (before: DescribedCell, after: DescribedCell, at: At): readonly LayoutChange[] => {
  const withRole = before.role !== after.role
  const [old, now] = [partWords(before, withRole), partWords(after, withRole)]
  return old === now ? [] : [{ kind: 'cell-part', ...at, before: old, after: now }]
}

const compareFrames = (before: DescribedCell, after: DescribedCell, at: At): readonly LayoutChange[] =>
  before.framed === after.framed ? [] : [{ kind: 'cell-framed', ...at, framed: after.framed }]

/** Such as `part 2 of 3, again`. */
const partWords = ({ role, part, parts, repeated }: DescribedCell, withRole: boolean): string =>
  `${withRole ? `${role}, ` : ''}part ${part} of ${parts}${repeated ? ', again' : ''}`

const compareWords = (
  before: DescribedCell,
  after: DescribedCell,
  at: At,
  fields: FieldTexts,
  slack: number,
): readonly LayoutChange[] => {
  const key = partsKey(before)
  const sameField =
    key !== undefined && before.parts + after.parts > 2 && fields.before.get(key) === fields.after.get(key)
  const difference = sameField ? undefined : compareTexts(textOf(before), textOf(after))
  if (difference) return [{ kind: 'text', ...at, difference }]
  const [old, now] = [linesOf(before), linesOf(after)]
  if (old.join('\n') !== now.join('\n')) return [{ kind: 'relined', ...at, before: old.length, after: now.length }]
  return compareSetting(before, after, at, slack)
}

const linesOf = ({ runs }: DescribedCell): readonly string[] => {
  const lines: string[] = []
  for (const run of runs) lines[run.line] = (lines[run.line] ?? '') + run.text
  return lines
}

const compareSetting = (
  before: DescribedCell,
  after: DescribedCell,
  at: At,
  slack: number,
): readonly LayoutChange[] => {
  // Other runs of the same lines: another face in between, or another half mark. Told by the first that differs.
  const index = before.runs.findIndex((run, i) => !sameRun(run, after.runs[i], slack))
  const [old, now] = [before.runs[index], after.runs[index]]
  if (!old || !now) return []
  if (old.text !== now.text)
    return [
      { kind: 'set', ...at, what: 'pieces', before: shorten(old.text), after: shorten(now.text) },
      ...(old.face === now.face
        ? []
        : [{ kind: 'set', ...at, what: 'face', before: old.face, after: now.face } as const]),
    ]
  const settings = settingsOf(old).flatMap(([what, value], i): readonly LayoutChange[] => {
    const other = settingsOf(now)[i]?.[1] ?? ''
    return value === other || (isLength(what) && Math.abs(Number(value) - Number(other)) <= slack / 100 + 1e-9)
      ? []
      : [{ kind: 'set', ...at, what, before: value, after: other }]
  })
  const [dx, dy] = [now.x - old.x, now.baseline - old.baseline]
  // Text that stands in the middle goes down by half of what its cell grew by.
  const centred = after.height !== before.height && Math.abs(2 * dy - (after.height - before.height)) <= 2
  const moved = Math.abs(dx) > slack || (Math.abs(dy) > slack && !centred)
  return moved ? [...settings, { kind: 'text-moved', ...at, dx, dy }] : settings
}

const sameRun = (a: DescribedRun, b: DescribedRun | undefined, slack: number): boolean =>
  b !== undefined &&
  a.text === b.text &&
  a.face === b.face &&
  a.half === b.half &&
  a.colour === b.colour &&
  [
    a.size - b.size,
    a.x - b.x,
    a.baseline - b.baseline,
    a.width - b.width,
    (a.letterSpacing ?? 0) - (b.letterSpacing ?? 0),
  ].every((by) => Math.abs(by) <= slack)

type What = Extract<LayoutChange, { kind: 'set' }>['what']

const isLength = (what: What): boolean => what === 'size' || what === 'width' || what === 'spacing'

const settingsOf = (run: DescribedRun): readonly (readonly [What, string])[] => [
  ['face', run.face],
  ['size', String(run.size / 100)],
  ['colour', run.colour ?? ''],
  ['half', run.half ?? ''],
  ['spacing', String((run.letterSpacing ?? 0) / 100)],
  ['width', String(run.width / 100)],
]
