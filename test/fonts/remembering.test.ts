import { expect, test } from 'vitest'
import { remembering } from '../../src/fonts/remembering.js'

/** Counts how often it is asked; has nothing for odd keys. */
const counting = () => {
  const asked: number[] = []
  const ask = remembering((key) => {
    asked.push(key)
    return key % 2 === 0 ? `${key}` : undefined
  })
  return { ask, asked }
}

test('a key is looked for once, also where there is nothing', () => {
  const { ask, asked } = counting()
  expect([ask(2), ask(3), ask(2), ask(3)]).toEqual(['2', undefined, '2', undefined])
  expect(asked).toEqual([2, 3])
})

test('what is remembered is bounded, and right after it was forgotten', () => {
  const { ask, asked } = counting()
  const keys = Array.from({ length: 30_000 }, (_, key) => key)
  for (const key of keys) ask(key)
  expect(asked).toHaveLength(30_000)
  // The last ones are still known, the first ones are not.
  expect(ask(29_998)).toBe('29998')
  expect(asked).toHaveLength(30_000)
  expect(ask(0)).toBe('0')
  expect(asked).toHaveLength(30_001)
})
