/** Reads and compares field paths such as `indicators[3].annual[0].value`. */
import { stepEnd } from '../diagnostics/field-path.js'

/** Joins a path to a field of it; either may be empty. */
export const joinPath = (base: string, field: string): string => {
  if (base === '' || field === '') return base + field
  return field.startsWith('[') ? base + field : `${base}.${field}`
}

/** The value at a path, or undefined where the form has none. Only own keys are read. */
export const valueAt = (value: unknown, path: string): unknown => {
  let found: unknown = value
  for (let start = 0; start < path.length; ) {
    const end = stepEnd(path, start)
    if (end > start) {
      const step = path.slice(start, end)
      if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
      found = (found as Record<string, unknown>)[step]
    }
    start = end + 1
  }
  return found
}

/** Whether `path` is `ancestor` or lies inside it. */
export const isWithin = (path: string, ancestor: string): boolean =>
  path === ancestor || ancestor === '' || path.startsWith(`${ancestor}.`) || path.startsWith(`${ancestor}[`)

/** The longest path that all given paths lie inside; undefined where there is none. */
export const commonPath = (paths: readonly string[]): string | undefined => {
  const [first, ...rest] = paths
  if (first === undefined) return undefined
  if (rest.length === 0) return first === '' ? undefined : first
  let common = first
  while (common !== '' && !rest.every((path) => isWithin(path, common)))
    common = common.replace(/(\.[^.[\]]+|\[\d+\]|^[^.[\]]+)$/, '')
  return common === '' ? undefined : common
}
