// Medians, because the machine may be busy with something else for a moment: a median forgets that.

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/**
 * How many times as long `ours` takes, measured pair by pair: what slows the machine down for a while slows both.
 *
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs  of the same rounds
 */
export const medianRatio = (ours, theirs) => median(ours.map((time, round) => time / (theirs[round] ?? Number.NaN)))
