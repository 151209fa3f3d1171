// Starts a contender's process and talks to it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * @import { Answer, Task } from './contender-process.mjs'
 * @typedef {{ name: string, print: (task: Task) => Promise<Answer>, stop: () => void }} Contender
 */

const script = fileURLToPath(new URL('contender-process.mjs', import.meta.url))

/** @param {string} name @returns {Promise<Contender>} ready to print */
export async function startContender(name) {
  const child = fork(script, [name])
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} ended with code ${code}`)
  })
  // Ends as it should when it is stopped; only whoever waits for an answer hears of an end.
  ended.catch(() => undefined)
  const answer = async () => (await Promise.race([once(child, 'message'), ended]))[0]
  await answer()
  return {
    name,
    print: (task) => {
      const next = answer()
      child.send(task)
      return next
    },
    stop: () => child.disconnect(),
  }
}
