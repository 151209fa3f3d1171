/** The faces of a book: CIDs are given as pages come, so that none waits for the last character of the book. */
import type { Face, FontFaces } from '../../fonts/face.js'
import type { Page } from '../../layout/page.js'
import { unitAt } from '../../lists/unit-at.js'
import { cutSequences, type PrintedUnit, unitKey, unitsOf } from '../printed-units.js'
import { stringOf, type UsedFace } from '../used-faces.js'

export interface GrowingFaces {
  /** The faces of these pages by face id, with a CID for everything they print. Pages of one form are given together. */
  readonly collect: (pages: readonly Page[]) => ReadonlyMap<string, UsedFace>
  /** Every face so far, in the order of first use. */
  readonly all: () => readonly UsedFace[]
}

/** CIDs are two bytes long (Identity-H). */
const MOST_UNITS = 0xffff

/** A font object of one face. A face that prints more than a font object has CIDs for goes on in another one. */
interface Volume extends UsedFace {
  readonly units: PrintedUnit[]
  readonly codes: Map<string, readonly string[]>
  readonly plain: Map<number, string>
  readonly cids: Map<string, string>
  /** 1 for every UTF-16 unit that has a CID by itself: most runs have no other, and are known at a glance. */
  readonly known: Uint8Array
}

/** Sequences of one face by their `unitKey`, with the units each is printed by. */
type Sequences = Map<string, readonly PrintedUnit[]>

/** @param most units of a font object; for tests, which have no 65,535 characters */
export function growFaces(book: FontFaces, most = MOST_UNITS): GrowingFaces {
  const volumes: Volume[] = []
  const open = new Map<string, Volume>()
  const openVolume = (face: Face): Volume => {
    const resource = `F${volumes.length + 1}`
    const known = new Uint8Array(MOST_UNITS + 1)
    const volume: Volume = {
      face,
      resource,
      units: [],
      codes: new Map(),
      plain: new Map(),
      cids: new Map(),
      known,
    }
    volumes.push(volume)
    open.set(face.id, volume)
    return volume
  }
  const collect = (pages: readonly Page[]): ReadonlyMap<string, UsedFace> => {
    for (const [id, fresh] of findFresh(pages, open)) {
      const volume = open.get(id) ?? openVolume(book.face(id))
      if (fits(volume, fresh, most)) addSequences(volume, fresh)
      else addSequences(openVolume(volume.face), sequencesOf(pages, id), most)
    }
    return open
  }
  return { collect, all: () => volumes }
}

/** What the pages print and the open font objects have no CID for yet. A face that is new has an entry even so. */
function findFresh(pages: readonly Page[], open: ReadonlyMap<string, Volume>): ReadonlyMap<string, Sequences> {
  const fresh = new Map<string, Sequences>()
  for (const { runs } of pages) {
    for (const { face, text, half } of runs) {
      const volume = open.get(face)
      if (volume !== undefined && half === undefined && isKnown(volume, text)) continue
      for (const sequence of cutSequences(text)) {
        const key = unitKey(sequence, half)
        if (volume?.codes.has(key) !== true) entryOf(fresh, face).set(key, unitsOf(sequence, half))
      }
    }
  }
  return fresh
}

/** A selector is never known by itself, so a base that one follows is looked up with it; nor is a surrogate. */
function isKnown({ known }: Volume, text: string): boolean {
  const { length } = text
  for (let at = 0; at < length; at++) if (known[unitAt(text, at)] === 0) return false
  return true
}

function sequencesOf(pages: readonly Page[], id: string): Sequences {
  return findFresh(pages, new Map()).get(id) ?? new Map()
}

function entryOf(map: Map<string, Sequences>, face: string): Sequences {
  const found = map.get(face) ?? new Map()
  map.set(face, found)
  return found
}

const fits = ({ units }: Volume, fresh: Sequences, most: number): boolean =>
  units.length + [...fresh.values()].flat().length <= most

function addSequences(volume: Volume, sequences: Sequences, most = MOST_UNITS): void {
  for (const [key, units] of sequences) {
    const codes = units.map((unit) => cidOf(volume, unit))
    volume.codes.set(key, codes)
    if (key.length > 1) continue
    volume.known[key.charCodeAt(0)] = 1
    volume.plain.set(key.charCodeAt(0), codes.join(''))
  }
  if (volume.units.length > most) throw new Error(`${volume.units.length} different characters in one face of one form`)
}

function cidOf({ units, cids }: Volume, unit: PrintedUnit): string {
  const key = unitKey(unit.text + unit.selectors, unit.half)
  const known = cids.get(key)
  if (known !== undefined) return known
  units.push(unit)
  const cid = stringOf(units.length)
  cids.set(key, cid)
  return cid
}
