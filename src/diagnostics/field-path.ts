/** Writes field paths the way messages and layouts name them: `indicators[3].annual[0].value`. */

/** Keys that are no plain identifier are quoted: `signature["联系电话"]`. */
export const formatPath = (segments: readonly PropertyKey[]): string => segments.reduce<string>(appendSegment, '')

const appendSegment = (path: string, segment: PropertyKey): string => {
  if (typeof segment === 'number') return `${path}[${segment}]`
  const key = String(segment)
  if (!/^[A-Za-z_$][\w$]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}
