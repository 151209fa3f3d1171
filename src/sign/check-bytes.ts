/**
 * Whether a revision is its objects and nothing else (ISO 32000-1, 7.3.10 and 7.5.6). Most readers that stumble over an
 * object search the whole file for others, and would find those that no table names.
 */
import { letters } from './pdf/cross-references.js'
import { type PdfFile, resolve } from './pdf/open-pdf.js'
import { parseValue, standsAt } from './pdf/parse-value.js'
import { numberOf } from './pdf/value.js'

/** Of the newest revision. False also where an object is not whole: its head, the length of its stream, its end. */
export function isObjectsOnly(file: PdfFile): boolean {
  const revision = file.revisions[file.revisions.length - 1]
  if (revision === undefined) return false
  const objects = [...revision.entries].filter(([, { offset }]) => offset !== undefined)
  const sorted = objects.sort(([, a], [, b]) => (a.offset ?? 0) - (b.offset ?? 0))
  let at = skipBlank(file.bytes, revision.start)
  for (const [number, { offset, generation }] of sorted) {
    const head = `${number} ${generation} obj`
    if (at !== offset || !standsAt(file.bytes, at, head)) return false
    const end = endOfObject(file, at + head.length)
    if (end === undefined) return false
    at = skipBlank(file.bytes, end)
  }
  return at === revision.xref
}

/** Behind `endobj`; undefined where it does not stand where it should. */
function endOfObject(file: PdfFile, start: number): number | undefined {
  const { bytes } = file
  const { value, end } = parseValue(bytes, start)
  let at = skipBlank(bytes, end)
  if (standsAt(bytes, at, 'stream')) {
    const lineEnd = /^stream\r?\n/.exec(letters(bytes, at, at + 8))
    const length = value.kind === 'dictionary' ? numberOf(resolve(file, value.entries.get('Length'))) : undefined
    if (lineEnd === null || length === undefined) return undefined
    at = skipBlank(bytes, at + lineEnd[0].length + length)
    if (!standsAt(bytes, at, 'endstream')) return undefined
    at = skipBlank(bytes, at + 'endstream'.length)
  }
  return standsAt(bytes, at, 'endobj') ? at + 'endobj'.length : undefined
}

/** Behind white space; a comment is none, for a reader that searches may find an object in it. */
function skipBlank(bytes: Uint8Array, start: number): number {
  let at = start
  while ([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20].includes(bytes[at] ?? -1)) at++
  return at
}
