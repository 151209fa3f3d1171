/** Text as PDF operators (ISO 32000-1, 9.4): one text object a page, one string per line and face where it can be. */
import type { Page, TextRun } from '../layout/page.js'
import { flatMap } from '../lists/flat-map.js'
import { unitAt } from '../lists/unit-at.js'
import { hasAttached, splitClusters } from '../text/clusters.js'
import { decimal, points } from './numbers.js'
import { cutSequences, isPlain, unitKey } from './printed-units.js'
import type { UsedFace } from './used-faces.js'

type Faces = ReadonlyMap<string, UsedFace>

/** Runs that are printed by one operator, because each begins where the one before it ends. */
interface Piece {
  readonly first: TextRun
  readonly runs: readonly TextRun[]
}

/** @param openings an operator that opens marked content, for each stretch of neighbouring runs of one cell */
export function textOperators(page: Page, faces: Faces, openings?: readonly string[]): string {
  if (page.runs.length === 0) return ''
  const state = { font: '', spacing: '0 Tc\n' }
  const pieces = joinRuns(page.runs)
  const lines = pieces.map((piece) => pieceOperators(piece, faces, state))
  return ['BT', ...(openings ? markLines(pieces, lines, openings) : lines), 'ET'].join('\n')
}

/** Marked content within the text object, so that font and spacing stay set from one stretch to the next (14.6.1). */
function markLines(pieces: readonly Piece[], lines: readonly string[], openings: readonly string[]): readonly string[] {
  let stretch = 0
  const marked = flatMap(lines, (line, index) => {
    const begins = pieces[index]?.first.cell !== pieces[index - 1]?.first.cell
    if (!begins) return [line]
    const opening = openings[stretch++] ?? ''
    return index === 0 ? [opening, line] : ['EMC', opening, line]
  })
  return [...marked, 'EMC']
}

function joinRuns(runs: readonly TextRun[]): Piece[] {
  const pieces: { first: TextRun; runs: TextRun[] }[] = []
  let last: TextRun | undefined
  for (const run of runs) {
    const piece = pieces.at(-1)
    if (piece !== undefined && last !== undefined && continues(last, run)) piece.runs.push(run)
    else pieces.push({ first: run, runs: [run] })
    last = run
  }
  return pieces
}

/**
 * A halved mark has a CID of half the width, so it joins its neighbours without any correction in between.
 * Letter spacing stands after every cluster of a run but its last: a gap of that size joins two runs too.
 */
function continues(before: TextRun, after: TextRun): boolean {
  const spacing = before.letterSpacing ?? 0
  return (
    before.cell === after.cell &&
    before.line === after.line &&
    before.face === after.face &&
    before.size === after.size &&
    before.baseline === after.baseline &&
    spacing === (after.letterSpacing ?? 0) &&
    before.x + before.width + spacing === after.x
  )
}

/** PDFKit turned the page's y axis downwards, so the text matrix turns the letters up again. */
function pieceOperators(piece: Piece, faces: Faces, state: { font: string; spacing: string }): string {
  const { first, runs } = piece
  const used = faces.get(first.face)
  if (used === undefined) throw new Error(`face ${first.face} was not collected`)
  const font = `/${used.resource} ${points(first.size)} Tf\n`
  const spacing = `${points(first.letterSpacing ?? 0)} Tc\n`
  const changes = (font === state.font ? '' : font) + (spacing === state.spacing ? '' : spacing)
  state.font = font
  state.spacing = spacing
  return `${changes}1 0 0 -1 ${points(first.x)} ${points(first.baseline)} Tm\n${showOperator(runs, used)}`
}

/** Stands for the number that takes letter spacing back; no byte of a string. */
const TAKEN_BACK = '\uFFFF'

function showOperator(runs: readonly TextRun[], used: UsedFace): string {
  const [first] = runs
  let shown = ''
  for (const run of runs) shown += runCodes(run, used)
  if (first?.letterSpacing === undefined || !shown.includes(TAKEN_BACK)) return `(${shown}) Tj`
  return `[(${shown.replaceAll(TAKEN_BACK, `)${decimal((1000 * first.letterSpacing) / first.size)}(`)})] TJ`
}

/**
 * The CIDs of a run. Tc is added after every CID, also between a base and its combining mark, where layout put
 * none: there the distance is taken back, in thousandths of the type size.
 */
function runCodes(run: TextRun, used: UsedFace): string {
  const { text, half, letterSpacing } = run
  const spread = letterSpacing !== undefined && hasAttached(text)
  if (!spread) return isPlain(text, half) ? plainCodes(text, used) : codesOf(text, run, used, '')
  let shown = ''
  for (const cluster of splitClusters(text)) shown += codesOf(cluster, run, used, TAKEN_BACK)
  return shown
}

function plainCodes(text: string, { plain, face }: UsedFace): string {
  let shown = ''
  const { length } = text
  for (let at = 0; at < length; at++) {
    const code = plain.get(unitAt(text, at))
    if (code === undefined) throw new Error(`no CID for ${JSON.stringify(text[at])} in ${face.id}`)
    shown += code
  }
  return shown
}

/** The CIDs of a text, with `between` between them. */
function codesOf(text: string, run: TextRun, used: UsedFace, between: string): string {
  let shown = ''
  for (const sequence of cutSequences(text)) {
    const codes = used.codes.get(unitKey(sequence, run.half)) ?? [plainCodes(sequence, used)]
    for (const code of codes) shown += shown === '' ? code : between + code
  }
  return shown
}
