/** What must hold of the laid-out pages of any form: cells, labels, parts, signature line, page feet and heads. */
import type { Cell, Page } from '../../../src/layout/page.js'
import { pageFaults } from '../page-faults.js'
import { cellTexts } from './cell-text.js'
import { lineFaults } from './line-faults.js'

const MM = 720

export const layoutFaults = (pages: readonly Page[], fields: ReadonlyMap<string, string>): readonly string[] => [
  ...pageFaults(pages),
  ...pages.flatMap((page) =>
    [...centreFaults(page, pages), ...tilingFaults(page)].map((fault) => `page ${page.number}: ${fault}`),
  ),
  ...partFaults(pages),
  ...signatureFaults(pages),
  ...numberFaults(pages),
  ...lineFaults(pages, paragraphEnds(fields)),
]

/** Where the paragraphs of a field end, counted in characters that are not white space. */
const paragraphEnds = (fields: ReadonlyMap<string, string>): ((path: string, printed: string) => boolean) => {
  const ends = new Map<string, ReadonlySet<number>>()
  for (const [path, text] of fields) {
    const places = new Set<number>()
    let count = 0
    for (const paragraph of text.split(/\r\n?|[\n\u0085\u2028\u2029]/)) {
      count += inked(paragraph).length
      places.add(count)
    }
    ends.set(path, places)
  }
  return (path, printed) => ends.get(path)?.has(inked(printed).length) ?? false
}

const inked = (text: string): string =>
  text.replace(/[\s\u3000\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu, '')

const nameOf = (cell: Cell): string => `${cell.role} ${cell.path ?? ''} column ${cell.column}`

/** The em boxes of a label stand in the middle of its part, up and down and left and right. */
const centreFaults = (page: Page, pages: readonly Page[]): readonly string[] =>
  page.cells.flatMap((cell, index) => {
    if (cell.role !== 'label' && cell.role !== 'head') return []
    const runs = page.runs.filter((run) => run.cell === index)
    if (runs.length === 0) return []
    const top = Math.min(...runs.map((run) => run.baseline - 0.88 * run.size))
    const bottom = Math.max(...runs.map((run) => run.baseline + 0.12 * run.size))
    const left = Math.min(...runs.map((run) => run.x))
    const right = Math.max(...runs.map((run) => run.x + run.width))
    const up = Math.abs((top + bottom) / 2 - (cell.y + cell.height / 2)) / MM
    const side = Math.abs((left + right) / 2 - (cell.x + cell.width / 2)) / MM
    // A label taller than the page goes on like any text: its parts begin at the top.
    const goesOn =
      cell.parts > 1 &&
      pages.filter(({ cells }) =>
        cells.some((one) => one.path === cell.path && one.column === cell.column && !one.repeated),
      ).length > 1
    return goesOn
      ? []
      : up > 0.05 || side > 0.05
        ? [`${nameOf(cell)} is off its centre by ${up.toFixed(2)} and ${side.toFixed(2)} mm`]
        : []
  })

/** The ruled cells of a page fill one rectangle without a hole. */
const tilingFaults = ({ cells }: Page): readonly string[] => {
  const framed = cells.filter((cell) => cell.framed)
  if (framed.length === 0) return []
  const left = Math.min(...framed.map(({ x }) => x))
  const right = Math.max(...framed.map(({ x, width }) => x + width))
  const top = Math.min(...framed.map(({ y }) => y))
  const bottom = Math.max(...framed.map(({ y, height }) => y + height))
  const area = framed.reduce((sum, { width, height }) => sum + width * height, 0)
  return area === (right - left) * (bottom - top) ? [] : ['the cells do not fill their frame']
}

/** Parts of one cell are numbered without a gap, and its text is new in the first part only. */
const partFaults = (pages: readonly Page[]): readonly string[] => {
  const seen = new Map<string, { parts: number; last: number; page: number; fresh: number }>()
  const faults: string[] = []
  for (const page of pages) {
    const texts = cellTexts(page)
    page.cells.forEach((cell, index) => {
      if (!cell.framed || cell.path === undefined || (cell.role === 'label' && cell.column === 5)) return
      const key = `${cell.role} ${cell.path} ${cell.column}`
      const before = seen.get(key)
      if (cell.part !== (before?.last ?? 0) + 1)
        faults.push(`page ${page.number}: ${nameOf(cell)} is part ${cell.part} after ${before?.last ?? 0}`)
      if (before && before.page === page.number) faults.push(`page ${page.number}: ${nameOf(cell)} stands twice`)
      const fresh = (before?.fresh ?? 0) + (cell.role === 'label' && !cell.repeated && texts[index] !== '' ? 1 : 0)
      seen.set(key, { parts: cell.parts, last: cell.part, page: page.number, fresh })
    })
  }
  for (const [key, { parts, last }] of seen)
    if (parts !== last) faults.push(`${key} ends with part ${last} of ${parts}`)
  return faults
}

/** The signature line stands once, in the company of the frame; only one that is taller than a page goes on alone. */
const signatureFaults = (pages: readonly Page[]): readonly string[] => {
  const signed = pages.filter(({ cells }) => cells.some(({ role }) => role === 'signature'))
  const [first, ...others] = signed
  if (first === undefined) return ['there is no signature line']
  const company = first.cells.some(
    (cell, index) => cell.framed && (cell.role === 'blank' || (cell.role === 'value' && isPrintedOn(first, index))),
  )
  const height = signed.reduce(
    (sum, { cells }) => sum + (cells.find(({ role }) => role === 'signature')?.height ?? 0),
    0,
  )
  // Neither can it stand in company where it leaves no room for the row before it.
  const tall = height > first.height * 0.6
  return [
    ...(tall || first.cells.some(({ framed }) => framed)
      ? []
      : [`page ${first.number}: the signature line stands alone`]),
    ...(tall || company ? [] : [`page ${first.number}: beside the signature line stand labels only`]),
    ...(others.length > 0 && !tall ? ['the signature line is torn'] : []),
  ]
}

const isPrintedOn = ({ runs }: Page, cell: number): boolean => runs.some((run) => run.cell === cell)

const numberFaults = (pages: readonly Page[]): readonly string[] =>
  pages.flatMap((page, index) => {
    const foot = page.cells.findIndex(({ role }) => role === 'pageFoot')
    const text = page.runs
      .filter((run) => run.cell === foot)
      .map((run) => run.text)
      .join('')
    const wanted = `第 ${index + 1} 页 共 ${pages.length} 页`
    return [
      ...(text === wanted && page.number === index + 1 ? [] : [`page ${index + 1}: foot reads “${text}”`]),
      ...(page.cells.some(({ role }) => role === 'pageHead') === index > 0 ? [] : [`page ${index + 1}: page head`]),
    ]
  })
