/** The faces a document prints with, and the CID of everything that is printed in each. */
import type { Face, FontFaces } from '../fonts/face.js'
import type { Page } from '../layout/page.js'
import { compareUnits, cutSequences, type PrintedUnit, unitKey, unitsOf } from './printed-units.js'

export interface UsedFace {
  readonly face: Face
  /** Name in the pages' resources, `F1`, `F2` … in the order of first use. */
  readonly resource: string
  /** `units[n]` has CID n + 1; CID 0 is .notdef. */
  readonly units: readonly PrintedUnit[]
  /** The CIDs of a sequence (a code point with its selectors) by its `unitKey`, each as text operators write it. */
  readonly codes: ReadonlyMap<string, readonly string[]>
}

/** Sequences of a face by `unitKey`, with the units each is printed by. */
type Sequences = Map<string, readonly PrintedUnit[]>

/** CIDs are two bytes long (Identity-H); no font has more glyphs either. */
const MOST_UNITS = 0xffff

/** By face id. */
export function collectFaces(pages: readonly Page[], book: FontFaces): ReadonlyMap<string, UsedFace> {
  const found = new Map<string, Sequences>()
  for (const page of pages) {
    for (const run of page.runs) {
      const sequences = found.get(run.face) ?? new Map()
      found.set(run.face, sequences)
      for (const sequence of cutSequences(run.text)) {
        const key = unitKey(sequence, run.half)
        if (!sequences.has(key)) sequences.set(key, unitsOf(sequence, run.half))
      }
    }
  }
  let number = 0
  return new Map([...found].map(([id, sequences]) => [id, usedFace(book.face(id), ++number, sequences)]))
}

function usedFace(face: Face, number: number, sequences: Sequences): UsedFace {
  const distinct = new Map([...sequences.values()].flat().map((unit) => [keyOf(unit), unit]))
  if (distinct.size > MOST_UNITS) throw new Error(`${distinct.size} different characters in one face`)
  const units = [...distinct.values()].sort(compareUnits)
  const cids = new Map(units.map((unit, index) => [keyOf(unit), stringOf(index + 1)]))
  const codes = new Map<string, readonly string[]>()
  for (const [key, parts] of sequences)
    codes.set(
      key,
      parts.map((unit) => cids.get(keyOf(unit)) ?? ''),
    )
  return { face, resource: `F${number}`, units, codes }
}

const keyOf = ({ text, selectors, half }: PrintedUnit): string => unitKey(text + selectors, half)

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
