/** Two PDFs that should be the same bytes → where they are not, as a person would name it. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'
import { countPages, findPage } from '../sign/pdf/find-page.js'
import { dictionaryOf, openPdf, type PdfFile, readObject } from '../sign/pdf/open-pdf.js'
import { nameOf, type PdfValue } from '../sign/pdf/value.js'

/** @param expected a reprint: one revision, its objects numbered without gaps */
export const comparePdfs = (found: Uint8Array, expected: Uint8Array): readonly Diagnostic[] => {
  if (sameBytes(found, expected)) return []
  if (found.length > expected.length && sameBytes(found.subarray(0, expected.length), expected)) {
    return [problem('copy-altered/appended', '', { bytes: found.length - expected.length })]
  }
  const differences = compareObjects(found, openPdf(expected))
  return differences.length > 0 ? differences : [problem('copy-altered/structure', '', {})]
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

const compareObjects = (bytes: Uint8Array, expected: PdfFile): readonly Diagnostic[] => {
  const found = openOrNothing(bytes)
  if (found === undefined) return []
  const counts = { found: countPages(found), expected: countPages(expected) }
  const parts = partsOf(expected)
  const [old, now] = [bodiesOf(expected), bodiesOf(found)]
  const changed = [...old].filter(([number, body]) => !sameBytes(body, now.get(number) ?? new Uint8Array()))
  // An object that grew moves all that follow it, and no other is told to have changed for that.
  const named = changed.map(([number]) => parts.get(number) ?? { key: 'copy-altered/structure' as const })
  const distinct = new Map(named.map((part) => [JSON.stringify(part), part]))
  return [
    ...(counts.found === counts.expected ? [] : [problem('copy-altered/pages', '', counts)]),
    ...[...distinct.values()].map((part) =>
      part.key === 'copy-altered/page' ? problem(part.key, '', { page: part.page }) : problem(part.key, '', {}),
    ),
  ]
}

const openOrNothing = (bytes: Uint8Array): PdfFile | undefined => {
  try {
    const file = openPdf(bytes)
    countPages(file)
    return file
  } catch (error) {
    if (error instanceof FormError) return undefined
    throw error
  }
}

/** The newest version of each object, from its number to where the next object in the file begins. */
const bodiesOf = ({ bytes, revisions }: PdfFile): ReadonlyMap<number, Uint8Array> => {
  const bodies = new Map<number, Uint8Array>()
  for (const { entries, xref } of revisions) {
    const starts = [...entries].flatMap(([number, { offset }]) => (offset === undefined ? [] : [{ number, offset }]))
    starts.sort((a, b) => a.offset - b.offset)
    starts.forEach(({ number, offset }, index) =>
      bodies.set(number, bytes.subarray(offset, starts[index + 1]?.offset ?? xref)),
    )
  }
  return bodies
}

type Part =
  | { readonly key: 'copy-altered/page'; readonly page: number }
  | { readonly key: `copy-altered/${'attachment' | 'metadata' | 'font' | 'picture'}` }

/** What each object of a reprint belongs to; what is missing here is structure. */
const partsOf = (file: PdfFile): ReadonlyMap<number, Part> => {
  const parts = new Map<number, Part>()
  for (const number of file.revisions[0].entries.keys()) {
    const part = partOf(readObject(file, number))
    if (part) parts.set(number, part)
  }
  for (let page = 1, found = findPage(file, 1); found !== undefined; found = findPage(file, ++page)) {
    for (const number of [found.reference.number, ...contentsOf(found.page.entries.get('Contents'))])
      parts.set(number, { key: 'copy-altered/page', page })
  }
  const info = file.trailer.entries.get('Info')
  if (info?.kind === 'reference') parts.set(info.number, { key: 'copy-altered/metadata' })
  for (const number of fontStreams(file)) parts.set(number, { key: 'copy-altered/font' })
  return parts
}

const contentsOf = (value: PdfValue | undefined): readonly number[] => {
  if (value?.kind === 'reference') return [value.number]
  return value?.kind === 'array' ? value.items.flatMap(contentsOf) : []
}

const partOf = (value: PdfValue): Part | undefined => {
  if (value.kind !== 'dictionary') return undefined
  const type = nameOf(value.entries.get('Type'))
  if (type === 'Filespec' || type === 'EmbeddedFile') return { key: 'copy-altered/attachment' }
  if (type === 'Metadata') return { key: 'copy-altered/metadata' }
  if (type === 'Font' || type === 'FontDescriptor') return { key: 'copy-altered/font' }
  return nameOf(value.entries.get('Subtype')) === 'Image' ? { key: 'copy-altered/picture' } : undefined
}

/** Font programs and ToUnicode maps have no type of their own. */
const fontStreams = (file: PdfFile): readonly number[] =>
  [...file.revisions[0].entries.keys()].flatMap((number) => {
    const dictionary = dictionaryOf(file, { kind: 'reference', number } as PdfValue)
    const values = ['FontFile2', 'FontFile3', 'ToUnicode'].map((key) => dictionary?.entries.get(key))
    return values.flatMap((value) => (value?.kind === 'reference' ? [value.number] : []))
  })
