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
 * byte of the CIDs of a range may differ.
 */
export function toUnicodeMap(texts: readonly string[]): string {
  const ranges: string[] = []
  for (let first = 1; first <= texts.length; ) {
    const next = Math.min((first | 0xff) + 1, first + LONGEST_RANGE, texts.length + 1)
    const listed = texts.slice(first - 1, next - 1).map((text) => `<${utf16Hex(text)}>`)
    ranges.push(`<${hex4(first)}> <${hex4(next - 1)}> [${listed.join('')}]`)
    first = next
  }
  const blocks: string[] = []
  for (let start = 0; start < ranges.length; start += MOST_ENTRIES) {
    const block = ranges.slice(start, start + MOST_ENTRIES)
    blocks.push(`${block.length} beginbfrange`, ...block, 'endbfrange')
  }
  return [HEAD, ...blocks, FOOT].join('\n')
}

/** JavaScript strings are UTF-16 already: surrogates come out as pairs. */
export function utf16Hex(text: string): string {
  let hex = ''
  for (let unit = 0; unit < text.length; unit++) hex += hex4(text.charCodeAt(unit))
  return hex
}

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0')
