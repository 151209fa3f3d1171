/** Reads the stream of an object (ISO 32000-1, 7.3.8), inflated where it is compressed. */
import { letters } from '../sign/pdf/cross-references.js'
import { itemsOf, type PdfFile, resolve } from '../sign/pdf/open-pdf.js'
import { parseValue, skipSpace, standsAt } from '../sign/pdf/parse-value.js'
import { broken } from '../sign/pdf/pdf-fault.js'
import { isNull, nameOf, numberOf, type PdfDictionary, type PdfReference } from '../sign/pdf/value.js'
import { inflateUpTo } from './inflate-up-to.js'

export interface PdfStream {
  readonly dictionary: PdfDictionary
  /** A copy, or a view of the file where the stream is not compressed. */
  readonly bytes: Uint8Array
}

/** Throws a FormError `pdf-broken` for a stream that is not whole, has another filter than deflate, or is longer than `most` bytes. */
export function readStream(file: PdfFile, { number }: PdfReference, most: number): PdfStream {
  const { dictionary, start } = findStream(file, number)
  const length = numberOf(resolve(file, dictionary.entries.get('Length')))
  if (length === undefined || !Number.isInteger(length) || length < 0) throw broken('数据流没有长度', start)
  const end = start + length
  if (end > file.bytes.length || !standsAt(file.bytes, skipSpace(file.bytes, end), 'endstream'))
    throw broken('数据流没有结束', start)
  return { dictionary, bytes: unpacked(file, dictionary, file.bytes.subarray(start, end), most, start) }
}

/** The newest object of this number, with the place where its data begins: behind `stream` and one line end (7.3.8.1). */
function findStream({ bytes, revisions }: PdfFile, number: number): { dictionary: PdfDictionary; start: number } {
  const offset = revisions.findLast(({ entries }) => entries.has(number))?.entries.get(number)?.offset
  const head = offset === undefined ? null : /^(\d{1,10}) \d{1,5} obj/.exec(letters(bytes, offset, offset + 24))
  if (offset === undefined || Number(head?.[1]) !== number) throw broken(`没有${number}号对象`, offset ?? 0)
  const { value, end } = parseValue(bytes, offset + (head?.[0].length ?? 0))
  const at = skipSpace(bytes, end)
  if (value.kind !== 'dictionary' || !standsAt(bytes, at, 'stream')) throw broken(`${number}号对象不是数据流`, at)
  const behind = at + 'stream'.length
  const lineEnd = standsAt(bytes, behind, '\r\n') ? 2 : standsAt(bytes, behind, '\n') ? 1 : 0
  if (lineEnd === 0) throw broken('数据流的开头有误', behind)
  return { dictionary: value, start: behind + lineEnd }
}

/** One filter or none, without parameters: what this library writes, and everyone else for a file. */
function unpacked(
  file: PdfFile,
  { entries }: PdfDictionary,
  data: Uint8Array,
  most: number,
  start: number,
): Uint8Array {
  const filter = resolve(file, entries.get('Filter'))
  const names = filter.kind === 'array' ? itemsOf(file, filter).map(nameOf) : isNull(filter) ? [] : [nameOf(filter)]
  if (names.length === 0 && data.length <= most) return data
  if (names.length > 1 || (names.length === 1 && names[0] !== 'FlateDecode'))
    throw broken('数据流的压缩方式不认识', start)
  const bytes = names.length === 0 ? undefined : inflateUpTo(data, most)
  if (bytes === undefined) throw broken('数据流损坏或过长', start)
  return bytes
}
