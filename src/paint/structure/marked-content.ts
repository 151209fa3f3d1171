/** The operators that open marked content (ISO 32000-1, 14.6): a number that the structure tree refers to, or an artifact. */
import type { Stretch } from './collect-cells.js'
import type { StructureElement, StructureTag } from './structure-tree.js'

/** The element of every stretch of marked content: by page, then by its number there. */
export type ByContent<T> = readonly (readonly T[])[]

/** Rules carry no meaning that the table does not (14.8.2.2.1). */
export const RULES_ARTIFACT = '/Artifact<</Type/Layout>>BDC'

const ARTIFACTS: Readonly<Record<(Stretch & { kind: 'artifact' })['of'], string>> = {
  pageHead: '/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC',
  pageFoot: '/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC',
  repeat: '/Artifact<</Type/Pagination>>BDC',
}

/** One operator for each stretch of the page's text. */
export const openingOperators = (stretches: readonly Stretch[], tags: readonly StructureTag[]): readonly string[] =>
  stretches.map((stretch) => (stretch.kind === 'artifact' ? ARTIFACTS[stretch.of] : contentOpening(tags, stretch.mcid)))

export const contentOpening = (tags: readonly StructureTag[], mcid: number): string =>
  `/${tags[mcid]}<</MCID ${mcid}>>BDC`

/** Turns the tree over: what stands behind each piece of content. `value` is asked once for each element. */
export function byContent<T>(
  root: StructureElement,
  pages: number,
  value: (element: StructureElement) => T,
): ByContent<T> {
  const found: T[][] = Array.from({ length: pages }, () => [])
  const open = [root]
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    const own = value(element)
    for (const { page, mcid } of element.pieces) (found[page] ?? [])[mcid] = own
    for (const kid of element.kids) open.push(kid)
  }
  return found
}
