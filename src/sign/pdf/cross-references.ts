/** Reads one classic cross-reference section with its trailer (ISO 32000-1, 7.5.4 and 7.5.5). */
import { parseValue, skipSpace, standsAt } from './parse-value.js'
import { broken, unsupported } from './pdf-fault.js'
import type { PdfDictionary } from './value.js'

/** Where an object stands; a free entry stands nowhere. */
export interface Entry {
  readonly offset: number | undefined
  readonly generation: number
}

export interface Section {
  /** Of the word `xref`. */
  readonly offset: number
  readonly entries: ReadonlyMap<number, Entry>
  readonly trailer: PdfDictionary
  /** Behind the `%%EOF` that closes the section, and its line end. */
  readonly end: number
  /** Length of that line end: 0, 1 or 2. */
  readonly eol: number
}

const ENTRY_LENGTH = 20
const ENTRY = /^(\d{10}) (\d{5}) ([fn])(?: \r| \n|\r\n)$/
/** More objects than any form has, few enough for any machine. */
const MOST_OBJECTS = 500_000

export function readSection(bytes: Uint8Array, offset: number): Section {
  if (!standsAt(bytes, offset, 'xref')) throw notClassic(bytes, offset)
  const entries = new Map<number, Entry>()
  let at = skipSpace(bytes, offset + 4)
  while (!standsAt(bytes, at, 'trailer')) at = readSubsection(bytes, at, entries)
  const { value: trailer, end } = parseValue(bytes, at + 'trailer'.length)
  if (trailer.kind !== 'dictionary') throw broken('交叉引用表后没有尾部字典', at)
  return { offset, entries, trailer, ...closeSection(bytes, end, offset) }
}

/** An object in the place of `xref` is a cross-reference stream (7.5.8), or it is nothing at all. */
function notClassic(bytes: Uint8Array, offset: number): Error {
  return /^\d{1,10} \d{1,5} obj/.test(letters(bytes, offset, offset + 22))
    ? unsupported('xref-stream')
    : broken('找不到交叉引用表', offset)
}

function readSubsection(bytes: Uint8Array, start: number, entries: Map<number, Entry>): number {
  const head = /^(\d{1,10}) (\d{1,10}) ?[\r\n]+/.exec(letters(bytes, start, start + 40))
  if (head === null) throw broken('交叉引用表的小节有误', start)
  const [first, count] = [Number(head[1]), Number(head[2])]
  if (count + entries.size > MOST_OBJECTS) throw broken('对象过多', start)
  const table = start + head[0].length
  for (let index = 0; index < count; index++) {
    const at = table + index * ENTRY_LENGTH
    // Readers differ in which of two entries they take, so such a file can show different things to different people.
    if (entries.has(first + index)) throw broken('交叉引用表中有重复的对象', at)
    entries.set(first + index, readEntry(bytes, at))
  }
  return skipSpace(bytes, table + count * ENTRY_LENGTH)
}

function readEntry(bytes: Uint8Array, at: number): Entry {
  const parts = ENTRY.exec(letters(bytes, at, at + ENTRY_LENGTH))
  if (parts === null) throw broken('交叉引用表的条目有误', at)
  return { offset: parts[3] === 'n' ? Number(parts[1]) : undefined, generation: Number(parts[2]) }
}

/** `startxref`, the section's own offset, `%%EOF`: what closes every revision of a file. */
function closeSection(bytes: Uint8Array, start: number, offset: number): { end: number; eol: number } {
  const tail = letters(bytes, start, start + 64)
  const closed = /^\s*startxref\s+(\d{1,10})\s+%%EOF(\r\n|\r|\n)?/.exec(tail)
  if (closed === null) throw broken('尾部字典后没有startxref和%%EOF', start)
  if (Number(closed[1]) !== offset)
    throw linearizedOr(broken('startxref与交叉引用表的位置不符', start), Number(closed[1]))
  return { end: start + closed[0].length, eol: closed[2]?.length ?? 0 }
}

/** The first section of a linearized file says `startxref 0` (annex F). */
const linearizedOr = (error: Error, written: number): Error => (written === 0 ? unsupported('linearized') : error)

export function letters(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, bytes.length)))
}
