/** How many of each severity. */
import type { Diagnostic, Severity } from './diagnostic.js'

export type FindingCounts = readonly [errors: number, warnings: number, hints: number]

export const countFindings = (diagnostics: readonly Diagnostic[]): FindingCounts => {
  const count = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length
  return [count('error'), count('warning'), count('hint')]
}
