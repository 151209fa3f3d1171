/** The table directory of an OpenType font (OpenType 1.9, “Table Directory”); tables are views into the file. */
import { FontFault } from './font-fault.js'
import { type FontFile, wholeFile } from './font-file.js'

/** One font of a font file. */
export interface Sfnt {
  readonly file: FontFile
  /** `true type` outlines in `glyf`, or `cff` outlines in `CFF `. */
  readonly outlines: 'glyf' | 'cff'
  /** Where each table stands in the file, by its four-character tag. */
  readonly tables: ReadonlyMap<string, TablePlace>
}

export interface TablePlace {
  readonly start: number
  readonly end: number
}

const TRUE_TYPE = 0x00010000

/** A font that is in memory: see `readSfnt`. */
export const openSfnt = (bytes: Uint8Array, offset = 0): Sfnt => readSfnt(wholeFile(bytes), offset)

/**
 * Reads the directory at `offset`: 0 for a single font, the face's offset in a collection.
 * Throws a FontFault for anything that is not a whole OpenType font.
 */
export function readSfnt(file: FontFile, offset = 0): Sfnt {
  if (file.length < offset + 12) throw new FontFault('damaged', 'table directory')
  const header = file.view(offset, offset + 12)
  const [version, kind] = [tagAt(header, 0), dataView(header).getUint32(0)]
  if (version === 'wOFF' || version === 'wOF2') throw new FontFault('web-font', version)
  if (kind !== TRUE_TYPE && version !== 'OTTO' && version !== 'true') {
    throw new FontFault('not-a-font', hexTag(kind))
  }
  const tables = readDirectory(file, offset + 12, dataView(header).getUint16(4))
  if (tables.has('fvar') || tables.has('CFF2')) throw new FontFault('variable', 'fvar')
  return { file, outlines: outlineKind(tables), tables }
}

/** A table as a whole; undefined where the font has none of the tag. */
export function tableOf({ file, tables }: Sfnt, tag: string): Uint8Array | undefined {
  const place = tables.get(tag)
  return place && file.view(place.start, place.end)
}

/** A table that the font cannot do without, at least `length` bytes long. */
export function requiredTable(sfnt: Sfnt, tag: string, length: number): Uint8Array {
  const { start, end } = requiredPlace(sfnt, tag, length)
  return sfnt.file.view(start, end)
}

/** Where such a table stands, for one that is read part by part. */
export function requiredPlace({ tables }: Sfnt, tag: string, length: number): TablePlace {
  const place = tables.get(tag)
  if (place === undefined || place.end - place.start < length) throw new FontFault('damaged', tag)
  return place
}

export const dataView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const tagAt = (bytes: Uint8Array, offset: number): string =>
  String.fromCharCode(...bytes.subarray(offset, offset + 4))

function readDirectory(file: FontFile, start: number, count: number): Map<string, TablePlace> {
  if (file.length < start + 16 * count) throw new FontFault('damaged', 'table directory')
  const directory = file.view(start, start + 16 * count)
  const view = dataView(directory)
  const tables = new Map<string, TablePlace>()
  for (let record = 0; record < 16 * count; record += 16) {
    const tag = tagAt(directory, record)
    const from = view.getUint32(record + 8)
    const end = from + view.getUint32(record + 12)
    // A file that was cut short fails here, whichever table the cut fell into.
    if (end > file.length) throw new FontFault('damaged', tag)
    tables.set(tag, { start: from, end })
  }
  return tables
}

function outlineKind(tables: ReadonlyMap<string, TablePlace>): 'glyf' | 'cff' {
  if (tables.has('glyf')) return 'glyf'
  if (tables.has('CFF ')) return 'cff'
  throw new FontFault('no-outlines', 'glyf')
}

const hexTag = (value: number): string => `0x${value.toString(16).padStart(8, '0')}`
