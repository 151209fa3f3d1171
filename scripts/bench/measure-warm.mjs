// Time of a form in a process that has printed before. The contenders take turns in each round, so that a busy machine
// slows all of them, and each has a process of its own, so that none pays for another's garbage.
import { startContender } from './start-contender.mjs'

/** @import { Answer } from './contender-process.mjs' */

/**
 * @param {readonly string[]} names
 * @param {{ warmUp: number, rounds: number }} counts  rounds that are thrown away, rounds that count
 * @returns {Promise<Map<string, Answer[]>>} by name, one answer a round
 */
export async function measureWarm(names, { warmUp, rounds }) {
  const running = await Promise.all(names.map(startContender))
  /** @type {Map<string, Answer[]>} */
  const answers = new Map(names.map((name) => [name, []]))
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const contender of rotated(running, round)) {
      const answer = await contender.print({ round })
      if (round >= warmUp) answers.get(contender.name)?.push(answer)
    }
  }
  for (const contender of running) contender.stop()
  return answers
}

/** Nobody always comes after the same one. @template T @param {readonly T[]} items @param {number} by */
const rotated = (items, by) => [...items.slice(by % items.length), ...items.slice(0, by % items.length)]
