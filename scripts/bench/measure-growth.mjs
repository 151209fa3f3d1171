// How our time grows with the rows of indicators.
import { startContender } from './start-contender.mjs'
import { median } from './statistics.mjs'

/**
 * @param {readonly number[]} factors  the first is 1
 * @param {{ warmUp: number, rounds: number }} counts
 * @returns {Promise<{ factor: number, milliseconds: number, pages: number }[]>} medians, with the pages of the last round
 */
export async function measureGrowth(factors, { warmUp, rounds }) {
  const ours = await startContender('ours')
  const results = factors.map((factor) => ({ factor, times: /** @type {number[]} */ ([]), pages: 0 }))
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const result of results) {
      const { milliseconds, pages } = await ours.print({ round, factor: result.factor })
      if (round >= warmUp) result.times.push(milliseconds)
      result.pages = pages
    }
  }
  ours.stop()
  return results.map(({ factor, times, pages }) => ({ factor, milliseconds: median(times), pages }))
}
