/** Opens a PDF of one or more revisions, each closed by a classic cross-reference table (ISO 32000-1, 7.5.6). */
import { type Entry, letters, readSection, type Section } from './cross-references.js'
import { parseValue, skipSpace, standsAt } from './parse-value.js'
import { broken, unsupported } from './pdf-fault.js'
import { NULL, numberOf, type PdfDictionary, type PdfReference, type PdfValue } from './value.js'

export interface Revision {
  /** Its bytes: from the end of the revision before it to behind its `%%EOF`. */
  readonly start: number
  readonly end: number
  /** Length of the line end behind `%%EOF`. */
  readonly eol: number
  /** Of its cross-reference table. */
  readonly xref: number
  readonly entries: ReadonlyMap<number, Entry>
  readonly trailer: PdfDictionary
}

export interface PdfFile {
  readonly bytes: Uint8Array
  /** The oldest first. */
  readonly revisions: readonly [Revision, ...Revision[]]
  /** Of the newest revision. */
  readonly trailer: PdfDictionary
  /** One more than the highest object number. */
  readonly size: number
  readonly root: PdfReference
}

/** Larger than anything that is signed here, small enough to be read in a second. */
export const LARGEST_PDF = 64_000_000
const MOST_REVISIONS = 200
/** Within so many bytes of the end a reader looks for `startxref` (annex H, 3.4.4). */
const TAIL_LENGTH = 1024

/** Throws a FormError `pdf-broken` or `pdf-unsupported`. The bytes are only read, and seen through views. */
export function openPdf(bytes: Uint8Array): PdfFile {
  if (bytes.length > LARGEST_PDF) throw broken('文件过大', LARGEST_PDF)
  if (!standsAt(bytes, 0, '%PDF-')) throw broken('这不是PDF文件', 0)
  return toFile(bytes, toRevisions(readSections(bytes)))
}

/** The file as it was when it had so many revisions, at least one. */
export const asOf = ({ bytes, revisions: [first, ...later] }: PdfFile, count: number): PdfFile =>
  toFile(bytes, [first, ...later.slice(0, count - 1)])

function toFile(bytes: Uint8Array, revisions: readonly [Revision, ...Revision[]]): PdfFile {
  const trailer = revisions[revisions.length - 1]?.trailer as PdfDictionary
  const root = trailer.entries.get('Root')
  if (root?.kind !== 'reference') throw broken('尾部字典没有目录（Root）', bytes.length)
  return { bytes, revisions, trailer, size: sizeOf(revisions), root }
}

/** The newest first, as `/Prev` leads from each to the one before it. */
function readSections(bytes: Uint8Array): Section[] {
  const sections: Section[] = []
  for (let offset: number | undefined = lastSection(bytes); offset !== undefined; ) {
    if (sections.length === MOST_REVISIONS) throw broken('修订过多', offset)
    const section = readSection(bytes, offset)
    refuseOtherShapes(section.trailer)
    sections.push(section)
    offset = previousOffset(section)
  }
  return sections
}

function lastSection(bytes: Uint8Array): number {
  const start = Math.max(0, bytes.length - TAIL_LENGTH)
  const tail = letters(bytes, start, bytes.length)
  const found = /startxref\s+(\d{1,10})\s+%%EOF/.exec(tail.slice(Math.max(0, tail.lastIndexOf('startxref'))))
  if (found === null) throw broken('文件末尾没有startxref和%%EOF，文件不完整', start)
  return Number(found[1])
}

function refuseOtherShapes({ entries }: PdfDictionary): void {
  if (entries.has('Encrypt')) throw unsupported('encrypted')
  if (entries.has('XRefStm')) throw unsupported('hybrid')
}

/** An increment stands behind what it adds to. A linearized file has it the other way round (annex F). */
function previousOffset({ trailer, offset }: Section): number | undefined {
  const value = trailer.entries.get('Prev')
  if (value === undefined) return undefined
  const previous = numberOf(value)
  if (previous === undefined || !Number.isInteger(previous)) throw broken('尾部字典的Prev有误', offset)
  if (previous >= offset) throw unsupported('linearized')
  return previous
}

function toRevisions(sections: readonly Section[]): readonly [Revision, ...Revision[]] {
  let start = 0
  const revisions = [...sections].reverse().map(({ offset, entries, trailer, end, eol }) => {
    const revision = { start, end, eol, xref: offset, entries, trailer }
    refuseStrays(revision)
    start = end
    return revision
  })
  return revisions as [Revision, ...Revision[]]
}

/** A table that points out of its own revision would let bytes behind a signature become part of what was signed, or the reverse. */
function refuseStrays({ start, xref, entries }: Revision): void {
  if (xref < start) throw broken('修订相互重叠', xref)
  for (const { offset } of entries.values()) {
    if (offset !== undefined && (offset < start || offset >= xref)) throw broken('交叉引用表指向本次修订以外', xref)
  }
}

function sizeOf(revisions: readonly Revision[]): number {
  let highest = 0
  for (const { entries } of revisions) for (const key of entries.keys()) highest = Math.max(highest, key)
  return highest + 1
}

/** The value of an object as the newest of the given revisions has it; null where it is free or was never there. */
export const readObject = (file: PdfFile, number: number, revisions: readonly Revision[] = file.revisions): PdfValue =>
  readIndirect(file, number, revisions).value

export interface IndirectObject {
  readonly value: PdfValue
  /** The value is the dictionary of a stream. */
  readonly isStream: boolean
}

export function readIndirect(file: PdfFile, number: number, revisions: readonly Revision[]): IndirectObject {
  for (let index = revisions.length - 1; index >= 0; index--) {
    const entry = revisions[index]?.entries.get(number)
    if (entry?.offset !== undefined) return objectAt(file.bytes, number, entry.offset)
    if (entry !== undefined) break
  }
  return { value: NULL, isStream: false }
}

function objectAt(bytes: Uint8Array, number: number, offset: number): IndirectObject {
  const head = /^(\d{1,10}) (\d{1,5}) obj/.exec(letters(bytes, offset, offset + 24))
  if (head === null || Number(head[1]) !== number) throw broken(`这里应是${number}号对象`, offset)
  const { value, end } = parseValue(bytes, offset + head[0].length)
  const after = skipSpace(bytes, end)
  const isStream = standsAt(bytes, after, 'stream')
  if (!isStream && !standsAt(bytes, after, 'endobj')) throw broken(`${number}号对象没有结束`, after)
  return { value, isStream }
}

/** Follows references to the value behind them. */
export function resolve(
  file: PdfFile,
  value: PdfValue | undefined,
  revisions: readonly Revision[] = file.revisions,
): PdfValue {
  let found = value ?? NULL
  for (let step = 0; found.kind === 'reference'; step++) {
    if (step > 16) throw broken('引用循环', 0)
    found = readObject(file, found.number, revisions)
  }
  return found
}

/** The dictionary behind a value, or undefined where it is none. */
export function dictionaryOf(file: PdfFile, value: PdfValue | undefined): PdfDictionary | undefined {
  const found = resolve(file, value)
  return found.kind === 'dictionary' ? found : undefined
}

/** The items of the array behind a value; none where it is no array. */
export function itemsOf(file: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  const found = resolve(file, value)
  return found.kind === 'array' ? found.items : []
}

/** The items of an array, or the one value that stands without one. */
export function listOf(file: PdfFile, value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined) return []
  const found = resolve(file, value)
  return found.kind === 'array' ? found.items : [value]
}

export function catalogOf(file: PdfFile): PdfDictionary {
  const catalog = dictionaryOf(file, file.root)
  if (catalog === undefined) throw broken('没有目录对象（Catalog）', 0)
  return catalog
}
