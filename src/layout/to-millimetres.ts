/** The layout for reading: the same pages with every length in millimetres, rounded to 0.01 mm. */
import { toMm } from './length.js'
import type { Page } from './page.js'

const LENGTHS = new Set(['x', 'y', 'x1', 'y1', 'x2', 'y2', 'width', 'height', 'size', 'baseline', 'letterSpacing'])

/** Pages in millimetres, origin top-left, y downwards. Type sizes too: 9 pt is 3.18 mm. */
export const toMillimetres = (pages: readonly Page[]): readonly Page[] => pages.map((page) => convert(page) as Page)

const convert = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(convert)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      LENGTHS.has(key) && typeof inner === 'number' ? toMm(inner) : convert(inner),
    ]),
  )
}
