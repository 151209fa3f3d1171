/** The table directory of an OpenType font (OpenType 1.9, “Table Directory”), read without copying. */
import { FontFault } from './font-fault.js'

/** One font of a font file. Its tables are views into the file's bytes. */
export interface Sfnt {
  /** `true type` outlines in `glyf`, or `cff` outlines in `CFF `. */
  readonly outlines: 'glyf' | 'cff'
  /** Every table by its four-character tag. */
  readonly tables: ReadonlyMap<string, Uint8Array>
}

const TRUE_TYPE = 0x00010000

/**
 * Reads the directory at `offset`: 0 for a single font, the face's offset in a collection.
 * Throws a FontFault for anything that is not a whole OpenType font.
 */
export function openSfnt(bytes: Uint8Array, offset = 0): Sfnt {
  const view = dataView(bytes)
  if (bytes.length < offset + 12) throw new FontFault('damaged', 'table directory')
  const version = tagAt(bytes, offset)
  if (version === 'wOFF' || version === 'wOF2') throw new FontFault('web-font', version)
  if (view.getUint32(offset) !== TRUE_TYPE && version !== 'OTTO' && version !== 'true') {
    throw new FontFault('not-a-font', hexTag(view.getUint32(offset)))
  }
  const tables = readDirectory(bytes, offset)
  if (tables.has('fvar') || tables.has('CFF2')) throw new FontFault('variable', 'fvar')
  return { outlines: outlineKind(tables), tables }
}

/** A table that the font cannot do without, at least `length` bytes long. */
export function requiredTable(sfnt: Sfnt, tag: string, length: number): Uint8Array {
  const table = sfnt.tables.get(tag)
  if (table === undefined || table.length < length) throw new FontFault('damaged', tag)
  return table
}

export const dataView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const tagAt = (bytes: Uint8Array, offset: number): string =>
  String.fromCharCode(...bytes.subarray(offset, offset + 4))

function readDirectory(file: Uint8Array, offset: number): Map<string, Uint8Array> {
  // Files are often read as Node buffers, whose `slice` is no copy: a table patched for a subset would change the font.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const view = dataView(bytes)
  const count = view.getUint16(offset + 4)
  if (bytes.length < offset + 12 + 16 * count) throw new FontFault('damaged', 'table directory')
  const tables = new Map<string, Uint8Array>()
  for (let record = offset + 12; record < offset + 12 + 16 * count; record += 16) {
    const tag = tagAt(bytes, record)
    const start = view.getUint32(record + 8)
    const end = start + view.getUint32(record + 12)
    // A file that was cut short fails here, whichever table the cut fell into.
    if (end > bytes.length) throw new FontFault('damaged', tag)
    tables.set(tag, bytes.subarray(start, end))
  }
  return tables
}

function outlineKind(tables: ReadonlyMap<string, Uint8Array>): 'glyf' | 'cff' {
  if (tables.has('glyf')) return 'glyf'
  if (tables.has('CFF ')) return 'cff'
  throw new FontFault('no-outlines', 'glyf')
}

const hexTag = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`
