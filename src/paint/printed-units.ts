/** What gets a character identifier (CID) of its own in the PDF, and why. */
import type { TextRun } from '../layout/page.js'
import { unitAt } from '../lists/unit-at.js'
import { isVariationSelector } from '../text/clusters.js'

/**
 * What one CID prints. Every code point has its own, even where two share a glyph, so that 一 and ⼀ are copied
 * out of the PDF as what they are.
 *
 * A base with a variation selector is two CIDs: the base in the shape that the selector asks for, which copies as
 * the base, and an invisible selector of no width. One CID that copies as both would be tidier, but MuPDF garbles
 * a CID of three UTF-16 units.
 */
export interface PrintedUnit {
  /** The code point. */
  readonly text: string
  /** The selectors that follow and choose the shape; empty for most. */
  readonly selectors: string
  /** A full-width mark set to half an em has another CID than the whole mark: its width differs. */
  readonly half: TextRun['half']
}

/** Whether every UTF-16 unit of the text is a character by itself, set whole and without selector. */
export function isPlain(text: string, half: TextRun['half']): boolean {
  if (half !== undefined) return false
  const { length } = text
  for (let at = 0; at < length; at++) {
    const unit = unitAt(text, at)
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
    if (isSurrogate || isVariationSelector(unit)) return false
  }
  return true
}

/** Cuts text into code points with their selectors. A selector at the very start stands alone: layout never sends one. */
export function cutSequences(text: string): readonly string[] {
  const units: string[] = []
  for (const character of text) {
    if (units.length > 0 && isVariationSelector(character.codePointAt(0) ?? 0)) units[units.length - 1] += character
    else units.push(character)
  }
  return units
}

/** The units of one code point with its selectors, in printing order. */
export function unitsOf(sequence: string, half: TextRun['half']): readonly PrintedUnit[] {
  const [text = '', ...selectors] = Array.from(sequence)
  return [
    { text, selectors: selectors.join(''), half },
    ...selectors.map((selector) => ({ text: selector, selectors: '', half: undefined })),
  ]
}

/** The key of a unit, or of a whole sequence, in maps; no text contains a line feed. */
export const unitKey = (sequence: string, half: TextRun['half']): string =>
  half === undefined ? sequence : `${sequence}\n${half}`

/** By code point, then by selectors, whole marks before halves: the order of CIDs, whatever order the text came in. */
export const compareUnits = (a: PrintedUnit, b: PrintedUnit): number =>
  (a.text.codePointAt(0) ?? 0) - (b.text.codePointAt(0) ?? 0) ||
  compareSelectors(a.selectors, b.selectors) ||
  halfOrder(a.half) - halfOrder(b.half)

/** By UTF-16 unit: the supplementary selectors come after those of the BMP either way. */
const compareSelectors = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

const halfOrder = (half: TextRun['half']): number => (half === undefined ? 0 : half === 'open' ? 1 : 2)
