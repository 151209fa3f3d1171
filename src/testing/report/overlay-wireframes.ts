/** Two wireframes laid over each other, red before and blue after, for reports of layouts of which there is no picture. */
import type { DescribedLayout, DescribedPage } from '../layout/described-layout.js'
import { drawWireframe } from '../layout/wireframe.js'
import type { ReportSection } from './html-report.js'

/** One section for each page that differs. */
export const wireframeSections = (before: DescribedLayout, after: DescribedLayout): readonly ReportSection[] => {
  const count = Math.max(before.pages.length, after.pages.length)
  return Array.from({ length: count }, (_, index) =>
    wireframeSection(index + 1, before.pages[index], after.pages[index]),
  ).filter((section) => section !== undefined)
}

const wireframeSection = (
  number: number,
  before: DescribedPage | undefined,
  after: DescribedPage | undefined,
): ReportSection | undefined => {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined
  const overlay = overlayPages([before ? [before, '#d62828'] : undefined, after ? [after, '#006ec8'] : undefined])
  return {
    title: `Page ${number} 第${number}页`,
    words: [],
    ...(before ? { before: drawOne(before) } : {}),
    ...(after ? { after: drawOne(after) } : {}),
    overlay,
  }
}

const drawOne = (page: DescribedPage): string => drawWireframe({ pages: [page], slack: 0 })

const overlayPages = (pages: readonly (readonly [DescribedPage, string] | undefined)[]): string => {
  const drawn = pages.filter((page) => page !== undefined)
  const width = Math.max(...drawn.map(([page]) => page.width)) / 100
  const height = Math.max(...drawn.map(([page]) => page.height)) / 100
  const layers = drawn.map(
    ([page, colour]) =>
      `<g stroke="${colour}" fill="none" stroke-width=".25" style="mix-blend-mode:multiply">${outline(page)}</g>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${layers.join('')}</svg>`
}

const outline = (page: DescribedPage): string => {
  const boxes = page.rules.map(({ x1, y1, x2, y2 }) => `M${x1 / 100} ${y1 / 100}L${x2 / 100} ${y2 / 100}`)
  const lines = page.cells.flatMap(({ x, y, runs }) =>
    runs.map((run) => `M${(x + run.x) / 100} ${(y + run.baseline) / 100}h${run.width / 100}`),
  )
  return `<path d="${[...boxes, ...lines].join('')}"/>`
}
