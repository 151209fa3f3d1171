/** Gathers what is asked for one by one into groups, for what costs for several hardly more than for one. */

export interface GroupRules {
  /** Groups under way at once. */
  readonly groups: number
  /** Items of a group, at most. */
  readonly items: number
  /** Weight of a group, at most, but for a single item that is heavier. */
  readonly weight: number
}

interface Waiting<A, B> {
  readonly item: A
  readonly resolve: (result: B) => void
  readonly reject: (error: unknown) => void
}

/**
 * What waits is shared out among the groups that may be under way, so that few items are spread and many travel together.
 * @param act gives a result for each item, in their order; where it throws, each item of the group has failed
 */
export const gatherInto = <A, B>(
  rules: GroupRules,
  weigh: (item: A) => number,
  act: (items: readonly A[]) => Promise<readonly B[]>,
): ((item: A) => Promise<B>) => {
  const queue: Waiting<A, B>[] = []
  let [underWay, expected] = [0, false]

  const takeGroup = (): readonly Waiting<A, B>[] => {
    const most = Math.min(rules.items, Math.ceil(queue.length / (rules.groups - underWay)))
    let [count, weight] = [0, 0]
    for (const { item } of queue.slice(0, most)) {
      weight += weigh(item)
      if (count > 0 && weight > rules.weight) break
      count += 1
    }
    return queue.splice(0, count)
  }

  const send = async (group: readonly Waiting<A, B>[]): Promise<void> => {
    underWay += 1
    try {
      const results = await act(group.map(({ item }) => item))
      for (const [at, { resolve }] of group.entries()) resolve(results[at] as B)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
    underWay -= 1
    expectMore()
  }

  /** Once the event loop has turned, all that was asked for in this turn waits, and not the first of it alone. */
  const expectMore = (): void => {
    if (expected) return
    expected = true
    setImmediate(() => {
      expected = false
      while (queue.length > 0 && underWay < rules.groups) void send(takeGroup())
    })
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      expectMore()
    })
}
