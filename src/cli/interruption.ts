/** Ctrl-C, and the system's request to end: a long command stops where nothing is half done, and says so. */
import { FormError } from '../diagnostics/form-error.js'
import { problem } from '../diagnostics/make-problem.js'

/** 128 and the signal's number, as shells have it: a loop around the command ends too. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

type SignalName = keyof typeof EXIT_CODES

export interface Interruption {
  /** Aborted by a `FormError` `interrupted`. */
  readonly signal: AbortSignal
  /** Undefined where nothing has interrupted. */
  readonly exitCode: () => (typeof EXIT_CODES)[SignalName] | undefined
  /** From here on signals do what they always do. */
  readonly release: () => void
}

/** What an interruption is called: it decides what the words say of another run. */
export type InterruptionKey = 'interrupted' | 'interrupted/book'

/** The first signal is heard; a second one ends the process at once, as it would have without. */
export const hearInterruption = (key: InterruptionKey): Interruption => {
  const controller = new AbortController()
  let heard: SignalName | undefined
  const hear = (name: SignalName): void => {
    heard = name
    release()
    controller.abort(new FormError([problem(key, '', { signal: name })]))
  }
  const release = (): void => {
    process.off('SIGINT', hear)
    process.off('SIGTERM', hear)
  }
  process.once('SIGINT', hear)
  process.once('SIGTERM', hear)
  return { signal: controller.signal, exitCode: () => (heard === undefined ? undefined : EXIT_CODES[heard]), release }
}
