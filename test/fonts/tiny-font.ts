/** Fonts of a few glyphs, built in memory, so that a test can break or bend any table of them. */
import { type SfntTable, writeSfnt } from '../../src/fonts/write-sfnt.js'

export interface TinyFont {
  /** Glyph records; glyph 0 is .notdef. Default: three squares. */
  readonly records?: readonly Uint8Array[]
  readonly advances?: readonly number[]
  /** Code point → glyph. */
  readonly characters?: Readonly<Record<number, number>>
  /** [base, selector, glyph]. */
  readonly variations?: readonly (readonly [number, number, number])[]
  readonly fsType?: number
  readonly names?: Readonly<Record<number, string>>
  readonly cmapFormat?: 4 | 12
  /** Tables to add or to put in the place of the built ones; undefined leaves one out. */
  readonly tables?: Readonly<Record<string, Uint8Array | undefined>>
}

/** A square contour from x = left to x = right, standing on the baseline. */
export function square(left: number, right: number, height = 500): Uint8Array {
  const width = right - left
  const xs = [left, 0, width, 0]
  const ys = [0, height, 0, -height]
  return bytes(1, left, 0, right, height, 3, 0, ...[0x0101, 0x0101], ...xs, ...ys)
}

/** A composite of glyphs, each at an offset of its own. */
export const composite = (...parts: readonly (readonly [glyph: number, dx: number])[]): Uint8Array =>
  bytes(
    -1,
    0,
    0,
    900,
    500,
    ...parts.flatMap(([glyph, dx], index) => [index < parts.length - 1 ? 0x0023 : 0x0003, glyph, dx, 0]),
  )

/** 16-bit numbers, big-endian. */
export function bytes(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * values.length))
  values.forEach((value, index) => view.setUint16(2 * index, value & 0xffff))
  return new Uint8Array(view.buffer)
}

const long = (value: number): [number, number] => [value >>> 16, value & 0xffff]

export function tinyFont(options: TinyFont = {}): Uint8Array {
  const records = options.records ?? [square(100, 900), square(100, 400), square(600, 900)]
  const advances = options.advances ?? records.map(() => 1000)
  const built: Record<string, Uint8Array | undefined> = {
    head: bytes(
      1,
      0,
      1,
      0,
      0,
      0,
      ...long(0x5f0f3cf5),
      0,
      1000,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      -120,
      1000,
      880,
      0,
      8,
      2,
      1,
      0,
    ),
    hhea: bytes(1, 0, 880, -120, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, records.length),
    maxp: bytes(1, 0, records.length, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    hmtx: bytes(...records.flatMap((record, glyph) => [advances[glyph] ?? 0, leftEdge(record)])),
    ...outlines(records),
    cmap: characterMap(options),
    'OS/2': bytes(4, 500, 400, 5, options.fsType ?? 0, ...Array.from({ length: 43 }, () => 0)),
    name: names(options.names ?? { 1: 'Tiny', 4: 'Tiny Regular', 6: 'Tiny-Regular' }),
    ...options.tables,
  }
  return writeSfnt(Object.entries(built).flatMap(([tag, table]): SfntTable[] => (table ? [{ tag, bytes: table }] : [])))
}

const leftEdge = (record: Uint8Array): number =>
  record.length === 0 ? 0 : new DataView(record.buffer, record.byteOffset).getInt16(2)

function outlines(records: readonly Uint8Array[]): { loca: Uint8Array; glyf: Uint8Array } {
  const offsets: number[] = [0]
  for (const record of records) offsets.push((offsets.at(-1) ?? 0) + record.length)
  const glyf = new Uint8Array(offsets.at(-1) ?? 0)
  records.forEach((record, index) => glyf.set(record, offsets[index]))
  return { loca: bytes(...offsets.flatMap(long)), glyf }
}

const DEFAULT_CHARACTERS = { 19968: 1, 12032: 1, 19969: 2 }

function characterMap({ characters = DEFAULT_CHARACTERS, variations, cmapFormat = 12 }: TinyFont): Uint8Array {
  const pairs = Object.entries(characters).map(([code, glyph]): [number, number] => [Number(code), glyph])
  const unicode = cmapFormat === 12 ? format12(pairs) : format4(pairs)
  if (variations === undefined) return join([bytes(0, 1, 3, cmapFormat === 12 ? 10 : 1, ...long(12)), unicode])
  const header = bytes(0, 2, 0, 5, ...long(20 + unicode.length), 3, 10, ...long(20))
  return join([header, unicode, format14(variations)])
}

const format12 = (pairs: readonly [number, number][]): Uint8Array =>
  bytes(
    12,
    0,
    ...long(16 + 12 * pairs.length),
    0,
    0,
    ...long(pairs.length),
    ...pairs.flatMap(([code, glyph]) => [...long(code), ...long(code), ...long(glyph)]),
  )

/** Segments by delta, one of them by glyph array, and the closing segment FFFF. */
function format4(pairs: readonly [number, number][]): Uint8Array {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0])
  const count = sorted.length + 1
  const ends = [...sorted.map(([code]) => code), 0xffff]
  const deltas = [...sorted.map(([code, glyph], index) => (index === 0 ? 0 : glyph - code)), 1]
  // The first segment goes through the glyph array, which stands right behind the offsets.
  const offsets = ends.map((_, index) => (index === 0 ? 2 * count : 0))
  const glyphs = [sorted[0]?.[1] ?? 0]
  return bytes(4, 16 + 8 * count + 2, 0, 2 * count, 0, 0, 0, ...ends, 0, ...ends, ...deltas, ...offsets, ...glyphs)
}

/** One record a selector, with non-default mappings; glyph 0 stands for a default mapping. */
function format14(variations: readonly (readonly [number, number, number])[]): Uint8Array {
  const selectors = [...new Set(variations.map(([, selector]) => selector))].sort((a, b) => a - b)
  const records: number[] = []
  const data: number[] = []
  const start = 10 + 11 * selectors.length
  for (const selector of selectors) {
    const own = variations.filter((variation) => variation[1] === selector)
    const defaults = own.filter(([, , glyph]) => glyph === 0)
    const others = own.filter(([, , glyph]) => glyph !== 0)
    const defaultAt = defaults.length === 0 ? 0 : start + data.length
    if (defaultAt) data.push(...u32(defaults.length), ...defaults.flatMap(([base]) => [...u24(base), 0]))
    const otherAt = others.length === 0 ? 0 : start + data.length
    if (otherAt)
      data.push(...u32(others.length), ...others.flatMap(([base, , glyph]) => [...u24(base), glyph >> 8, glyph & 255]))
    records.push(...u24(selector), ...u32(defaultAt), ...u32(otherAt))
  }
  const whole = [0, 14, ...u32(start + data.length), ...u32(selectors.length), ...records, ...data]
  return Uint8Array.from(whole)
}

const u24 = (value: number): number[] => [(value >> 16) & 255, (value >> 8) & 255, value & 255]
const u32 = (value: number): number[] => [value >>> 24, ...u24(value)]

function names(texts: Readonly<Record<number, string>>): Uint8Array {
  const entries = Object.entries(texts)
  const records: number[] = []
  const storage: number[] = []
  for (const [id, text] of entries) {
    records.push(3, 1, 0x409, Number(id), 2 * text.length, 2 * storage.length)
    for (let unit = 0; unit < text.length; unit++) storage.push(text.charCodeAt(unit))
  }
  return bytes(0, entries.length, 6 + 12 * entries.length, ...records, ...storage)
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A collection of fonts: header, then each font with its table offsets moved. */
export function collection(...fonts: readonly Uint8Array[]): Uint8Array {
  const header = 12 + 4 * fonts.length
  const starts: number[] = []
  const moved: Uint8Array[] = []
  let at = header
  for (const font of fonts) {
    starts.push(at)
    moved.push(moveTables(font, at))
    at += font.length
  }
  return join([bytes(0x7474, 0x6366, 1, 0, ...long(fonts.length), ...starts.flatMap(long)), ...moved])
}

function moveTables(font: Uint8Array, by: number): Uint8Array {
  const copy = font.slice()
  const view = new DataView(copy.buffer)
  for (let table = 0; table < view.getUint16(4); table++) {
    const at = 12 + 16 * table + 8
    view.setUint32(at, view.getUint32(at) + by)
  }
  return copy
}
