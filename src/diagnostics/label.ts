/** Finds the official label of a field by its path. */
import type { Diagnostic } from './diagnostic.js'

/** `indicators[3].annual[0].value` → `indicators[].annual[].value`. */
export const patternOf = (path: string): string => {
  let pattern = ''
  let start = 0
  for (let open = path.indexOf('['); open !== -1; open = path.indexOf('[', open + 1)) {
    const close = path.indexOf(']', open)
    // Only a number between brackets is an index.
    if (close <= open + 1 || !isDigits(path, open + 1, close)) continue
    pattern += path.slice(start, open + 1)
    start = close
  }
  return start === 0 ? path : pattern + path.slice(start)
}

const isDigits = (text: string, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x30 || unit > 0x39) return false
  }
  return true
}

/** The label of the field, or of the nearest thing around it that has one. */
export const labelOf = (labels: Readonly<Record<string, string>>, path: string): string | undefined => {
  let pattern = patternOf(path)
  while (pattern !== '') {
    if (Object.hasOwn(labels, pattern)) return labels[pattern]
    pattern = pattern.slice(0, Math.max(pattern.lastIndexOf('.'), pattern.lastIndexOf('['), 0))
  }
  return undefined
}

/** The diagnostic with the label of its field, where it has none yet and there is one. */
export const withLabel = (finding: Diagnostic, labels: Readonly<Record<string, string>>): Diagnostic => {
  const label = finding.label ?? labelOf(labels, finding.path)
  return label === undefined ? finding : Object.assign({}, finding, { label })
}
