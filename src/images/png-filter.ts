/** Takes the filters off the rows of a PNG (ISO/IEC 15948, 9). */

/**
 * @param filtered rows, each behind the byte that names its filter
 * @param step bytes from a pixel to the one before it
 * @returns undefined for an unknown filter
 */
export const unfilter = (filtered: Uint8Array, rowBytes: number, step: number): Uint8Array | undefined => {
  const rows = new Uint8Array((filtered.length / (rowBytes + 1)) * rowBytes)
  for (let from = 0, to = 0; from < filtered.length; from += rowBytes + 1, to += rowBytes) {
    const predict = PREDICTORS[filtered[from] ?? 0]
    if (predict === undefined) return undefined
    for (let i = 0; i < rowBytes; i++) {
      const left = i < step ? 0 : (rows[to + i - step] ?? 0)
      const above = to === 0 ? 0 : (rows[to + i - rowBytes] ?? 0)
      const corner = i < step || to === 0 ? 0 : (rows[to + i - rowBytes - step] ?? 0)
      rows[to + i] = (filtered[from + 1 + i] ?? 0) + predict(left, above, corner)
    }
  }
  return rows
}

/** None, Sub, Up, Average, Paeth. */
const PREDICTORS: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => paeth(left, above, corner),
]

const paeth = (left: number, above: number, corner: number): number => {
  const estimate = left + above - corner
  const [toLeft, toAbove, toCorner] = [
    Math.abs(estimate - left),
    Math.abs(estimate - above),
    Math.abs(estimate - corner),
  ]
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}
