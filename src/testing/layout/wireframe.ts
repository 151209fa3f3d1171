/** A layout as a small SVG for code reviews: boxes with their names, baselines, page parts; no text of the form itself. */
import type { Page } from '../../layout/page.js'
import { cellName } from './cell-name.js'
import {
  type DescribedCell,
  type DescribedLayout,
  type DescribedPage,
  describeLayout,
  type Hundredths,
} from './described-layout.js'

/** Pages stand side by side with this gap, in hundredths of a millimetre. */
const GAP = 800

/** The wireframe of pages as `layoutForm` returns them. One user unit is a millimetre. */
export const wireframe = (pages: readonly Page[]): string => drawWireframe(describeLayout(pages))

export const drawWireframe = (layout: DescribedLayout): string => {
  const width = layout.pages.reduce((sum, page) => sum + page.width + GAP, -GAP)
  const height = Math.max(0, ...layout.pages.map((page) => page.height))
  let x = 0
  const drawn = layout.pages.map((page) => {
    const at = x
    x += page.width + GAP
    return `<g transform="translate(${mm(at)} 0)">\n${drawPage(page)}\n</g>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mm(width)} ${mm(height)}" width="${mm(width)}mm" font-family="sans-serif" font-size="2.2">`,
    STYLE,
    ...drawn,
    '</svg>',
    '',
  ].join('\n')
}

const STYLE =
  '<style>rect{fill:#fff;stroke:#999;stroke-width:.1}.label,.head{fill:#eef2f7}.value{fill:#fff}.blank{fill:#fafafa}.again{fill:#fdf3dc}.page{stroke:#444;stroke-width:.3}.rule{stroke:#000}.base{stroke:#2b7bba;stroke-width:.12}text{fill:#333}.part{fill:#b4540a}</style>'

const mm = (length: Hundredths): string => String(length / 100)

const drawPage = (page: DescribedPage): string =>
  [
    `<rect class="page" width="${mm(page.width)}" height="${mm(page.height)}"/>`,
    ...page.cells.map(drawCell),
    ...page.rules.map(
      ({ x1, y1, x2, y2, width }) =>
        `<path class="rule" stroke-width="${mm(width)}" d="M${mm(x1)} ${mm(y1)}${y1 === y2 ? `H${mm(x2)}` : `V${mm(y2)}`}"/>`,
    ),
  ].join('\n')

const drawCell = (cell: DescribedCell): string => {
  const { role, x, y, width, height, repeated, part, parts } = cell
  const box = `<rect class="${role}${repeated ? ' again' : ''}" x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}"/>`
  const tag =
    parts > 1
      ? `<text class="part" x="${mm(x + width - 40)}" y="${mm(y + 230)}" text-anchor="end">${part}/${parts}</text>`
      : ''
  const name =
    role === 'blank'
      ? ''
      : `<text x="${mm(x + 40)}" y="${mm(y + 230)}" textLength="${nameLength(cell)}" lengthAdjust="spacingAndGlyphs">${escape(cellName(cell))}</text>`
  return `${box}${baselines(cell)}${name}${tag}`
}

/** Names are squeezed into their box: an SVG cuts nothing by itself. */
const nameLength = (cell: DescribedCell): string => {
  const natural = Array.from(cellName(cell)).reduce((sum, character) => sum + (character > '\u2000' ? 220 : 120), 0)
  return mm(Math.max(100, Math.min(natural, cell.width - 80)))
}

const baselines = ({ x, y, runs }: DescribedCell): string => {
  const drawn = runs.map((run) => `M${mm(x + run.x)} ${mm(y + run.baseline)}h${mm(run.width)}`)
  return drawn.length === 0 ? '' : `<path class="base" d="${drawn.join('')}"/>`
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
