import { describe, expect, it } from 'vitest'
import { type ConcurrentOptions, mapConcurrent } from '../../src/many/map-concurrent.js'

const later = <T>(value: T, ticks: number): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ticks))

const collect = async (
  items: Iterable<number>,
  options: ConcurrentOptions,
  map = (item: number) => later(item, (item * 7) % 5),
): Promise<number[]> => {
  const found: number[] = []
  for await (const item of mapConcurrent(items, map, options)) found.push(item)
  return found
}

const numbers = Array.from({ length: 40 }, (_, index) => index)

describe('mapConcurrent', () => {
  it('keeps the order on request, and loses nothing without it', async () => {
    expect(await collect(numbers, { limit: 4, ordered: true })).toEqual(numbers)
    const found = await collect(numbers, { limit: 4, ordered: false })
    expect(found.sort((a, b) => a - b)).toEqual(numbers)
  })

  it('takes from the source only what there is room for', async () => {
    let taken = 0
    function* source() {
      for (const number of numbers) {
        taken += 1
        yield number
      }
    }
    const results = mapConcurrent(source(), (item) => later(item, 0), { limit: 3, ordered: true })
    await results.next()
    await later(0, 20)
    expect(taken).toBeLessThanOrEqual(4)
    await results.return()
  })

  it('takes no more while what is under way weighs enough, and one that is heavier than all may be goes through', async () => {
    const weights = [5, 1, 1, 1, 9, 40, 1, 1]
    for (const ordered of [true, false]) {
      let [underWay, most] = [0, 0]
      const map = async (weight: number): Promise<number> => {
        underWay += weight
        // What was there before the last one was taken.
        most = Math.max(most, underWay - weight)
        await later(0, weight % 4)
        underWay -= weight
        return weight
      }
      const found = await collect(weights, { limit: 6, load: { limit: 7, weigh: Number }, ordered }, map)
      expect(found.sort((a, b) => a - b)).toEqual([...weights].sort((a, b) => a - b))
      expect(most).toBeLessThan(7)
      expect(most).toBeGreaterThan(0)
    }
  })

  it('closes the source when it is left', async () => {
    let closed = false
    function* source() {
      try {
        yield* numbers
      } finally {
        closed = true
      }
    }
    for await (const _ of mapConcurrent(source(), (item) => later(item, 0), { limit: 2, ordered: true })) break
    expect(closed).toBe(true)
  })

  it('throws what the source and the calls throw', async () => {
    function* source() {
      yield 1
      throw new Error('source')
    }
    await expect(collect(source(), { limit: 2, ordered: true })).rejects.toThrow('source')
    await expect(
      collect(numbers, { limit: 2, ordered: false }, () => Promise.reject(new Error('call'))),
    ).rejects.toThrow('call')
  })

  it.each([5, undefined, null])('throws at a source whose results are none, as for-of does: %j', async (result) => {
    const source = { [Symbol.iterator]: () => ({ next: () => result }) } as unknown as Iterable<number>
    await expect(collect(source, { limit: 2, ordered: true })).rejects.toThrow('is not an object')
  })

  it('ends at once when it is aborted, also while the source says nothing', async () => {
    const controller = new AbortController()
    const silent: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    }
    setTimeout(() => controller.abort(new Error('enough')), 10)
    const results = mapConcurrent(silent, (item) => later(item, 0), {
      limit: 2,
      ordered: true,
      signal: controller.signal,
    })
    await expect(results.next()).rejects.toThrow('enough')
  })
})
