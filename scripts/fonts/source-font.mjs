// A font to pick glyphs from: its character map, advances, glyph records and names.

import { readTables, required } from './sfnt.mjs'

/**
 * @typedef {object} SourceFont
 * @property {number} unitsPerEm
 * @property {Map<number, number>} glyphOf  glyph index by code point
 * @property {(glyph: number) => number} advance  in font units
 * @property {(glyph: number) => Buffer} record  the record in `glyf`; empty for a blank
 * @property {Map<number, string>} names  English names by name id
 */

/**
 * @param {Buffer} file
 * @returns {SourceFont}
 */
export function openSourceFont(file) {
  const tables = readTables(file)
  const head = required(tables, 'head')
  const loca = required(tables, 'loca')
  const glyf = required(tables, 'glyf')
  const hmtx = required(tables, 'hmtx')
  const longMetrics = required(tables, 'hhea').readUInt16BE(34)
  const longLoca = head.readInt16BE(50) === 1
  /** @param {number} glyph */
  const start = (glyph) => (longLoca ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph))
  return {
    unitsPerEm: head.readUInt16BE(18),
    glyphOf: readCharacterMap(required(tables, 'cmap')),
    advance: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, longMetrics - 1)),
    record: (glyph) => glyf.subarray(start(glyph), start(glyph + 1)),
    names: readNames(required(tables, 'name')),
  }
}

/** @param {Buffer} cmap */
function readCharacterMap(cmap) {
  const table = findFormat12(cmap)
  const glyphOf = new Map()
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + 12 * group
    const first = table.readUInt32BE(at)
    const firstGlyph = table.readUInt32BE(at + 8)
    for (let codePoint = first; codePoint <= table.readUInt32BE(at + 4); codePoint++) {
      glyphOf.set(codePoint, firstGlyph + codePoint - first)
    }
  }
  return glyphOf
}

/** @param {Buffer} cmap */
function findFormat12(cmap) {
  for (let subtable = 0; subtable < cmap.readUInt16BE(2); subtable++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * subtable + 4))
    if (table.readUInt16BE(0) === 12) return table
  }
  throw new Error('the font has no character map of format 12')
}

/** @param {Buffer} name */
function readNames(name) {
  const names = new Map()
  const storage = name.readUInt16BE(4)
  for (let record = 0; record < name.readUInt16BE(2); record++) {
    const at = 6 + 12 * record
    const isWindowsEnglish = name.readUInt16BE(at) === 3 && name.readUInt16BE(at + 4) === 0x409
    if (!isWindowsEnglish) continue
    const start = storage + name.readUInt16BE(at + 10)
    const utf16 = Buffer.from(name.subarray(start, start + name.readUInt16BE(at + 8)))
    names.set(name.readUInt16BE(at + 6), utf16.swap16().toString('utf16le'))
  }
  return names
}
