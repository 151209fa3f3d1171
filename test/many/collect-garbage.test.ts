import { afterEach, describe, expect, it, vi } from 'vitest'
import { collectOnce } from '../../src/many/collect-garbage.js'

const withCollector = () => {
  const gc = vi.fn()
  vi.stubGlobal('gc', gc)
  return gc
}

afterEach(() => vi.unstubAllGlobals())

describe('a heap is collected once, when so many records are done', () => {
  it('whether they come one by one or several at once', () => {
    for (const group of [1, 3, 4, 7, 50]) {
      const gc = withCollector()
      const collect = collectOnce(10)
      for (let done = 0; done < 100; done += group) {
        expect(gc).toHaveBeenCalledTimes(done < 10 ? 0 : 1)
        collect(group)
      }
      expect(gc).toHaveBeenCalledTimes(1)
    }
  })

  it('and never where the process gives no collector', () => {
    vi.stubGlobal('gc', undefined)
    expect(() => collectOnce(1)(1)).not.toThrow()
  })
})
