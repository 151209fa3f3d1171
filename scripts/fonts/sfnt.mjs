// Reads and writes the sfnt container of a TrueType font: a directory of tagged tables (OpenType 1.9, "Font file").

/** @typedef {Map<string, Buffer>} Tables  tables by tag, for example `glyf` */

const trueType = 0x00010000
const checkSumTotal = 0xb1b0afba

/**
 * @param {Buffer} file  a single TrueType font, no collection
 * @returns {Tables}
 */
export function readTables(file) {
  if (file.readUInt32BE(0) !== trueType) throw new Error('not a TrueType font with glyf outlines')
  const tables = new Map()
  for (let entry = 12; entry < 12 + 16 * file.readUInt16BE(4); entry += 16) {
    const offset = file.readUInt32BE(entry + 8)
    const length = file.readUInt32BE(entry + 12)
    tables.set(file.toString('latin1', entry, entry + 4), file.subarray(offset, offset + length))
  }
  return tables
}

/**
 * Writes the tables sorted by tag, fills in their checksums and the one of the whole file.
 *
 * @param {Tables} tables  `head` carries 0 in checkSumAdjustment
 */
export function writeTables(tables) {
  const tags = [...tables.keys()].sort()
  const directory = Buffer.alloc(12 + 16 * tags.length)
  const log2 = Math.floor(Math.log2(tags.length))
  directory.writeUInt32BE(trueType, 0)
  directory.writeUInt16BE(tags.length, 4)
  directory.writeUInt16BE(16 * 2 ** log2, 6)
  directory.writeUInt16BE(log2, 8)
  directory.writeUInt16BE(16 * (tags.length - 2 ** log2), 10)

  /** @type {Buffer[]} */
  const parts = [directory]
  let offset = directory.length
  let headOffset = 0
  for (const [index, tag] of tags.entries()) {
    const table = required(tables, tag)
    const padded = padTo4(table)
    const entry = 12 + 16 * index
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(checkSum(padded), entry + 4)
    directory.writeUInt32BE(offset, entry + 8)
    directory.writeUInt32BE(table.length, entry + 12)
    if (tag === 'head') headOffset = offset
    parts.push(padded)
    offset += padded.length
  }
  const file = Buffer.concat(parts)
  file.writeUInt32BE((checkSumTotal - checkSum(file)) >>> 0, headOffset + 8)
  return file
}

/**
 * @param {Tables} tables
 * @param {string} tag
 */
export function required(tables, tag) {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`the font has no table ${tag}`)
  return table
}

/** @param {Buffer} bytes */
export function padTo4(bytes) {
  const padding = (4 - (bytes.length % 4)) % 4
  return padding === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(padding)])
}

/** @param {Buffer} padded */
function checkSum(padded) {
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}
