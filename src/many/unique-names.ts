/** Gives each record a file name of its own, in the order of the records. */
import { fillNameRule, type NameRule } from './file-name.js'

/** The name with its ending. The same records in the same order get the same names. */
export type NameGiver = (data: unknown) => string

const ENDING = '.pdf'

/** Room for the ending and for `-` with a number of nine digits. */
const ROOM = ENDING.length + 10

/**
 * Records of one name get `-2`, `-3` … behind it; also those whose names differ in case only, which most file systems hold
 * to be one. A faulty record keeps its name for itself, so that the others keep theirs when it has been mended.
 */
export const nameGiver = (rule: NameRule): NameGiver => {
  const given = new Set<string>()
  /** The number to try next for a name that has been met before: three thousand records of one name are no quadratic search. */
  const next = new Map<string, number>()
  return (data) => {
    const name = fillNameRule(rule, data, ROOM)
    const folded = foldCase(name)
    let number = next.get(folded) ?? 1
    while (given.has(numbered(folded, number))) number++
    given.add(numbered(folded, number))
    next.set(folded, number + 1)
    return `${numbered(name, number)}${ENDING}`
  }
}

const numbered = (name: string, number: number): string => (number === 1 ? name : `${name}-${number}`)

/**
 * Lower, upper and lower again joins more than any file system does (ß and ss), which costs a needless number and no file;
 * the first lower is for ẞ, which upper leaves as it is. A folder of ext4 that disregards case disregards these marks as well.
 */
const foldCase = (name: string): string =>
  name.replace(IGNORABLE, '').toLowerCase().toUpperCase().toLowerCase().normalize('NFC')

/** Variation selectors, fillers and tags: Unicode's default ignorable ones, by number, for the property grows with each Node. */
const IGNORABLE =
  /[\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0F\uFFA0]|[\u{1BCA0}-\u{1BCA3}]|[\u{1D173}-\u{1D17A}]|[\u{E0000}-\u{E0FFF}]/gu
