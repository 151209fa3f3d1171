/** Puts tables together to a font file with right checksums (OpenType, “Table Directory” and `head`). */
import { checksum } from '../kernel/checksum.js'
import { dataView } from './sfnt.js'

const CHECKSUM_ADJUSTMENT_AT = 8
/** The checksum of a whole font, adjustment included, comes out as this number. */
const WHOLE_CHECKSUM = 0xb1b0afba

export interface SfntTable {
  readonly tag: string
  readonly bytes: Uint8Array
}

export function writeSfnt(tables: readonly SfntTable[]): Uint8Array {
  const sorted = [...tables].sort((a, b) => (a.tag < b.tag ? -1 : 1))
  const start = 12 + 16 * sorted.length
  const length = sorted.reduce((sum, table) => sum + padded(table.bytes.length), start)
  const font = new Uint8Array(length)
  const view = dataView(font)
  writeHeader(view, sorted.length)
  let at = start
  let head = 0
  let sum = 0
  sorted.forEach((table, index) => {
    font.set(table.bytes, at)
    if (table.tag === 'head') {
      head = at
      view.setUint32(at + CHECKSUM_ADJUSTMENT_AT, 0)
    }
    sum += writeRecord(font, 12 + 16 * index, table, at)
    at += padded(table.bytes.length)
  })
  view.setUint32(head + CHECKSUM_ADJUSTMENT_AT, (WHOLE_CHECKSUM - sum - checksum(font.subarray(0, start))) >>> 0)
  return font
}

export const padded = (length: number): number => (length + 3) & ~3

function writeHeader(view: DataView, count: number): void {
  const power = 31 - Math.clz32(count)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, count)
  view.setUint16(6, 16 << power)
  view.setUint16(8, power)
  view.setUint16(10, 16 * count - (16 << power))
}

/** @returns the checksum of the table; all of them and that of the directory, added up, are that of the font */
function writeRecord(font: Uint8Array, record: number, table: SfntTable, at: number): number {
  const view = dataView(font)
  for (let letter = 0; letter < 4; letter++) {
    view.setUint8(record + letter, table.tag.charCodeAt(letter))
  }
  const sum = checksum(font.subarray(at, at + padded(table.bytes.length)))
  view.setUint32(record + 4, sum)
  view.setUint32(record + 8, at)
  view.setUint32(record + 12, table.bytes.length)
  return sum
}
