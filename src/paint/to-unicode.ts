/** The ToUnicode CMap (ISO 32000-1, 9.10.3): what a reader copies for each CID. */

/** A block may hold this many entries (Adobe Technical Note 5014). */
const MOST_ENTRIES = 100
/** Some readers bound the length of an array. */
const LONGEST_RANGE = 128

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange`

const FOOT = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`

/**
 * `texts[n]` is the text of CID n + 1: written as UTF-16BE. Ranges with a list need the CID once for many; only the last
 * byte of the CIDs of a range may differ. The bytes are set one by one: a form has hundreds of characters, and joining as
 * many strings took a fresh process longer than deflating them.
 * @returns the map in ASCII
 */
export function toUnicodeMap(texts: readonly string[]): Uint8Array {
  const ranges = rangesOf(texts.length)
  const ink: Ink = { bytes: new Uint8Array(roomFor(texts, ranges.length)), at: 0 }
  write(ink, HEAD)
  for (let start = 0; start < ranges.length; start += MOST_ENTRIES) {
    const block = ranges.slice(start, start + MOST_ENTRIES)
    write(ink, `\n${block.length} beginbfrange`)
    for (const range of block) writeRange(ink, range, texts)
    write(ink, '\nendbfrange')
  }
  write(ink, `\n${FOOT}`)
  return ink.bytes.subarray(0, ink.at)
}

/** CIDs, both included. */
interface Range {
  readonly first: number
  readonly last: number
}

function rangesOf(count: number): readonly Range[] {
  const ranges: Range[] = []
  for (let first = 1; first <= count; ) {
    const last = Math.min(first | 0xff, first + LONGEST_RANGE - 1, count)
    ranges.push({ first, last })
    first = last + 1
  }
  return ranges
}

/** Bytes, and how many of them are written. */
interface Ink {
  readonly bytes: Uint8Array
  at: number
}

/** A text takes its brackets and four digits a unit; no more than forty go into what stands around a range or a block. */
function roomFor(texts: readonly string[], ranges: number): number {
  let units = 0
  for (const { length } of texts) units += length
  return HEAD.length + FOOT.length + 1 + 80 * ranges + 2 * texts.length + 4 * units
}

function writeRange(ink: Ink, { first, last }: Range, texts: readonly string[]): void {
  write(ink, `\n<${hex4(first)}> <${hex4(last)}> [`)
  for (let cid = first; cid <= last; cid++) writeText(ink, texts[cid - 1] ?? '')
  write(ink, ']')
}

function writeText(ink: Ink, text: string): void {
  const { bytes } = ink
  let { at } = ink
  bytes[at++] = LESS_THAN
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    bytes[at++] = digit(unit >> 12)
    bytes[at++] = digit((unit >> 8) & 15)
    bytes[at++] = digit((unit >> 4) & 15)
    bytes[at++] = digit(unit & 15)
  }
  bytes[at++] = GREATER_THAN
  ink.at = at
}

function write(ink: Ink, ascii: string): void {
  for (let index = 0; index < ascii.length; index++) ink.bytes[ink.at++] = ascii.charCodeAt(index)
}

const LESS_THAN = 0x3c
const GREATER_THAN = 0x3e

/** 0 to 9, A to F. */
const digit = (value: number): number => value + (value < 10 ? 0x30 : 0x37)

/** JavaScript strings are UTF-16 already: surrogates come out as pairs. */
export function utf16Hex(text: string): string {
  let hex = ''
  for (let unit = 0; unit < text.length; unit++) hex += hex4(text.charCodeAt(unit))
  return hex
}

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')
