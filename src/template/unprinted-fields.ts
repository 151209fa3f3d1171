/** Finds the fields that have content and that the chosen template does not print: nothing is lost without a word. */

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { labelOf, patternOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import type { BindSource } from './bind-content.js'
import type { BoundGrid } from './bound-grid.js'
import { joinPath, valueAt } from './field-path.js'

export const unprintedFields = (
  source: BindSource,
  grid: BoundGrid,
  steering: readonly string[],
): readonly Diagnostic[] => {
  const printed = new Set(printedPaths(grid))
  const left = new Set(steering)
  return contentPaths(source.form, '', printed)
    .filter((path) => !left.has(patternOf(path)))
    .map((path) => {
      const facts = { template: source.template.id, value: excerpt(valueAt(source.form, path)) }
      return problem('not-printed', path, facts, labelOf(source.labels, path))
    })
}

const printedPaths = (grid: BoundGrid): readonly string[] => {
  const cells = grid.sections.flatMap((section) => [...section.rows.flatMap((row) => row.cells), ...section.merges])
  const around = [...grid.heading, ...(grid.signature?.row.cells ?? [])]
  return [...around, ...cells].flatMap((cell) => cell.sources)
}

/** Paths of all leaves with content that are not printed, in the form's own order; a printed path is not entered. */
const contentPaths = (value: unknown, path: string, printed: ReadonlySet<string>): readonly string[] => {
  if (printed.has(path) || value === null || value === undefined || value === '') return []
  if (typeof value !== 'object') return [path]
  return Array.isArray(value)
    ? value.flatMap((item, index) => contentPaths(item, `${path}[${index}]`, printed))
    : Object.entries(value).flatMap(([key, item]) => contentPaths(item, joinPath(path, key), printed))
}

const excerpt = (value: unknown): string => {
  const characters = Array.from(String(value))
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}……` : characters.join('')
}
