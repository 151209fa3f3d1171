import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatValue, sumAmounts } from '../../src/template/formatters.js'

describe('yuan', () => {
  it.each([
    ['0', '0'],
    ['67560000', '67,560,000'],
    ['1234.50', '1,234.50'],
    ['999', '999'],
    ['1000.05', '1,000.05'],
    ['-1234567.80', '-1,234,567.80'],
    ['-500', '-500'],
  ])('%s prints %s', (amount, printed) => expect(formatValue(amount, 'yuan')).toBe(printed))

  it('prints nothing for a blank', () => expect(formatValue(null, 'yuan')).toBe(''))

  it.each(['无', '—', '1,234,567', '约3000', '1e22'])(
    'of what is no amount, %s, and 万元 of it, is what was entered',
    (text) => {
      expect(formatValue(text, 'yuan')).toBe(text)
      expect(formatValue(text, 'wanYuan')).toBe(text)
    },
  )

  it('prints whole numbers of any size', () =>
    expect(formatValue(12345678901234567890n, 'yuan')).toBe('12,345,678,901,234,567,890'))
})

describe('wanYuan', () => {
  it.each([
    ['0', '0'],
    ['67560000', '6,756'],
    ['1', '0.0001'],
    ['0.01', '0.000001'],
    ['12345.60', '1.23456'],
    ['999999999999999', '99,999,999,999.9999'],
    ['10000', '1'],
    ['-5000', '-0.5'],
    ['-500', '-0.05'],
    ['-67560000', '-6,756'],
  ])('%s 元 prints %s 万元', (amount, printed) => expect(formatValue(amount, 'wanYuan')).toBe(printed))

  it('is exact for every amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), fc.constantFrom('', '-'), (fen, sign) => {
        const amount = `${sign}${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
        const printed = formatValue(amount, 'wanYuan')
        const [whole = '', decimals = ''] = printed.replaceAll(',', '').split('.')
        expect(printed).toMatch(sign === '' ? /^\d/ : /^-\d/)
        expect(BigInt(whole.replace('-', '') + decimals.padEnd(6, '0'))).toBe(fen)
      }),
    )
  })
})

describe('date', () => {
  it.each([
    ['2024-03-05', '2024年3月5日'],
    ['2024-02-30', '2024-02-30'],
    ['2024-03-05T10:00', '2024-03-05T10:00'],
    ['2024年3月', '2024年3月'],
  ])('of the text %s is %s', (text, printed) => {
    expect(formatValue(text, 'date')).toBe(printed)
    expect(formatValue(text)).toBe(text)
  })
})

it('a list is told with 、', () => expect(formatValue(['甲', '乙', 3])).toBe('甲、乙、3'))

describe('sums', () => {
  it('are exact, and blank where every amount is', () => {
    expect(sumAmounts(['0.1', '0.2'])).toBe('0.3')
    expect(sumAmounts(['999999999999999', '0.01'])).toBe('999999999999999.01')
    expect(sumAmounts(['5', null])).toBe('5')
    expect(sumAmounts([null, null])).toBe(null)
    expect(sumAmounts(['-0.5', '0.2'])).toBe('-0.3')
    expect(sumAmounts(['-5000', '1'])).toBe('-4999')
  })
})

describe('dates and years', () => {
  it('print as paper shows them', () => {
    expect(formatValue({ year: 2023, month: 1, day: 28, time: '10:47:20' }, 'date')).toBe('2023年1月28日')
    expect(formatValue(3, 'years')).toBe('3年')
  })
})
