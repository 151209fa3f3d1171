// Writes `cmap` for a font whose glyphs follow the order of their code points: format 4 for the BMP, format 12 for all.

/** @typedef {{ first: number, last: number, glyph: number }} Run  code points in a row and the glyph of the first */

/**
 * @param {number[]} codePoints  ascending; the glyph of the first is 1
 */
export function characterMap(codePoints) {
  const bmp = format4(runs(codePoints.filter((codePoint) => codePoint < 0x10000)))
  const all = format12(runs(codePoints))
  const directory = [
    { platform: 0, encoding: 3, table: bmp },
    { platform: 0, encoding: 4, table: all },
    { platform: 3, encoding: 1, table: bmp },
    { platform: 3, encoding: 10, table: all },
  ]
  const header = Buffer.alloc(4 + 8 * directory.length)
  header.writeUInt16BE(directory.length, 2)
  for (const [i, { platform, encoding, table }] of directory.entries()) {
    header.writeUInt16BE(platform, 4 + 8 * i)
    header.writeUInt16BE(encoding, 6 + 8 * i)
    header.writeUInt32BE(header.length + (table === bmp ? 0 : bmp.length), 8 + 8 * i)
  }
  return Buffer.concat([header, bmp, all])
}

/**
 * @param {number[]} codePoints  ascending
 * @returns {Run[]}
 */
export function runs(codePoints) {
  /** @type {Run[]} */
  const found = []
  for (const [i, codePoint] of codePoints.entries()) {
    const open = found.at(-1)
    if (open !== undefined && open.last + 1 === codePoint) open.last = codePoint
    else found.push({ first: codePoint, last: codePoint, glyph: i + 1 })
  }
  return found
}

/**
 * A segment maps its code points by adding idDelta, which works because glyphs follow code points; idRangeOffset is 0.
 *
 * @param {Run[]} bmpRuns
 */
function format4(bmpRuns) {
  const segments =
    bmpRuns.at(-1)?.last === 0xffff ? bmpRuns : [...bmpRuns, { first: 0xffff, last: 0xffff, glyph: 0x10000 }]
  const count = segments.length
  const length = 16 + 8 * count
  if (length > 0xffff) throw new Error('too many runs for a character map of format 4')
  const log2 = Math.floor(Math.log2(count))
  const header = [4, length, 0, 2 * count, 2 * 2 ** log2, log2, 2 * (count - 2 ** log2)]
  return uint16s([
    ...header,
    ...segments.map(({ last }) => last),
    0,
    ...segments.map(({ first }) => first),
    ...segments.map(({ first, glyph }) => (glyph - first) & 0xffff),
    ...segments.map(() => 0),
  ])
}

/** @param {Run[]} allRuns */
function format12(allRuns) {
  const table = Buffer.alloc(16 + 12 * allRuns.length)
  table.writeUInt16BE(12, 0)
  table.writeUInt32BE(table.length, 4)
  table.writeUInt32BE(allRuns.length, 12)
  for (const [i, { first, last, glyph }] of allRuns.entries()) {
    table.writeUInt32BE(first, 16 + 12 * i)
    table.writeUInt32BE(last, 20 + 12 * i)
    table.writeUInt32BE(glyph, 24 + 12 * i)
  }
  return table
}

/** @param {number[]} values */
function uint16s(values) {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value, 2 * i)
  return bytes
}
