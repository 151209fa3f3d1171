/**
 * A CID-keyed CFF font with the given glyphs only, for `FontFile3` / `CIDFontType0C` (ISO 32000-1, table 126;
 * Adobe Technical Note 5176). Charstrings are copied byte by byte. CID = glyph number, so two characters that
 * share an outline still have one CID each.
 */
import { CFF, type CffDict, type CffFont, type CffFontDict, type CffIndex, integers } from './cff.js'
import { type CalledSubroutines, calledSubroutines } from './cff-subroutines.js'

/** Standard strings 0 to 390 come first, so the font's own strings count from 391 (5176, appendix A). */
const FIRST_OWN_STRING = 391
const ADOBE = FIRST_OWN_STRING
const IDENTITY = FIRST_OWN_STRING + 1

/** Charstring operator (Adobe Technical Note 5177). */
const END_CHARACTER = 14

/** `glyphs[n]` is the source glyph of CID n + 1, undefined for one without ink and width; CID 0 is .notdef. */
export function subsetCff(cff: CffFont, glyphs: readonly (number | undefined)[], name: string): Uint8Array {
  const sources = [0, ...glyphs.map((glyph) => glyph ?? 0)]
  const kept = keptFontDicts(cff, sources)
  const called = calledSubroutines(cff, sources)
  const head = headOf(cff, name, called)
  const charset = identityCharset(sources.length)
  const fdSelect = Uint8Array.from([0, ...sources.map((glyph) => kept.indexOf(cff.fontDictOf(glyph)))])
  const charStrings = writeIndex([
    cff.charStrings.item(0),
    ...glyphs.map((glyph) => (glyph === undefined ? invisible(cff) : cff.charStrings.item(glyph))),
  ])
  const start = head(zeroOffsets(sources.length)).length
  const charsetAt = start
  const fdSelectAt = charsetAt + charset.length
  const charStringsAt = fdSelectAt + fdSelect.length
  const privates = placePrivates(cff, kept, called, charStringsAt + charStrings.length)
  const top = { count: sources.length, charsetAt, fdSelectAt, charStringsAt, fdArrayAt: privates.end }
  return concat([head(top), charset, fdSelect, charStrings, ...privates.parts, privates.fdArray])
}

/** No ink and no width: a charstring gives its width as the difference from the font DICT's nominal width. */
function invisible(cff: CffFont): Uint8Array {
  const nominal = cff.fontDicts[cff.fontDictOf(0)]?.private.dict.get(CFF.nominalWidth)
  const [width = 0] = nominal === undefined ? [] : integers(nominal)
  return Uint8Array.of(28, (-width >> 8) & 0xff, -width & 0xff, END_CHARACTER)
}

interface TopOffsets {
  readonly count: number
  readonly charsetAt: number
  readonly fdSelectAt: number
  readonly charStringsAt: number
  readonly fdArrayAt: number
}

const zeroOffsets = (count: number): TopOffsets => ({
  count,
  charsetAt: 0,
  fdSelectAt: 0,
  charStringsAt: 0,
  fdArrayAt: 0,
})

/** Everything before the charset. All offsets take five bytes, so its length does not depend on them. */
function headOf(cff: CffFont, name: string, called: CalledSubroutines | undefined): (top: TopOffsets) => Uint8Array {
  const header = Uint8Array.of(1, 0, 4, 4)
  const names = writeIndex([ascii(name)])
  const strings = writeIndex([ascii('Adobe'), ascii('Identity')])
  const subroutines = thinned(cff.globalSubroutines, called?.global)
  return (top) => concat([header, names, writeIndex([topDict(cff, top)]), strings, subroutines])
}

function topDict(cff: CffFont, top: TopOffsets): Uint8Array {
  return concat([
    // ROS must be the first operator of a CID-keyed font (5176, section 18).
    entry(CFF.ros, concat([number(ADOBE), number(IDENTITY), number(0)])),
    ...copied(cff.top, [CFF.fontMatrix, CFF.fontBox]),
    entry(CFF.cidCount, number(top.count)),
    entry(CFF.charset, number(top.charsetAt)),
    entry(CFF.charStrings, number(top.charStringsAt)),
    entry(CFF.fdArray, number(top.fdArrayAt)),
    entry(CFF.fdSelect, number(top.fdSelectAt)),
  ])
}

/** Format 2: one range, from CID 1 on. */
function identityCharset(count: number): Uint8Array {
  const more = count - 2
  return Uint8Array.of(2, 0, 1, more >> 8, more & 0xff)
}

/** The font DICTs that the kept glyphs use, in the order of the source. */
const keptFontDicts = (cff: CffFont, sources: readonly number[]): number[] =>
  [...new Set(sources.map((glyph) => cff.fontDictOf(glyph)))].sort((a, b) => a - b)

interface PlacedPrivates {
  readonly parts: readonly Uint8Array[]
  readonly fdArray: Uint8Array
  /** Where the FDArray begins. */
  readonly end: number
}

/** Private DICTs, each followed by its local subroutines, from `start` on, and the FDArray that points at them. */
function placePrivates(
  cff: CffFont,
  kept: readonly number[],
  called: CalledSubroutines | undefined,
  start: number,
): PlacedPrivates {
  const parts: Uint8Array[] = []
  const dicts: Uint8Array[] = []
  let at = start
  for (const index of kept) {
    const source = cff.fontDicts[index]
    if (source === undefined) continue
    const dict = privateDict(source)
    dicts.push(fontDict(source, dict.length, at))
    const own = source.private.subroutines
    const subroutines = own === undefined ? new Uint8Array() : thinned(own, called?.local.get(index))
    parts.push(dict, subroutines)
    at += dict.length + subroutines.length
  }
  return { parts, fdArray: writeIndex(dicts), end: at }
}

function fontDict(source: CffFontDict, size: number, at: number): Uint8Array {
  const matrix = source.matrix === undefined ? [] : [entry(CFF.fontMatrix, source.matrix)]
  return concat([...matrix, entry(CFF.private, concat([number(size), number(at)]))])
}

/** The subroutines follow the DICT directly: their offset is the DICT's own length, six bytes of it this entry. */
function privateDict(source: CffFontDict): Uint8Array {
  const { dict, subroutines } = source.private
  const kept = concat(
    copied(
      dict,
      [...dict.keys()].filter((key) => key !== CFF.subroutines),
    ),
  )
  if (subroutines === undefined) return kept
  return concat([kept, entry(CFF.subroutines, number(kept.length + 6))])
}

/** The INDEX with everything emptied that is not called; all of it where that is not known. */
function thinned(index: CffIndex, called: ReadonlySet<number> | undefined): Uint8Array {
  if (called === undefined || index.count === 0) return index.bytes
  const empty = new Uint8Array()
  return writeIndex(
    Array.from({ length: index.count }, (_, number) => (called.has(number) ? index.item(number) : empty)),
  )
}

const copied = (dict: CffDict, operators: readonly number[]): Uint8Array[] =>
  operators.flatMap((operator) => {
    const operands = dict.get(operator)
    return operands === undefined ? [] : [entry(operator, operands)]
  })

function entry(operator: number, operands: Uint8Array): Uint8Array {
  const code = operator >= 0x0c00 ? [12, operator & 0xff] : [operator]
  return concat([operands, Uint8Array.from(code)])
}

/** An integer in its five-byte form. */
const number = (value: number): Uint8Array =>
  Uint8Array.of(29, value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff)

function writeIndex(items: readonly Uint8Array[]): Uint8Array {
  const offsets = new Uint8Array(4 * (items.length + 1))
  const view = new DataView(offsets.buffer)
  let offset = 1
  items.forEach((item, index) => {
    view.setUint32(4 * index, offset)
    offset += item.length
  })
  view.setUint32(4 * items.length, offset)
  return concat([Uint8Array.of(items.length >> 8, items.length & 0xff, 4), offsets, ...items])
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0x7f)

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
