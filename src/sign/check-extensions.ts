/**
 * Which version and extensions of PDF a signer may say the file is of. The word of a signature's algorithm stands in the
 * catalog: PAdES is an extension of PDF 1.7 (ETSI EN 319 142-1, 5.6), elliptic curves and the newer digests are some of
 * PDF 2.0 (ISO/TS 32001 and 32002). Nothing follows from it for what a reader draws.
 */
import { addedItems, isSame, sameBut } from './pdf/compare-values.js'
import { dictionaryOf, listOf, type PdfFile } from './pdf/open-pdf.js'
import { textOf } from './pdf/text-string.js'
import { dictionary, nameOf, numberOf, type PdfDictionary, type PdfValue } from './pdf/value.js'

/** The catalog of a file before and after a signature. */
export interface CatalogStep {
  readonly before: PdfFile
  readonly after: PdfFile
  readonly old: PdfDictionary
  readonly changed: PdfDictionary
}

/** Each extension that was declared stays; new ones stand behind it, or under a prefix of their own. */
export function keepsExtensions({ before, after, old, changed }: CatalogStep): boolean {
  const [was = dictionary({}), is = dictionary({})] = [
    dictionaryOf(before, old.entries.get('Extensions')),
    dictionaryOf(after, changed.entries.get('Extensions')),
  ]
  const prefixes = [...is.entries.keys()]
  return (
    sameBut(was, is, prefixes) &&
    prefixes.every((prefix) => {
      const [earlier, later] = [was.entries.get(prefix), is.entries.get(prefix)]
      const added = addedItems(listOf(before, earlier), listOf(after, later))
      return isSame(earlier, later) || added?.every((item) => isDeclaration(dictionaryOf(after, item)))
    })
  )
}

/** Of a developer extension (ISO 32000-2, 7.12.3), with no room for words of anyone's own. */
const KEYS: ReadonlyMap<string, (value: PdfValue) => boolean> = new Map([
  ['Type', (value) => nameOf(value) === 'DeveloperExtensions'],
  ['BaseVersion', (value) => /^\d\.\d$/.test(nameOf(value) ?? '')],
  ['ExtensionLevel', (value) => numberOf(value) !== undefined],
  ['ExtensionRevision', (value) => /^:\d{4}$/.test(textOf(value) ?? '')],
  ['URL', (value) => /^https:\/\/www\.iso\.org\/standard\/\d+\.html$/.test(textOf(value) ?? '')],
])

const isDeclaration = (extension: PdfDictionary | undefined): boolean =>
  extension !== undefined && [...extension.entries].every(([key, value]) => KEYS.get(key)?.(value) ?? false)

const VERSIONS: readonly string[] = ['1.4', '1.5', '1.6', '1.7', '2.0']

/** A later version is one with more in it, and takes nothing from what was there (7.2.2); an unknown one might. */
export function keepsVersion({ old, changed }: CatalogStep): boolean {
  const [was, is] = [old.entries.get('Version'), changed.entries.get('Version')]
  return isSame(was, is) || VERSIONS.indexOf(nameOf(is) ?? '') > VERSIONS.indexOf(nameOf(was) ?? '')
}
