/** Finds the official label of a field by its path. */

/** `indicators[3].annual[0].value` → `indicators[].annual[].value`. */
export const patternOf = (path: string): string => (path.includes('[') ? path.replace(/\[\d+\]/g, '[]') : path)

/** The label of the field, or of the nearest thing around it that has one. */
export const labelOf = (labels: Readonly<Record<string, string>>, path: string): string | undefined => {
  let pattern = patternOf(path)
  while (pattern !== '') {
    if (Object.hasOwn(labels, pattern)) return labels[pattern]
    pattern = pattern.slice(0, Math.max(pattern.lastIndexOf('.'), pattern.lastIndexOf('['), 0))
  }
  return undefined
}
