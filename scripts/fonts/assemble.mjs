// Assembles a TrueType font from picked glyphs: .notdef, then one glyph for each code point in ascending order.

import { characterMap } from './character-map.mjs'
import { countPoints } from './outline.mjs'
import { padTo4, writeTables } from './sfnt.mjs'

/** @typedef {import('./outline.mjs').Box} Box */
/** @typedef {{ advance: number, record: Buffer }} Glyph  advance in font units; an empty record is a blank */

/**
 * @typedef {object} FontParts
 * @property {number} unitsPerEm
 * @property {Glyph} notdef
 * @property {Map<number, Glyph>} glyphs  by code point
 * @property {Map<number, string>} names  by name id
 * @property {number} weight  as in OS/2, 400 for regular
 * @property {boolean} bold  the bold face of its family
 */

/** The em box: every font has the same ascent and descent, so that a line is as high as its size with every font. */
export const ascentPerEm = 0.88
export const descentPerEm = -0.12

/** 2026-01-01T00:00:00Z in seconds since 1904, fixed so that the same sources give the same bytes. */
const buildTime = (Date.UTC(2026, 0, 1) - Date.UTC(1904, 0, 1)) / 1000
const revision = 0x00010000

/** @param {FontParts} parts */
export function assembleFont(parts) {
  const codePoints = [...parts.glyphs.keys()].sort((a, b) => a - b)
  const glyphs = [parts.notdef, ...codePoints.map((codePoint) => /** @type {Glyph} */ (parts.glyphs.get(codePoint)))]
  const extremes = measure(glyphs)
  return writeTables(
    new Map([
      ['head', head(parts, extremes)],
      ['hhea', hhea(parts, extremes, glyphs.length)],
      ['maxp', maxp(extremes, glyphs.length)],
      ['OS/2', os2(parts, glyphs, codePoints)],
      ['hmtx', hmtx(glyphs)],
      ['cmap', characterMap(codePoints)],
      ...glyphData(glyphs),
      ['name', nameTable(parts.names)],
      ['post', post(parts)],
    ]),
  )
}

/** @typedef {Box & { points: number, contours: number, advance: number, rightBearing: number, extent: number }} Extremes */

/**
 * @param {Glyph[]} glyphs
 * @returns {Extremes}
 */
function measure(glyphs) {
  const extremes = {
    xMin: 0,
    yMin: 0,
    xMax: 0,
    yMax: 0,
    points: 0,
    contours: 0,
    advance: 0,
    rightBearing: 0,
    extent: 0,
  }
  for (const { advance, record } of glyphs) {
    extremes.advance = Math.max(extremes.advance, advance)
    if (record.length === 0) continue
    const { contours, points } = countPoints(record)
    const box = readBox(record)
    extremes.contours = Math.max(extremes.contours, contours)
    extremes.points = Math.max(extremes.points, points)
    extremes.xMin = Math.min(extremes.xMin, box.xMin)
    extremes.yMin = Math.min(extremes.yMin, box.yMin)
    extremes.xMax = Math.max(extremes.xMax, box.xMax)
    extremes.yMax = Math.max(extremes.yMax, box.yMax)
    extremes.rightBearing = Math.min(extremes.rightBearing, advance - box.xMax)
    extremes.extent = Math.max(extremes.extent, box.xMax)
  }
  return extremes
}

/**
 * @param {Buffer} record
 * @returns {Box}
 */
function readBox(record) {
  return {
    xMin: record.readInt16BE(2),
    yMin: record.readInt16BE(4),
    xMax: record.readInt16BE(6),
    yMax: record.readInt16BE(8),
  }
}

/**
 * Records padded to four bytes: some embedders corrupt records of odd length.
 *
 * @param {Glyph[]} glyphs
 */
function glyphData(glyphs) {
  const records = glyphs.map(({ record }) => padTo4(record))
  const loca = Buffer.alloc(4 * (records.length + 1))
  let offset = 0
  for (const [i, record] of records.entries()) {
    offset += record.length
    loca.writeUInt32BE(offset, 4 * (i + 1))
  }
  return /** @type {[string, Buffer][]} */ ([
    ['loca', loca],
    ['glyf', Buffer.concat(records)],
  ])
}

/** @param {Glyph[]} glyphs */
function hmtx(glyphs) {
  const table = Buffer.alloc(4 * glyphs.length)
  for (const [i, { advance, record }] of glyphs.entries()) {
    table.writeUInt16BE(advance, 4 * i)
    table.writeInt16BE(record.length === 0 ? 0 : readBox(record).xMin, 4 * i + 2)
  }
  return table
}

/**
 * @param {FontParts} parts
 * @param {Extremes} extremes
 */
function head({ unitsPerEm, bold }, extremes) {
  const table = Buffer.alloc(54)
  table.writeUInt32BE(0x00010000, 0)
  table.writeUInt32BE(revision, 4)
  table.writeUInt32BE(0x5f0f3cf5, 12)
  table.writeUInt16BE(0b11, 16) // baseline at y 0, left side bearing at xMin
  table.writeUInt16BE(unitsPerEm, 18)
  table.writeBigUInt64BE(BigInt(buildTime), 20)
  table.writeBigUInt64BE(BigInt(buildTime), 28)
  table.writeInt16BE(extremes.xMin, 36)
  table.writeInt16BE(extremes.yMin, 38)
  table.writeInt16BE(extremes.xMax, 40)
  table.writeInt16BE(extremes.yMax, 42)
  table.writeUInt16BE(bold ? 1 : 0, 44)
  table.writeUInt16BE(8, 46) // smallest readable size in pixels
  table.writeInt16BE(2, 48)
  table.writeInt16BE(1, 50) // long loca
  return table
}

/**
 * @param {FontParts} parts
 * @param {Extremes} extremes
 * @param {number} glyphCount
 */
function hhea({ unitsPerEm }, extremes, glyphCount) {
  const table = Buffer.alloc(36)
  table.writeUInt32BE(0x00010000, 0)
  table.writeInt16BE(Math.round(ascentPerEm * unitsPerEm), 4)
  table.writeInt16BE(Math.round(descentPerEm * unitsPerEm), 6)
  table.writeUInt16BE(extremes.advance, 10)
  table.writeInt16BE(extremes.xMin, 12)
  table.writeInt16BE(extremes.rightBearing, 14)
  table.writeInt16BE(extremes.extent, 16)
  table.writeInt16BE(1, 18) // an upright caret
  table.writeUInt16BE(glyphCount, 34)
  return table
}

/**
 * @param {Extremes} extremes
 * @param {number} glyphCount
 */
function maxp(extremes, glyphCount) {
  const table = Buffer.alloc(32)
  table.writeUInt32BE(0x00010000, 0)
  table.writeUInt16BE(glyphCount, 4)
  table.writeUInt16BE(extremes.points, 6)
  table.writeUInt16BE(extremes.contours, 8)
  table.writeUInt16BE(1, 14) // no twilight zone: there are no instructions
  return table
}

/**
 * @param {FontParts} parts
 * @param {Glyph[]} glyphs
 * @param {number[]} codePoints
 */
function os2({ unitsPerEm, weight, bold }, glyphs, codePoints) {
  /** @param {number} em */
  const units = (em) => Math.round(em * unitsPerEm)
  const wide = glyphs.filter(({ advance }) => advance > 0)
  const table = Buffer.alloc(96)
  table.writeUInt16BE(4, 0)
  table.writeInt16BE(Math.round(wide.reduce((sum, { advance }) => sum + advance, 0) / wide.length), 2)
  table.writeUInt16BE(weight, 4)
  table.writeUInt16BE(5, 6) // normal width; fsType at 8 stays 0: embedding is unrestricted
  for (const [i, size] of [0.65, 0.6, 0, 0.075, 0.65, 0.6, 0, 0.35, 0.05, 0.3].entries()) {
    table.writeInt16BE(units(size), 10 + 2 * i) // sub- and superscripts, strikeout
  }
  table.writeUInt8(2, 32) // PANOSE: Latin text
  table.writeUInt32BE(0x08000000, 50) // Unicode ranges, bit 59: CJK unified ideographs
  table.write('NONE', 58, 'latin1')
  table.writeUInt16BE((bold ? 0x20 : 0x40) | 0x80, 62) // bold or regular; use the typographic metrics
  table.writeUInt16BE(Math.min(codePoints.at(0) ?? 0, 0xffff), 64)
  table.writeUInt16BE(Math.min(codePoints.at(-1) ?? 0, 0xffff), 66)
  table.writeInt16BE(units(ascentPerEm), 68)
  table.writeInt16BE(units(descentPerEm), 70)
  table.writeUInt16BE(units(1.16), 74) // where Windows clips
  table.writeUInt16BE(units(0.29), 76)
  table.writeUInt32BE(0x00040001, 78) // code pages: Latin 1, simplified Chinese
  table.writeInt16BE(units(0.52), 86)
  table.writeInt16BE(units(0.73), 88)
  table.writeUInt16BE(0x20, 92)
  table.writeUInt16BE(1, 94)
  return table
}

/** @param {Map<number, string>} names */
function nameTable(names) {
  const entries = [...names].sort(([a], [b]) => a - b)
  const header = Buffer.alloc(6 + 12 * entries.length)
  header.writeUInt16BE(entries.length, 2)
  header.writeUInt16BE(header.length, 4)
  const strings = entries.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  let offset = 0
  for (const [i, [nameId]] of entries.entries()) {
    const length = strings[i]?.length ?? 0
    for (const [field, value] of [3, 1, 0x409, nameId, length, offset].entries()) {
      header.writeUInt16BE(value, 6 + 12 * i + 2 * field)
    }
    offset += length
  }
  return Buffer.concat([header, ...strings])
}

/**
 * Format 3: glyphs have no names.
 *
 * @param {FontParts} parts
 */
function post({ unitsPerEm }) {
  const table = Buffer.alloc(32)
  table.writeUInt32BE(0x00030000, 0)
  table.writeInt16BE(Math.round(-0.1 * unitsPerEm), 8)
  table.writeInt16BE(Math.round(0.05 * unitsPerEm), 10)
  return table
}
