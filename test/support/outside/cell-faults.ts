/** Compares what other programs read out of a printed form with what was put into it. */
import type { RenderedForm } from '../../../src/index.js'
import type { PerformanceTargetInput } from '../../../templates/index.js'
import { cellTexts, difference, type FilledCell, fillCells } from './cell-text.js'
import { expectedValues, OWN_WORDS, type Variant, visible } from './expected-print.js'
import type { Glyph } from './extract.js'

export interface Printed extends RenderedForm {
  readonly form: PerformanceTargetInput
  readonly variant: Variant
}

/** Faults of what a reader found in the cells, beside what was put in. */
export const cellFaults = (
  { form, variant, pages }: Printed,
  glyphs: readonly (readonly Glyph[])[],
): readonly string[] => {
  const filled = pages.map((page, index) => fillCells(page, glyphs[index] ?? []))
  const cells = filled.flatMap((page) => page.cells)
  return [
    ...(glyphs.length === pages.length ? [] : [`${glyphs.length} pages instead of ${pages.length}`]),
    ...filled.flatMap(({ strays }, index) =>
      strays.slice(0, 3).map((glyph) => `page ${index + 1}: “${glyph.text}” stands in no cell`),
    ),
    ...valueFaults(cells, expectedValues(form, variant)),
    ...wordFaults(cells, variant),
    ...groupFaults(cells, form),
    ...furnitureFaults(cells, form, pages.length),
  ]
}

const valueFaults = (cells: readonly FilledCell[], wanted: ReadonlyMap<string, string>): readonly string[] => {
  const found = new Map<string, string>()
  for (const { cell, text } of cells) {
    if (cell.path === undefined || cell.role === 'label' || cell.role === 'pageHead') continue
    found.set(cell.path, (found.get(cell.path) ?? '') + text)
  }
  const lost = [...wanted].flatMap(([path, text]) => {
    const fault = difference(found.get(path) ?? '', text)
    return fault === undefined ? [] : [`${path}: ${fault}`]
  })
  const added = [...found]
    .filter(([path, text]) => text !== '' && !wanted.has(path))
    .map(([path, text]) => `${path}: printed “${text}” out of nothing`)
  return [...lost, ...added]
}

/** The form's own words stand once in their first page part, and the same again in every further part. */
const wordFaults = (cells: readonly FilledCell[], variant: Variant): readonly string[] => {
  const own = cells.filter(({ cell }) => (cell.role === 'label' || cell.role === 'head') && cell.path === undefined)
  const groups = cells
    .filter(({ cell }) => cell.role === 'label' && /level[12]$/.test(cell.path ?? ''))
    .map(({ text }) => text)
  const standard = new Set([...groups, ...STANDARD_NAMES])
  const count = (words: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return counts
  }
  const first = count(own.filter(({ cell }) => !cell.repeated).map(({ text }) => text))
  const wanted = count(OWN_WORDS[variant])
  const missing = [...wanted]
    .filter(([word, times]) => first.get(word) !== times)
    .map(([word, times]) => `label “${word}” ${first.get(word) ?? 0} times, not ${times}`)
  const strange = [...first.keys()]
    .filter((word) => word !== '' && !wanted.has(word) && !standard.has(word))
    .map((word) => `a label “${word}” that is none`)
  const repeats = own
    .filter(({ cell, text }) => cell.repeated && !wanted.has(text) && !standard.has(text))
    .map(({ text, page }) => `page ${page}: a repeated label reads “${text}”`)
  return [...missing, ...strange, ...repeats]
}

const STANDARD_NAMES = [
  '产出指标',
  '效益指标',
  '满意度指标',
  '数量指标',
  '质量指标',
  '时效指标',
  '成本指标',
  '经济效益指标',
  '社会效益指标',
  '生态效益指标',
  '可持续影响指标',
  '服务对象满意度指标',
]

/** Taller than this a label is no label any more: it is printed once, over pages, like any text. */
const TALLEST_LABEL = 560

/** Beside every indicator stand the names of its group, once in each of their columns. */
const groupFaults = (cells: readonly FilledCell[], form: PerformanceTargetInput): readonly string[] => {
  const labels = new Map<number, FilledCell[]>()
  for (const one of cells) {
    const { cell } = one
    if (
      cell.framed &&
      (cell.column === 1 || cell.column === 2 || cell.column === 5) &&
      cell.columnSpan === 1 &&
      cell.role !== 'head'
    )
      labels.set(one.page, [...(labels.get(one.page) ?? []), one])
  }
  const printedLabels = [...labels.values()].flat()
  return cells.flatMap((value) => {
    const [, index, side] =
      /^indicators\[(\d+)\]\.(implementation|annual)\[\d+\]\.name$/.exec(value.cell.path ?? '') ?? []
    const group = form.indicators[Number(index)]
    if (index === undefined || group === undefined) return []
    const beside = (labels.get(value.page) ?? []).filter(
      ({ cell }) => cell.y <= value.cell.y && cell.y + cell.height >= value.cell.y + value.cell.height,
    )
    const columns = side === 'annual' ? [1, 5] : [1, 2]
    return columns.flatMap((column) => {
      const name = visible(column === 1 ? group.level1 : group.level2)
      const texts = beside.filter(({ cell }) => cell.column === column).map(({ text }) => text)
      if (texts.length === 1 && texts[0] === name) return []
      const parts = printedLabels.filter(
        ({ cell, text }) => cell.column === column && text !== '' && name.includes(text),
      )
      const isTall = Math.ceil(name.length / 5) * 11.5 > TALLEST_LABEL
      if (isTall && parts.some(({ text }) => name.startsWith(text))) return []
      return [
        `page ${value.page}, ${value.cell.path}: beside it stands ${JSON.stringify(texts)}, not “${name.slice(0, 20)}”`,
      ]
    })
  })
}

const furnitureFaults = (
  cells: readonly FilledCell[],
  form: PerformanceTargetInput,
  pageCount: number,
): readonly string[] => {
  const feet = cells.filter(({ cell }) => cell.role === 'pageFoot').map(({ text }) => text)
  const heads = cells.filter(({ cell }) => cell.role === 'pageHead')
  const wantedFeet = Array.from({ length: pageCount }, (_, i) => `第${i + 1}页共${pageCount}页`)
  const name = visible(form.projectName)
  return [
    ...(feet.join(' ') === wantedFeet.join(' ') ? [] : [`page feet read ${feet.slice(0, 4).join(' ')}`]),
    ...(heads.length === pageCount - 1 ? [] : [`${heads.length} page heads for ${pageCount} pages`]),
    ...heads
      .filter(({ text }) => !/^项目支出绩效目标表/.test(text) || !isCut(text.replace(/^项目支出绩效目标表/, ''), name))
      .map(({ page, text }) => `page ${page}: head reads “${text}”`),
  ]
}

/** The whole name, or the beginning of it with ……. */
const isCut = (text: string, name: string): boolean =>
  text === name || (text.endsWith('……') && name.startsWith(text.slice(0, -2)))

/** Faults of a text in the order of the content stream, beside the layout's cells in reading order. */
export const streamFaults = ({ pages }: Printed, texts: readonly string[]): readonly string[] =>
  pages.flatMap((page, index) => {
    const fault = difference(visible(texts[index] ?? ''), cellTexts(page).join(''))
    return fault === undefined ? [] : [`page ${page.number}: ${fault}`]
  })
