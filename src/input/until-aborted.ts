/** Takes from a source one by one, and stops waiting for it when a signal says so. */
import { closeSource, nextOf, openSource, type Source } from './source.js'

/**
 * Aborting makes the iteration throw the signal's reason, also while the source is silent. A source that is left before its
 * end is closed.
 */
export async function* untilAborted<T>(source: Source<T>, signal: AbortSignal | undefined): AsyncGenerator<T, void> {
  const iterator = openSource(source)
  let ended = false
  try {
    for (;;) {
      const next = await unlessAborted(() => nextOf(iterator), signal)
      ended = next.done === true
      if (next.done === true) return
      yield next.value
    }
  } finally {
    if (!ended) void closeSource(iterator)
  }
}

/**
 * Waits, but no longer than the signal says. The listener goes with each wait: `Promise.race` against one long promise would
 * keep every item.
 */
export const unlessAborted = <T>(wait: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> => {
  if (signal === undefined) return wait()
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    const settle = (): void => signal.removeEventListener('abort', abort)
    wait().then(resolve, reject).finally(settle)
  })
}
