// Memory of many forms in a row in one process.
import { startContender } from './start-contender.mjs'
import { flatness } from './targets.mjs'

const sampleEvery = 25

/**
 * @typedef {{ samples: number[], peak: number, growth: number, flat: boolean }} Memory  resident set sizes in bytes;
 *   `growth` is the highest of the last quarter by the highest of the third
 * @param {string} name
 * @param {number} forms
 * @returns {Promise<Memory>}
 */
export async function measureMemory(name, forms) {
  const contender = await startContender(name)
  const samples = []
  let peak = 0
  for (let round = 0; round < forms; round++) {
    const { rss, peakRss } = await contender.print({ round })
    peak = peakRss
    if ((round + 1) % sampleEvery === 0) samples.push(rss)
  }
  contender.stop()
  const quarter = samples.length >> 2
  const growth = Math.max(...samples.slice(-quarter)) / Math.max(...samples.slice(-2 * quarter, -quarter))
  return { samples, peak, growth, flat: growth <= flatness }
}
