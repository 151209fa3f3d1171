/** The names a font carries (OpenType, `name` table), and the faces of a collection (`ttcf` header). */
import { FontFault } from './font-fault.js'
import { dataView, openSfnt, type Sfnt, tableOf, tagAt } from './sfnt.js'

export interface FontNames {
  /** Name id 6; `Font` where the file has none. */
  readonly postScript: string
  /** Every family, full and PostScript name in every language, without repetition. */
  readonly all: readonly string[]
}

const FAMILY = 1
const FULL = 4
const POST_SCRIPT = 6
const MAC_ROMAN = 1

export function readNames(sfnt: Sfnt): FontNames {
  const all = new Set<string>()
  let postScript = ''
  for (const { id, text } of nameRecords(tableOf(sfnt, 'name'))) {
    if (id === POST_SCRIPT && postScript === '') postScript = text
    all.add(text)
  }
  return { postScript: postScript === '' ? 'Font' : postScript, all: [...all] }
}

/** Whether the file is a collection (TTC, OTC). */
export const isCollection = (bytes: Uint8Array): boolean => bytes.length >= 12 && tagAt(bytes, 0) === 'ttcf'

/** The faces of a collection, in file order. */
export function openCollection(bytes: Uint8Array): Sfnt[] {
  const view = dataView(bytes)
  const count = view.getUint32(8)
  if (bytes.length < 12 + 4 * count) throw new FontFault('damaged', 'ttcf')
  return Array.from({ length: count }, (_, face) => openSfnt(bytes, view.getUint32(12 + 4 * face)))
}

interface NameRecord {
  readonly id: number
  readonly text: string
}

/** The records of the names that a font is known by. */
function nameRecords(table: Uint8Array | undefined): NameRecord[] {
  if (table === undefined || table.length < 6) return []
  const view = dataView(table)
  const storage = view.getUint16(4)
  const records: NameRecord[] = []
  for (let index = 0; index < view.getUint16(2); index++) {
    const at = 6 + 12 * index
    if (at + 12 > table.length) throw new FontFault('damaged', 'name')
    const id = view.getUint16(at + 6)
    // Copyright and licence are the longest by far.
    if (id !== FAMILY && id !== FULL && id !== POST_SCRIPT) continue
    const start = storage + view.getUint16(at + 10)
    const raw = table.subarray(start, start + view.getUint16(at + 8))
    records.push({ id, text: decodeName(raw, view.getUint16(at)) })
  }
  return records.filter((record) => record.text !== '')
}

/** Platforms 0 and 3 write UTF-16BE, platform 1 one byte a letter: enough for the ASCII names found there. */
function decodeName(raw: Uint8Array, platform: number): string {
  if (platform === MAC_ROMAN) {
    return raw.some((byte) => byte >= 0x80) ? '' : String.fromCharCode(...raw)
  }
  let text = ''
  for (let at = 0; at + 1 < raw.length; at += 2) {
    text += String.fromCharCode(((raw[at] ?? 0) << 8) | (raw[at + 1] ?? 0))
  }
  return text
}
