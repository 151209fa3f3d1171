/** Puts findings in the one order that does not depend on how the rules were run: field by field as on paper, then rule by rule. */
import type { Diagnostic } from '../diagnostics/diagnostic.js'
import { labelOf } from '../diagnostics/label.js'
import { nodesOf } from './fields.js'

/** Labels the findings and sorts them; findings of one field keep the order they came in. */
export const inFormOrder = (
  form: unknown,
  labels: Readonly<Record<string, string>>,
  findings: readonly Diagnostic[],
): readonly Diagnostic[] => {
  if (findings.length === 0) return findings
  const rank = new Map(nodesOf(form).map(({ path }, index) => [path, index]))
  const rankOf = ({ path }: Diagnostic): number => rank.get(path) ?? rank.size
  return findings.map((finding) => withLabel(finding, labels)).sort((a, b) => rankOf(a) - rankOf(b))
}

const withLabel = (finding: Diagnostic, labels: Readonly<Record<string, string>>): Diagnostic => {
  const label = finding.label ?? labelOf(labels, finding.path)
  return label === undefined ? finding : { ...finding, label }
}
