import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gatherInto } from '../../src/many/gather.js'

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('what is gathered into groups', () => {
  it('is acted on once, in order, in groups within their bounds, and each asker gets the result of its own item', async () => {
    const rules = fc.record({
      groups: fc.integer({ min: 1, max: 4 }),
      items: fc.integer({ min: 1, max: 5 }),
      weight: fc.integer({ min: 1, max: 20 }),
    })
    const bursts = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(rules, bursts, async (bounds, weights) => {
        const groups: number[][] = []
        let [underWay, most, next] = [0, 0, 0]
        const all = weights.flat()
        const ask = gatherInto<number, string>(
          bounds,
          (item) => all[item] ?? 0,
          async (items) => {
            groups.push([...items])
            most = Math.max(most, ++underWay)
            await turn()
            underWay -= 1
            return items.map((item) => `第${item}项`)
          },
        )
        const results: Promise<string>[] = []
        for (const burst of weights) {
          for (const _ of burst) results.push(ask(next++))
          await turn()
        }
        expect(await Promise.all(results)).toEqual(all.map((_, item) => `第${item}项`))
        expect(groups.flat()).toEqual(all.map((_, item) => item))
        expect(most).toBeLessThanOrEqual(bounds.groups)
        for (const group of groups) {
          expect(group.length).toBeLessThanOrEqual(bounds.items)
          const weight = group.reduce((sum, item) => sum + (all[item] ?? 0), 0)
          if (group.length > 1) expect(weight).toBeLessThanOrEqual(bounds.weight)
        }
      }),
    )
  })

  it('spreads few items over the groups that may be under way', async () => {
    const groups: string[][] = []
    const ask = gatherInto<string, string>(
      { groups: 2, items: 8, weight: 100 },
      () => 1,
      async (items) => {
        groups.push([...items])
        return items
      },
    )
    await Promise.all(['甲', '乙', '丙'].map(ask))
    expect(groups).toEqual([['甲', '乙'], ['丙']])
  })

  it('fails for all of a group that failed, and for no other', async () => {
    const ask = gatherInto<string, string>(
      { groups: 1, items: 2, weight: 100 },
      () => 1,
      async (items) => {
        if (items.includes('乙')) throw new Error('坏')
        return items
      },
    )
    const settled = await Promise.allSettled(['甲', '乙', '丙', '丁'].map(ask))
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled'])
  })
})
