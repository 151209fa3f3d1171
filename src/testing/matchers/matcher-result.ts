/** What a matcher hands to vitest. */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
  readonly actual?: unknown
  readonly expected?: unknown
}

/** A promise that nobody awaited is what stands there most often. */
export const wrongSubject = (received: unknown, expected: string): TypeError =>
  new TypeError(
    received instanceof Promise
      ? 'expect() was given a promise: await what it is given'
      : `expect() was given ${kindOf(received)}: give it ${expected}`,
  )

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return String(value)
  return typeof value === 'object' ? (value.constructor?.name ?? 'an object') : `a ${typeof value}`
}
