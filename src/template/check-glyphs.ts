/** Refuses what no face can print, before anything is measured, and names every field it stands in. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { labelOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import type { FaceMetrics, FontBook } from '../fonts/face.js'
import { createGlyphFinder, type GlyphFaults, type GlyphFinder, nameCharacter } from '../text/missing-characters.js'
import type { BindSource } from './bind-content.js'
import type { BoundCell, BoundGrid, BoundText, TextStyle } from './bound-grid.js'
import { valueAt } from './field-path.js'
import { cellsOf } from './texts-of.js'

/** Where the characters of a text may have come from. */
type GlyphSource = Pick<BindSource, 'form' | 'labels'>

/** What is asked of a text. */
export type GlyphText = Pick<BoundText, 'text' | 'sources'> & { readonly style: Pick<TextStyle, 'role'> }

/** Errors `character-missing` and warnings `variation-unavailable`, one for each field, in reading order. */
export const checkGlyphs = (source: GlyphSource, grid: BoundGrid, book: FontBook): readonly Diagnostic[] =>
  checkTexts(source, boundTexts(grid), book)

/** The same of texts that stand in no grid. */
export const checkTexts = (source: GlyphSource, texts: readonly GlyphText[], book: FontBook): readonly Diagnostic[] => {
  const seen = new Set<string>()
  const found: Diagnostic[] = []
  for (const text of texts) {
    const faults = finderOf(book.chain(text.style.role), book)(text.text)
    if (faults.missing.length > 0 || faults.plain.length > 0) found.push(...checkText(source, text, faults))
  }
  return found.filter(({ code, path, facts }) => isNew(seen, `${code} ${path} ${path === '' ? facts.characters : ''}`))
}

/** One finder for each chain of faces, for as long as the chain lives. */
const finders = new WeakMap<readonly FaceMetrics[], GlyphFinder>()

const finderOf = (chain: readonly FaceMetrics[], book: FontBook): GlyphFinder => {
  const finder = finders.get(chain) ?? createGlyphFinder(chain, book)
  finders.set(chain, finder)
  return finder
}

const isNew = (seen: Set<string>, key: string): boolean => !seen.has(key) && seen.add(key) !== undefined

const checkText = (source: GlyphSource, text: GlyphText, { missing, plain }: GlyphFaults): readonly Diagnostic[] => [
  ...attribute(source, text, missing).map(({ path, label, characters }) =>
    problem('character-missing', path, { characters }, label),
  ),
  ...attribute(source, text, plain).map(({ path, label, characters }) =>
    problem('variation-unavailable', path, { characters }, label),
  ),
]

/** What comes from no field has no label of its own. */
const TEMPLATE_WORDS = '标题（title）或版式文字'

interface Attributed {
  readonly path: string
  readonly label: string | undefined
  readonly characters: readonly string[]
}

/** Traces characters of a text back to the fields they came from; what comes from no field is the template's or the title's. */
const attribute = (source: GlyphSource, text: GlyphText, clusters: readonly string[]): readonly Attributed[] => {
  if (clusters.length === 0) return []
  const fields = text.sources.map((path) => ({ path, words: String(valueAt(source.form, path) ?? '') }))
  const inFields = fields.map(({ path, words }) => ({
    path,
    own: clusters.filter((cluster) => words.includes(cluster)),
  }))
  const rest = clusters.filter((cluster) => !fields.some(({ words }) => words.includes(cluster)))
  return [...inFields, { path: '', own: rest }]
    .filter(({ own }) => own.length > 0)
    .map(({ path, own }) => ({
      path,
      label: path === '' ? TEMPLATE_WORDS : labelOf(source.labels, path),
      characters: own.map(nameCharacter),
    }))
}

/** Every text of a grid, as it is measured. */
export const boundTexts = (grid: BoundGrid): readonly BoundText[] => {
  const { signature, pageHead, pageFoot, copy, continuation } = grid
  const cells = cellsOf(grid)
  const around = [...(signature?.row.cells ?? []), pageHead, pageFoot, copy?.proof?.text]
  return [
    ...grid.heading,
    ...(continuation === '' ? cells : cells.map((cell) => withContinuation(cell, continuation))),
    ...around.filter((text) => text !== undefined),
  ]
}

/** A label is also measured as it stands again on a further page part, whether it will or not. */
const withContinuation = (cell: BoundCell, continuation: string): BoundText =>
  cell.role === 'label' && cell.text !== '' ? { ...cell, text: cell.text + continuation } : cell
