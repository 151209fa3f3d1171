/** Maps an iterable with several calls under way: takes from the source only what there is room for. */
import { closeSource, nextOf, openSource, type Source } from '../input/source.js'

export interface ConcurrentOptions<A = unknown> {
  /** Calls under way and results not yet taken, together at most this many. */
  readonly limit: number
  /** No item is taken while those of the calls under way weigh this much: a few large ones fill the memory as many small ones do. */
  readonly load?: { readonly limit: number; readonly weigh: (item: A) => number } | undefined
  /** Results in the order of the source; else as they come. */
  readonly ordered: boolean
  /** Aborting makes the iteration throw the signal's reason. */
  readonly signal?: AbortSignal | undefined
}

/** What the iteration waits for. */
type Arrival<A, B> =
  | { readonly kind: 'item'; readonly item: IteratorResult<A> }
  | { readonly kind: 'result'; readonly index: number; readonly weight: number; readonly result: B }
  | { readonly kind: 'failure'; readonly error: unknown }

/**
 * Errors of the source and of `map` end the iteration. Where it ends early, the source is closed and calls under way are left
 * to themselves: whoever gave `map` ends what it started.
 */
export async function* mapConcurrent<A, B>(
  source: Source<A>,
  map: (item: A, index: number) => Promise<B>,
  { limit, load, ordered, signal }: ConcurrentOptions<A>,
): AsyncGenerator<B, void, undefined> {
  const iterator = openSource(source)
  const door = openDoor<Arrival<A, B>>()
  const fail = (error: unknown): void => door.arrive({ kind: 'failure', error })
  const abort = (): void => fail(signal?.reason)
  const results = new Map<number, B>()
  let [reading, ended, taken, given, loaded] = [false, false, 0, 0, 0]
  const hasRoom = (): boolean => taken - given < limit && (load === undefined || loaded < load.limit)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    for (;;) {
      signal?.throwIfAborted()
      if (!ended && !reading && hasRoom()) {
        reading = true
        nextOf(iterator).then((item) => door.arrive({ kind: 'item', item }), fail)
      }
      const ready = ordered ? given : firstKey(results)
      if (ready !== undefined && results.has(ready)) {
        const result = results.get(ready) as B
        results.delete(ready)
        given += 1
        yield result
        continue
      }
      if (!reading && taken === given) return
      const arrival = await door.next()
      if (arrival.kind === 'failure') throw arrival.error
      if (arrival.kind === 'result') {
        results.set(arrival.index, arrival.result)
        loaded -= arrival.weight
      } else {
        reading = false
        if (arrival.item.done === true) ended = true
        else {
          const index = taken++
          const weight = load?.weigh(arrival.item.value) ?? 0
          loaded += weight
          map(arrival.item.value, index).then((result) => door.arrive({ kind: 'result', index, weight, result }), fail)
        }
      }
    }
  } finally {
    signal?.removeEventListener('abort', abort)
    if (!ended) void closeSource(iterator)
  }
}

const firstKey = (results: ReadonlyMap<number, unknown>): number | undefined => results.keys().next().value

/**
 * Arrivals in the order they came. Not `Promise.race`: a promise that is long in coming, such as an abort that never
 * happens, would keep every result that has been raced against it.
 */
const openDoor = <T>(): { readonly arrive: (arrival: T) => void; readonly next: () => Promise<T> } => {
  const waiting: T[] = []
  let wake: ((arrival: T) => void) | undefined
  return {
    arrive: (arrival) => {
      if (wake === undefined) return void waiting.push(arrival)
      wake(arrival)
      wake = undefined
    },
    next: () => {
      const [first] = waiting.splice(0, 1)
      if (first !== undefined) return Promise.resolve(first)
      return new Promise((resolve) => {
        wake = resolve
      })
    },
  }
}
