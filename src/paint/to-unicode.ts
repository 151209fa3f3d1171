/** The ToUnicode CMap (ISO 32000-1, 9.10.3): what a reader copies for each CID. */

/** A block may hold this many entries (Adobe Technical Note 5014). */
const MOST_ENTRIES = 100

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

/** `texts[n]` is the text of CID n + 1: written as UTF-16BE. */
export function toUnicodeMap(texts: readonly string[]): string {
  const entries = texts.map((text, index) => `<${hex4(index + 1)}> <${utf16Hex(text)}>`)
  const blocks: string[] = []
  for (let start = 0; start < entries.length; start += MOST_ENTRIES) {
    const block = entries.slice(start, start + MOST_ENTRIES)
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar')
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
