import { describe, expect, it } from 'vitest'
import { dayExists } from '../../src/dates/day-exists.js'
import { isIsoDate, isoText, readIsoDateTime } from '../../src/dates/iso-date-time.js'
import { readTimestamp } from '../../src/finish/timestamp.js'
import { checkOptions } from '../../src/options.js'

describe('an ISO date with or without a time', () => {
  it.each([
    ['2023-01-28', '2023-01-28T00:00:00'],
    ['2024-02-29T10:47', '2024-02-29T10:47:00'],
    ['2023-01-28T10:47:20.123Z', '2023-01-28T10:47:20Z'],
    ['2023-01-28T10:47:20-0330', '2023-01-28T10:47:20-03:30'],
    // PDF lets hours of an offset run to 23 (ISO 32000-1, 7.9.4).
    ['2023-01-28T10:47:20+23:59', '2023-01-28T10:47:20+23:59'],
  ])('%s reads %s, as an option and in the document', (iso, text) => {
    const parts = readIsoDateTime(iso)
    expect(parts && isoText(parts)).toBe(text)
    expect(() => checkOptions({ creationDate: iso })).not.toThrow()
    expect(readTimestamp(iso).xmp).toBe(text)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-01-28 10:47',
    '2023-01-28T24:00',
    '2023-01-28T10:60',
    '2023-01-28T10:47:60',
    '2023-01-28T10:47+24:00',
    '2023-01-28T10:47+08:60',
    '2023-01-28Z',
    '2023-01-28\n',
  ])('%j is none, neither as an option nor in the document', (iso) => {
    expect(readIsoDateTime(iso)).toBeUndefined()
    expect(() => checkOptions({ creationDate: iso })).toThrow('creationDate')
    expect(() => readTimestamp(iso)).toThrow('creationDate')
  })

  it('is a day where it has no time', () => {
    expect(['2023-01-28', '2023-02-29', '2023-01-28T10:47', '2023-1-28'].map(isIsoDate)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

it('the calendar has the days of every year, also one that a time zone has skipped', () => {
  expect(dayExists(2000, 2, 29)).toBe(true)
  expect([1900, 2023].map((year) => dayExists(year, 2, 29))).toEqual([false, false])
  expect(dayExists(2011, 12, 30)).toBe(true)
})
