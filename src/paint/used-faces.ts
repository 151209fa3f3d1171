/** The faces a document prints with, and the CID of everything that is printed in each. */
import type { Face, FontFaces } from '../fonts/face.js'
import type { Page, TextRun } from '../layout/page.js'
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
  /** Everything else, by `unitKey`, with the units it is printed by. */
  readonly sequences: Map<string, readonly PrintedUnit[]>
}

/** CIDs are two bytes long (Identity-H); no font has more glyphs either. */
const MOST_UNITS = 0xffff

/** By face id. */
export function collectFaces(pages: readonly Page[], book: FontFaces): ReadonlyMap<string, UsedFace> {
  const found = new Map<string, Collected>()
  for (const page of pages) {
    for (const run of page.runs) {
      const collected = found.get(run.face) ?? { units: new Set(), sequences: new Map() }
      found.set(run.face, collected)
      collectRun(run, collected)
    }
  }
  let number = 0
  return new Map([...found].map(([id, collected]) => [id, usedFace(book.face(id), ++number, collected)]))
}

function collectRun({ text, half }: TextRun, { units, sequences }: Collected): void {
  if (isPlain(text, half)) {
    for (let at = 0; at < text.length; at++) units.add(text.charCodeAt(at))
    return
  }
  for (const sequence of cutSequences(text)) {
    const key = unitKey(sequence, half)
    if (!sequences.has(key)) sequences.set(key, unitsOf(sequence, half))
  }
}

function usedFace(face: Face, number: number, { units: plainUnits, sequences }: Collected): UsedFace {
  const distinct = new Map<string, PrintedUnit>()
  for (const unit of plainUnits) {
    const text = String.fromCharCode(unit)
    distinct.set(text, { text, selectors: '', half: undefined })
  }
  for (const parts of sequences.values()) for (const unit of parts) distinct.set(keyOf(unit), unit)
  if (distinct.size > MOST_UNITS) throw new Error(`${distinct.size} different characters in one face`)
  const units = [...distinct.values()].sort(compareUnits)
  const cids = new Map(units.map((unit, index) => [keyOf(unit), stringOf(index + 1)]))
  const codes = new Map<string, readonly string[]>()
  for (const [key, parts] of sequences)
    codes.set(
      key,
      parts.map((unit) => cids.get(keyOf(unit)) ?? ''),
    )
  const plain = new Map<number, string>()
  for (const unit of plainUnits) plain.set(unit, cids.get(String.fromCharCode(unit)) ?? '')
  return { face, resource: `F${number}`, units, codes, plain }
}

const keyOf = ({ text, selectors, half }: PrintedUnit): string =>
  selectors === '' && half === undefined ? text : unitKey(text + selectors, half)

/**
 * A CID within a string of a content stream (ISO 32000-1, 7.3.4.2): two bytes, a letter each, which is half of what hex
 * digits take. Line feeds are escaped though they need not be, so that a stream can be read line by line.
 */
export const stringOf = (cid: number): string => escaped(cid >> 8) + escaped(cid & 0xff)

const ESCAPES = new Map([
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x28, '\\('],
  [0x29, '\\)'],
  [0x5c, '\\\\'],
])

const escaped = (byte: number): string => ESCAPES.get(byte) ?? String.fromCharCode(byte)
