/** Waiting for what may never come: Node ends a process that has nothing left to do without a word about who still waits. */

/** Those who wait now. One listener tells them all: Node warns of a leak where each brings its own. */
const waiting = new Set<() => void>()

const tellAll = (): void => {
  for (const giveUp of waiting) giveUp()
}

/** What comes, or undefined where the process has nothing left to do and nothing can come. */
export const unlessIdle = <T>(coming: Promise<T>): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(undefined)
    if (waiting.size === 0) process.on('beforeExit', tellAll)
    waiting.add(giveUp)
    const leave = (): void => {
      waiting.delete(giveUp)
      if (waiting.size === 0) process.off('beforeExit', tellAll)
    }
    coming.finally(leave).then(resolve, reject)
  })
