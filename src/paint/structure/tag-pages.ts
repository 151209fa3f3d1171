/** Pages → structure tree, and the operators that tie what is painted to it. */
import type { Page } from '../../layout/page.js'
import { collectCells } from './collect-cells.js'
import { collectFigures, picturesOf } from './collect-figures.js'
import { byContent, contentOpening, openingOperators } from './marked-content.js'
import { buildStructure, type StructureElement } from './structure-tree.js'

export interface Tags {
  readonly tree: StructureElement
  /** By page. */
  readonly openings: readonly PageOpenings[]
}

/** Operators that open marked content. */
export interface PageOpenings {
  /** One for each stretch of neighbouring runs of one cell. */
  readonly text: readonly string[]
  /** One for each picture, in the order of the page's marks. */
  readonly pictures: readonly string[]
}

export function tagPages(pages: readonly Page[]): Tags {
  const collected = collectCells(pages)
  const tree = buildStructure(collected.cells, collectFigures(pages, collected))
  const tags = byContent(tree, pages.length, ({ tag }) => tag)
  const openings = pages.map((page, index) => {
    const [own = [], stretches = []] = [tags[index], collected.stretches[index]]
    const pictures = picturesOf(page)
    const numbers = pictures.map((_, at) => own.length - pictures.length + at)
    return { text: openingOperators(stretches, own), pictures: numbers.map((mcid) => contentOpening(own, mcid)) }
  })
  return { tree, openings }
}
