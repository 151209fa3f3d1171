// The font side of the limit writer: one TrueType file parsed once, its glyph records copied as they are.

/**
 * @typedef {object} UsedGlyphs  what one document prints
 * @property {(code: number) => number} advance  in ems
 * @property {(code: number) => string} cid  four hex digits; the glyph is used from now on
 * @property {readonly number[]} codes  character codes, CID 1 first
 * @property {readonly number[]} glyphs  their glyphs in the font
 * @property {LimitFont} font
 *
 * @typedef {object} LimitFont
 * @property {Map<string, Buffer>} tables
 * @property {Uint32Array} offsets  of glyph records in `glyf`
 * @property {Uint16Array} advances  by glyph, in thousandths of the em
 * @property {() => UsedGlyphs} newDocument
 */

/** @param {Buffer} file @returns {LimitFont} */
export function openLimitFont(file) {
  const tables = readTables(file)
  const head = table(tables, 'head')
  const loca = table(tables, 'loca')
  const hmtx = table(tables, 'hmtx')
  const count = table(tables, 'maxp').readUInt16BE(4)
  const long = table(tables, 'hhea').readUInt16BE(34)
  const isLong = head.readInt16BE(50) === 1
  const offsets = Uint32Array.from({ length: count + 1 }, (_, i) =>
    isLong ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i),
  )
  const advances = Uint16Array.from({ length: count }, (_, i) => hmtx.readUInt16BE(4 * Math.min(i, long - 1)))
  const glyphOf = readCharacterMap(table(tables, 'cmap'))
  /** @type {LimitFont} */
  const font = { tables, offsets, advances, newDocument: () => usedGlyphs(font, glyphOf) }
  return font
}

/** @param {LimitFont} font @param {Uint16Array} glyphOf @returns {UsedGlyphs} */
function usedGlyphs(font, glyphOf) {
  /** @type {number[]} */
  const codes = []
  /** @type {number[]} */
  const glyphs = []
  /** @type {string[]} */
  const cids = []
  return {
    font,
    codes,
    glyphs,
    advance: (code) => (font.advances[glyphOf[code] ?? 0] ?? 0) / 1000,
    cid: (code) => {
      if (cids[code] === undefined) {
        cids[code] = hex4(codes.push(code))
        glyphs.push(glyphOf[code] ?? 0)
      }
      return cids[code] ?? ''
    },
  }
}

/**
 * Five objects: Type0 font, CIDFont, descriptor, font file, ToUnicode.
 *
 * @param {UsedGlyphs} used
 * @param {number} first  number of the Type0 font
 * @param {(data: Uint8Array, more?: string) => Buffer} stream
 */
export function fontObjects({ font, codes, glyphs }, first, stream) {
  const widths = glyphs.map((glyph) => font.advances[glyph] ?? 0).join(' ')
  const program = subset(font, glyphs)
  return [
    Buffer.from(
      `<</Type/Font/Subtype/Type0/BaseFont/LIMITS+Song/Encoding/Identity-H/DescendantFonts[${first + 1} 0 R]/ToUnicode ${first + 4} 0 R>>`,
    ),
    Buffer.from(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/LIMITS+Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/W[1[${widths}]]/FontDescriptor ${first + 2} 0 R>>`,
    ),
    Buffer.from(
      `<</Type/FontDescriptor/FontName/LIMITS+Song/Flags 4/FontBBox[0 -200 1000 1000]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontFile2 ${first + 3} 0 R>>`,
    ),
    stream(program, `/Length1 ${program.length}`),
    stream(Buffer.from(toUnicode(codes), 'latin1')),
  ]
}

/** @param {readonly number[]} codes */
function toUnicode(codes) {
  let map =
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n'
  for (let start = 0; start < codes.length; start += 100) {
    const block = codes.slice(start, start + 100)
    map += `${block.length} beginbfchar\n${block.map((code, i) => `<${hex4(start + i + 1)}><${hex4(code)}>`).join('\n')}\nendbfchar\n`
  }
  return `${map}endcmap end end`
}

/** @param {LimitFont} font @param {readonly number[]} wanted */
function subset({ tables, offsets, advances }, wanted) {
  const glyphs = [0, ...wanted]
  const source = table(tables, 'glyf')
  const records = glyphs.map((glyph) => source.subarray(offsets[glyph], offsets[glyph + 1]))
  const loca = Buffer.alloc(4 * (glyphs.length + 1))
  const hmtx = Buffer.alloc(4 * glyphs.length)
  let at = 0
  records.forEach((record, index) => {
    hmtx.writeUInt16BE(advances[glyphs[index] ?? 0] ?? 0, 4 * index)
    // The record's own left edge; readers of embedded fonts place the outline by it.
    if (record.length > 0) hmtx.writeInt16BE(record.readInt16BE(2), 4 * index + 2)
    at += record.length
    loca.writeUInt32BE(at, 4 * (index + 1))
  })
  const head = Buffer.from(table(tables, 'head'))
  head.writeInt16BE(1, 50)
  const hhea = Buffer.from(table(tables, 'hhea'))
  hhea.writeUInt16BE(glyphs.length, 34)
  const maxp = Buffer.from(table(tables, 'maxp'))
  maxp.writeUInt16BE(glyphs.length, 4)
  return writeTables([
    ['glyf', Buffer.concat(records)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ])
}

/** Checksums stay 0: no PDF reader looks at them. @param {[tag: string, bytes: Buffer][]} tables */
function writeTables(tables) {
  const directory = Buffer.alloc(12 + 16 * tables.length)
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tables.length, 4)
  /** @type {Uint8Array[]} */
  const parts = [directory]
  let offset = directory.length
  tables.forEach(([tag, bytes], index) => {
    directory.write(tag, 12 + 16 * index, 'latin1')
    directory.writeUInt32BE(offset, 20 + 16 * index)
    directory.writeUInt32BE(bytes.length, 24 + 16 * index)
    const padding = Buffer.alloc(-bytes.length & 3)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  })
  return Buffer.concat(parts)
}

/** Format 12 of `cmap`, for the BMP. @param {Buffer} cmap @returns {Uint16Array} glyph by character code */
function readCharacterMap(cmap) {
  const glyphOf = new Uint16Array(0x10000)
  const places = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + 8 * i))
  const at = places.find((place) => cmap.readUInt16BE(place) === 12) ?? 0
  for (let group = at + 16; group < at + 16 + 12 * cmap.readUInt32BE(at + 12); group += 12) {
    const first = cmap.readUInt32BE(group)
    for (let code = first; code <= Math.min(cmap.readUInt32BE(group + 4), 0xffff); code++) {
      glyphOf[code] = cmap.readUInt32BE(group + 8) + code - first
    }
  }
  return glyphOf
}

/** @param {Buffer} file */
function readTables(file) {
  const count = file.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + 16 * index
      const offset = file.readUInt32BE(entry + 8)
      return [file.toString('latin1', entry, entry + 4), file.subarray(offset, offset + file.readUInt32BE(entry + 12))]
    }),
  )
}

/** @param {Map<string, Buffer>} tables @param {string} tag */
function table(tables, tag) {
  const found = tables.get(tag)
  if (found === undefined) throw new Error(`the font has no ${tag}`)
  return found
}

const hex4 = (/** @type {number} */ value) => value.toString(16).padStart(4, '0')
