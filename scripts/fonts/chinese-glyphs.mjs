// The glyphs that differ from the source: tabular digits, dashes and dots of mainland use, ballot marks, small digits.

import { ballotBox, cross, emMiddle, rectangle, tick } from './drawing.mjs'
import { boundingBox, centreAt, readOutline, transform, writeRecord } from './outline.mjs'

/** @typedef {import('./outline.mjs').Outline} Outline */
/** @typedef {import('./source-font.mjs').SourceFont} SourceFont */
/** @typedef {{ advance: number, record: Buffer }} Glyph */

/**
 * @typedef {object} Design  what the drawn glyphs need to know of a font of 1000 units per em
 * @property {number} tabularZero  glyph index of the tabular 0; 1 to 9 follow it
 * @property {number} dash  thickness of —
 * @property {number} stroke  thickness of the lines of ☐ ☒ ✗
 * @property {number} dot  diameter of ·
 */

/** How far subscripts reach below the baseline. */
const subscriptDrop = 140

/** ¹ ² ³ ⁴ by digit. */
const sourceSuperscripts = new Map([
  [1, 0xb9],
  [2, 0xb2],
  [3, 0xb3],
  [4, 0x2074],
])

/**
 * @param {SourceFont} source
 * @param {Design} design
 * @returns {Map<number, Glyph>} glyphs by code point, to be taken in place of the source's
 */
export function chineseGlyphs(source, design) {
  return new Map([
    ...tabularDigits(source, design),
    ...dashes(design),
    ...middleDot(source, design),
    ...almostEqual(source),
    ...ballotMarks(design),
    ...smallDigits(source),
    ...combiningMarks(source),
    ...spaces(source, design),
  ])
}

/**
 * Digits of one width, so that columns of amounts stand. The source maps 0 to 9 to proportional ones.
 *
 * @param {SourceFont} source
 * @param {Design} design
 * @returns {[number, Glyph][]}
 */
function tabularDigits(source, design) {
  return Array.from({ length: 10 }, (_, digit) => {
    const glyph = design.tabularZero + digit
    return [0x30 + digit, { advance: source.advance(glyph), record: source.record(glyph) }]
  })
}

/**
 * — fills its em from edge to edge, so that —— is one line of two ems (GB/T 15834-2011, 5.1.4).
 *
 * @param {Design} design
 * @returns {[number, Glyph][]}
 */
function dashes({ dash }) {
  const foot = emMiddle - dash / 2
  /** @type {[number, number][]} */
  const widths = [
    [0x2014, 1000],
    [0x2015, 1000],
    [0x2e3a, 2000],
    [0x2e3b, 3000],
  ]
  return widths.map(([codePoint, width]) => [codePoint, drawn(width, rectangle(0, foot, width, foot + dash))])
}

/**
 * · takes half an em and stands in its middle (GB/T 15834-2011, 5.1.7).
 *
 * @param {SourceFont} source
 * @param {Design} design
 * @returns {[number, Glyph][]}
 */
function middleDot(source, { dot }) {
  const outline = outlineOf(source, 0xb7)
  const { xMin, xMax } = boundingBox(outline)
  return [[0xb7, drawn(500, centreAt(outline, { scale: dot / (xMax - xMin), x: 250, y: emMiddle }))]]
}

/**
 * ≒, the one character of GBK that the sources lack: ＝ with two dots of ….
 *
 * @param {SourceFont} source
 * @returns {[number, Glyph][]}
 */
function almostEqual(source) {
  const equals = outlineOf(source, 0xff1d)
  const dot = outlineOf(source, 0x2026).slice(0, 1)
  const { yMin, yMax } = boundingBox(equals)
  const upper = centreAt(dot, { x: 220, y: yMax + 120 })
  const lower = centreAt(dot, { x: 780, y: yMin - 120 })
  return [[0x2252, drawn(1000, [...equals, ...upper, ...lower])]]
}

/**
 * ☐ ☑ ☒ ✔ ✗ ✘
 *
 * @param {Design} design
 * @returns {[number, Glyph][]}
 */
function ballotMarks({ stroke }) {
  const box = ballotBox(stroke)
  const smallTick = centreAt(tick(), { scale: 0.66, x: 500, y: emMiddle })
  return [
    [0x2610, drawn(1000, box)],
    [0x2611, drawn(1000, [...box, ...smallTick])],
    [0x2612, drawn(1000, [...box, ...cross(220, 1.2 * stroke)])],
    [0x2714, drawn(1000, tick())],
    [0x2717, drawn(1000, cross(320, 1.3 * stroke))],
    [0x2718, drawn(1000, cross(320, 2.6 * stroke))],
  ]
}

/**
 * ⁰ to ⁹ and ₀ to ₉, for CO₂ or 10⁶. The source has ¹ ² ³ ⁴; they serve for ₁ ₂ ₃ ₄ too. The others are taken out of the
 * circled digits, whose strokes are made for a small size.
 *
 * @param {SourceFont} source
 * @returns {[number, Glyph][]}
 */
function smallDigits(source) {
  const two = boundingBox(outlineOf(source, 0xb2))
  const circledTwo = boundingBox(insideCircle(source, 2))
  const scale = (two.yMax - two.yMin) / (circledTwo.yMax - circledTwo.yMin)
  const advance = source.advance(glyphOf(source, 0xb2))
  /** @type {[number, Glyph][]} */
  const glyphs = []
  for (let digit = 0; digit <= 9; digit++) {
    const own = sourceSuperscripts.get(digit)
    const raised =
      own === undefined
        ? transform(insideCircle(source, digit), {
            scale,
            dx: advance / 2 - scale * 500,
            dy: two.yMin - scale * circledTwo.yMin,
          })
        : outlineOf(source, own)
    const lowered = transform(raised, { dy: -two.yMin - subscriptDrop })
    glyphs.push([own ?? 0x2070 + digit, drawn(advance, raised)], [0x2080 + digit, drawn(advance, lowered)])
  }
  return glyphs
}

/**
 * The digit of ⓪ to ⑨ without the circle.
 *
 * @param {SourceFont} source
 * @param {number} digit
 * @returns {Outline}
 */
function insideCircle(source, digit) {
  const circled = outlineOf(source, digit === 0 ? 0x24ea : 0x245f + digit)
  return circled.filter((contour) => {
    const { xMin, xMax } = boundingBox([contour])
    return xMax - xMin < 500
  })
}

/**
 * The tone marks stand over the letter before them. In the source a positioning table brings them there; this font has
 * none, so they are put over a letter of middle width. (Whole letters such as ǎ have glyphs of their own.)
 *
 * @param {SourceFont} source
 * @returns {[number, Glyph][]}
 */
function combiningMarks(source) {
  return [0x300, 0x301, 0x304, 0x307, 0x30c].map((codePoint) => {
    const outline = outlineOf(source, codePoint)
    const { xMin, xMax } = boundingBox(outline)
    return [codePoint, drawn(0, transform(outline, { dx: -275 - (xMin + xMax) / 2 }))]
  })
}

/**
 * The spaces of Unicode that have a width.
 *
 * @param {SourceFont} source
 * @param {Design} design
 * @returns {[number, Glyph][]}
 */
function spaces(source, { tabularZero }) {
  /** @type {[number, number][]} */
  const widths = [
    [0x2000, 500],
    [0x2001, 1000],
    [0x2002, 500],
    [0x2003, 1000],
    [0x2004, 333],
    [0x2005, 250],
    [0x2006, 167],
    [0x2007, source.advance(tabularZero)],
    [0x2008, source.advance(glyphOf(source, 0x2e))],
    [0x2009, 200],
    [0x200a, 100],
    [0x202f, 200],
    [0x205f, 222],
  ]
  return widths.map(([codePoint, advance]) => [codePoint, { advance, record: Buffer.alloc(0) }])
}

/**
 * @param {number} advance
 * @param {Outline} outline
 * @returns {Glyph}
 */
function drawn(advance, outline) {
  return { advance, record: writeRecord(transform(outline, {})) }
}

/**
 * @param {SourceFont} source
 * @param {number} codePoint
 */
function outlineOf(source, codePoint) {
  return readOutline(source.record(glyphOf(source, codePoint)))
}

/**
 * @param {SourceFont} source
 * @param {number} codePoint
 */
function glyphOf(source, codePoint) {
  const glyph = source.glyphOf.get(codePoint)
  if (glyph === undefined) throw new Error(`the source has no U+${codePoint.toString(16)}`)
  return glyph
}
