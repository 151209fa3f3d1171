/** Writes field paths the way messages and layouts name them, `indicators[3].annual[0].value`, and takes them apart. */

/** Keys that are no plain identifier are quoted: `signature["联系电话"]`. */
export const formatPath = (segments: readonly PropertyKey[]): string => segments.reduce<string>(appendSegment, '')

const appendSegment = (path: string, segment: PropertyKey): string => {
  if (typeof segment === 'number') return `${path}[${segment}]`
  const key = String(segment)
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}

/** The steps of a path: `indicators`, `3`, `annual`, `0`, `value`. */
export const stepsOf = (path: string): readonly string[] => {
  const steps: string[] = []
  for (let start = 0; start < path.length; ) {
    const end = stepEnd(path, start)
    if (end > start) steps.push(path.slice(start, end))
    start = end + 1
  }
  return steps
}

/** A step ends before the next `.`, `[` or `]`; where two of them meet there is a step of no length, which is none. */
export const stepEnd = (path: string, start: number): number => {
  let end = start
  for (; end < path.length; end++) {
    const unit = path.charCodeAt(end)
    if (unit === DOT || unit === OPEN || unit === CLOSE) break
  }
  return end
}

const DOT = 0x2e
const OPEN = 0x5b
const CLOSE = 0x5d
