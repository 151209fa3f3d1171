/** The faces a document prints with, and the CID of everything that is printed in each. */
import type { Face, FontFaces } from '../fonts/face.js'
import { remembering } from '../fonts/remembering.js'
import type { Page, TextRun } from '../layout/page.js'
import { unitAt } from '../lists/unit-at.js'
import { compareUnits, cutSequences, isPlain, type PrintedUnit, unitKey, unitsOf } from './printed-units.js'

export interface UsedFace {
  readonly face: Face
  /** Name in the pages' resources, `F1`, `F2` … in the order of first use. */
  readonly resource: string
  /** `units[n]` has CID n + 1; CID 0 is .notdef. */
  readonly units: readonly PrintedUnit[]
  /** The CIDs of a sequence (a code point with its selectors) by its `unitKey`, each as text operators write it. */
  readonly codes: ReadonlyMap<string, readonly string[]>
  /** The same for characters of one UTF-16 unit that are set whole, by that unit, of texts that hold nothing else. */
  readonly plain: ReadonlyMap<number, string>
}

/** What a face prints, as it is collected. */
interface Collected {
  /** UTF-16 units that are a character by themselves and are set whole: nearly all there is. */
  readonly units: Set<number>
  /** What is printed otherwise, by `unitKey`. */
  readonly others: Map<string, PrintedUnit>
  /** Everything that stands in a run which is not plain, by `unitKey`, with the units it is printed by. */
  readonly sequences: Map<string, readonly PrintedUnit[]>
}

/** CIDs are two bytes long (Identity-H); no font has more glyphs either. */
const MOST_UNITS = 0xffff

/** By face id. */
export function collectFaces(pages: readonly Page[], book: FontFaces): ReadonlyMap<string, UsedFace> {
  const found = new Map<string, Collected>()
  for (const page of pages) {
    for (const run of page.runs) {
      const collected = found.get(run.face) ?? { units: new Set(), others: new Map(), sequences: new Map() }
      found.set(run.face, collected)
      collectRun(run, collected)
    }
  }
  let number = 0
  return new Map([...found].map(([id, collected]) => [id, usedFace(book.face(id), ++number, collected)]))
}

function collectRun({ text, half }: TextRun, { units, others, sequences }: Collected): void {
  if (isPlain(text, half)) {
    const { length } = text
    for (let at = 0; at < length; at++) units.add(unitAt(text, at))
    return
  }
  for (const sequence of cutSequences(text)) {
    const key = unitKey(sequence, half)
    if (sequences.has(key)) continue
    const parts = unitsOf(sequence, half)
    sequences.set(key, parts)
    for (const unit of parts)
      if (isOneUnit(unit)) units.add(unitAt(unit.text, 0))
      else others.set(keyOf(unit), unit)
  }
}

const isOneUnit = ({ text, selectors, half }: PrintedUnit): boolean =>
  text.length === 1 && selectors === '' && half === undefined

function usedFace(face: Face, number: number, collected: Collected): UsedFace {
  const units = inOrder(collected)
  if (units.length > MOST_UNITS) throw new Error(`${units.length} different characters in one face`)
  const plain = new Map<number, string>()
  const cids = new Map<string, string>()
  units.forEach((unit, index) => {
    const code = stringOf(index + 1)
    if (isOneUnit(unit)) plain.set(unitAt(unit.text, 0), code)
    else cids.set(keyOf(unit), code)
  })
  const codeOf = (unit: PrintedUnit): string =>
    (isOneUnit(unit) ? plain.get(unitAt(unit.text, 0)) : cids.get(keyOf(unit))) ?? ''
  const codes = new Map<string, readonly string[]>()
  for (const [key, parts] of collected.sequences) codes.set(key, parts.map(codeOf))
  return { face, resource: `F${number}`, units, codes, plain }
}

/** The units in the order of their CIDs. */
function inOrder({ units, others }: Collected): readonly PrintedUnit[] {
  // Plain units are sorted as numbers first, which leaves the least to compare.
  const plain = Array.from(Uint16Array.from(units).sort(), plainUnit)
  return others.size === 0 ? plain : [...plain, ...others.values()].sort(compareUnits)
}

const plainUnit = (unit: number): PrintedUnit => ({ text: String.fromCharCode(unit), selectors: '', half: undefined })

const keyOf = ({ text, selectors, half }: PrintedUnit): string => unitKey(text + selectors, half)

/**
 * A CID within a string of a content stream (ISO 32000-1, 7.3.4.2): two bytes, a letter each, which is half of what hex
 * digits take. Line feeds are escaped though they need not be, so that a stream can be read line by line.
 */
export const stringOf = remembering((cid: number): string => escaped(cid >> 8) + escaped(cid & 0xff))

const ESCAPES = new Map([
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x28, '\\('],
  [0x29, '\\)'],
  [0x5c, '\\\\'],
])

const escaped = (byte: number): string => ESCAPES.get(byte) ?? String.fromCharCode(byte)
