/** Finds the fields that have content and that the chosen template does not print: nothing is lost without a word. */

import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { labelOf, patternOf } from '../diagnostics/label.js'
import { problem } from '../diagnostics/make-problem.js'
import { isBlank } from '../text/normalise.js'
import type { BindSource } from './bind-content.js'
import type { BoundGrid } from './bound-grid.js'
import { joinPath, valueAt } from './field-path.js'
import { formatValue, isCalendarDate } from './formatters.js'
import { textsOf } from './texts-of.js'

export const unprintedFields = (
  source: BindSource,
  grid: BoundGrid,
  steering: readonly string[],
): readonly Diagnostic[] => {
  const printed = printedPaths(grid)
  const left = new Set(steering)
  return contentPaths(source.form, '', printed)
    .filter((path) => !left.has(patternOf(path)))
    .map((path) => {
      const facts = { template: source.template.id, value: excerpt(valueAt(source.form, path)) }
      return problem('not-printed', path, facts, labelOf(source.labels, path))
    })
}

const printedPaths = (grid: BoundGrid): ReadonlySet<string> => {
  const printed = new Set<string>()
  for (const { sources } of textsOf(grid)) for (const path of sources) printed.add(path)
  return printed
}

/** Paths of all leaves with content that are not printed, in the form's own order; a printed path is not entered. */
const contentPaths = (value: unknown, path: string, printed: ReadonlySet<string>, found: string[] = []): string[] => {
  if (value === null || value === undefined || printed.has(path)) return found
  if (typeof value === 'string' && isBlank(value)) return found
  if (Array.isArray(value)) value.forEach((item, index) => contentPaths(item, `${path}[${index}]`, printed, found))
  else if (typeof value !== 'object' || isWholeDate(value, path, printed)) found.push(path)
  else
    for (const key of Object.keys(value))
      contentPaths((value as Readonly<Record<string, unknown>>)[key], joinPath(path, key), printed, found)
  return found
}

/** A date is one field of the data, unless the template prints some of its parts. */
const isWholeDate = (value: object, path: string, printed: ReadonlySet<string>): boolean =>
  isCalendarDate(value) && !Object.keys(value).some((part) => printed.has(joinPath(path, part)))

const excerpt = (value: unknown): string => {
  const characters = Array.from(formatValue(value))
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}……` : characters.join('')
}
