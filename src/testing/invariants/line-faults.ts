/** No line begins or ends with a mark that GB/T 15834-2011 (5.1) forbids there, save where its cell leaves no legal break at all. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js'
import { problem } from '../../diagnostics/make-problem.js'
import type { Page } from '../../layout/page.js'
import type { BoundGrid } from '../../template/bound-grid.js'
import { splitClusters } from '../../text/clusters.js'
import { isLineEndProhibited, isLineStartProhibited } from '../../text/kinsoku.js'
import { normalise } from '../../text/normalise.js'
import { type ExpectedCell, expectedCells, findExpected } from './filled-form.js'

interface SetLine {
  readonly page: number
  readonly text: string
}

/** `line-start`, `line-end`. */
export const lineFaults = (grid: BoundGrid, pages: readonly Page[]): readonly Diagnostic[] => {
  const expected = expectedCells(grid)
  return [...linesByCell(expected, pages)].flatMap(([cell, lines]) => faultsOf(cell, lines))
}

/** The lines of every cell over all its page parts; what stands again is looked at once. */
const linesByCell = (
  expected: readonly ExpectedCell[],
  pages: readonly Page[],
): ReadonlyMap<ExpectedCell, readonly SetLine[]> => {
  const found = new Map<ExpectedCell, SetLine[]>()
  for (const page of pages) {
    page.cells.forEach((cell, index) => {
      const owner = cell.repeated ? undefined : findExpected(expected, cell.row, cell.column)
      if (owner) found.set(owner, [...(found.get(owner) ?? []), ...linesOf(page, index)])
    })
  }
  return found
}

const linesOf = (page: Page, cell: number): readonly SetLine[] => {
  const lines: string[] = []
  for (const run of page.runs) if (run.cell === cell) lines[run.line] = (lines[run.line] ?? '') + run.text
  return Array.from(lines, (text = '') => ({ page: page.number, text }))
}

const faultsOf = ({ bound }: ExpectedCell, lines: readonly SetLine[]): readonly Diagnostic[] => {
  const starts = paragraphStarts(normalise(bound.text))
  const name = bound.label ?? bound.text.replace(/\s/g, '').slice(0, 12)
  let printed = 0
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]
    const inside = before !== undefined && !starts.has(printed)
    printed += visible(line.text).length
    if (!inside || hasNoLegalBreak(before.text)) return []
    const facts = { page: line.page, cell: name, line: line.text.trim() }
    const [first, last] = [visible(line.text)[0] ?? '', visible(before.text).at(-1) ?? '']
    return [
      ...(isLineStartProhibited(first) ? [problem('line-start', bound.path ?? '', { ...facts, mark: first })] : []),
      ...(isLineEndProhibited(last)
        ? [problem('line-end', bound.path ?? '', { ...facts, line: before.text.trim(), mark: last })]
        : []),
    ]
  })
}

const visible = (text: string): readonly string[] => splitClusters(text).filter((cluster) => cluster.trim() !== '')

/** Paragraphs begin after so many visible clusters: there a mark stands where the user put it. */
const paragraphStarts = (text: string): ReadonlySet<number> => {
  let count = 0
  return new Set(text.split('\n').map((paragraph) => (count += visible(paragraph).length)))
}

/** The line could have ended nowhere earlier without a forbidden mark on either side. */
const hasNoLegalBreak = (line: string): boolean => {
  const clusters = visible(line)
  return !clusters
    .slice(0, -1)
    .some((cluster, index) => !isLineEndProhibited(cluster) && !isLineStartProhibited(clusters[index + 1] ?? ''))
}
