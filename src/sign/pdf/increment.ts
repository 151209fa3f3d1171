/** An incremental update (ISO 32000-1, 7.5.6): objects behind the file, which itself stays as it is, byte for byte. */
import { sha256 } from '../../kernel/sha256.js'
import type { PdfFile } from './open-pdf.js'
import {
  array,
  dictionary,
  number as numberValue,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  reference,
} from './value.js'
import { writeValue } from './write-value.js'

/** Objects on their way into a file. Filled while an update is put together, then written. */
export interface Increment {
  readonly file: PdfFile
  readonly objects: Map<number, NewObject>
  /** The number the next new object gets. */
  next: number
}

interface NewObject {
  /** As it is written between `obj` and `endobj`; for a stream its dictionary. */
  readonly body: string
  readonly stream?: Uint8Array
}

export interface WrittenIncrement {
  readonly pdf: Uint8Array<ArrayBuffer>
  /** Where the body of each object begins. */
  readonly bodies: ReadonlyMap<number, number>
}

export const startIncrement = (file: PdfFile): Increment => ({ file, objects: new Map(), next: file.size })

/** A number for an object that is put in later. */
export const reserve = (increment: Increment): PdfReference => reference(increment.next++)

export function put(increment: Increment, { number }: PdfReference, value: PdfValue): void {
  increment.objects.set(number, { body: writeValue(value) })
}

/** Text that is written as it stands. */
export function putText(increment: Increment, { number }: PdfReference, body: string): void {
  increment.objects.set(number, { body })
}

export function putStream(
  increment: Increment,
  { number }: PdfReference,
  data: PdfDictionary,
  stream: Uint8Array,
): void {
  const whole = new Map([...data.entries, ['Length', numberValue(stream.length)]])
  increment.objects.set(number, { body: writeValue({ kind: 'dictionary', entries: whole }), stream })
}

export function add(increment: Increment, value: PdfValue): PdfReference {
  const to = reserve(increment)
  put(increment, to, value)
  return to
}

/** Joins file and increment. The same objects give the same bytes. */
export function writeIncrement({ file, objects, next }: Increment): WrittenIncrement {
  const parts: (string | Uint8Array)[] = []
  let at = file.bytes.length
  const write = (part: string | Uint8Array): void => {
    parts.push(part)
    at += part.length
  }
  if (file.bytes.at(-1) !== 0x0a) write('\n')
  const sorted = [...objects].sort(([a], [b]) => a - b)
  const offsets = new Map<number, number>()
  const bodies = new Map<number, number>()
  for (const [number, { body, stream }] of sorted) {
    offsets.set(number, at)
    write(`${number} ${generationOf(file, number)} obj\n`)
    bodies.set(number, at)
    write(`${body}\n`)
    if (stream) [write('stream\n'), write(stream), write('\nendstream\n')]
    write('endobj\n')
  }
  const xref = at
  write(crossReferences(file, offsets))
  write(`trailer\n${writeValue(trailerOf(file, next, parts))}\nstartxref\n${xref}\n%%EOF\n`)
  return { pdf: joined(file.bytes, parts, at), bodies }
}

const generationOf = (file: PdfFile, number: number): number =>
  file.revisions.findLast(({ entries }) => entries.has(number))?.entries.get(number)?.generation ?? 0

/** Subsections of neighbouring numbers; the entry of object 0 belongs to the first revision only. */
function crossReferences(file: PdfFile, offsets: ReadonlyMap<number, number>): string {
  const runs: number[][] = []
  for (const number of offsets.keys()) {
    const run = runs.at(-1)
    if (run?.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  const entry = (number: number): string =>
    `${String(offsets.get(number)).padStart(10, '0')} ${String(generationOf(file, number)).padStart(5, '0')} n \n`
  return `xref\n${runs.map((run) => `${run[0]} ${run.length}\n${run.map(entry).join('')}`).join('')}`
}

/** The first half of the identifier stays, the second tells the revisions apart (14.4). */
function trailerOf(file: PdfFile, size: number, parts: readonly (string | Uint8Array)[]): PdfDictionary {
  const { trailer, root, revisions } = file
  const id = trailer.entries.get('ID')
  const before = id?.kind === 'array' ? id : array([])
  const changed: PdfValue = { kind: 'string', bytes: digest([writeValue(before), ...parts]) }
  return dictionary({
    Size: numberValue(size),
    Root: root,
    Info: trailer.entries.get('Info'),
    ID: array([before.items[0] ?? changed, changed]),
    Prev: numberValue(revisions[revisions.length - 1]?.xref ?? 0),
  })
}

const ID_LENGTH = 16

function digest(parts: readonly (string | Uint8Array)[]): string {
  const bytes = joined(
    new Uint8Array(),
    parts,
    parts.reduce((sum, part) => sum + part.length, 0),
  )
  return String.fromCharCode(...sha256(bytes).subarray(0, ID_LENGTH))
}

function joined(before: Uint8Array, parts: readonly (string | Uint8Array)[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  bytes.set(before)
  let at = before.length
  for (const part of parts) {
    if (typeof part === 'string')
      for (let letter = 0; letter < part.length; letter++) bytes[at + letter] = part.charCodeAt(letter)
    else bytes.set(part, at)
    at += part.length
  }
  return bytes
}
