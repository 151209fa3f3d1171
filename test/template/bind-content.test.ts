/** What a cell's content makes of the form's values. */
import { describe, expect, it } from 'vitest'
import { FormError } from '../../src/diagnostics/form-error.js'
import { bindContent, bindStyle } from '../../src/template/bind-content.js'
import type { Content } from '../../src/template/template.js'
import { yangquan2023 } from '../../templates/performance-target/yangquan-2023.js'

const thrownBy = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

const textOf = (content: Content, form: unknown): string =>
  bindContent({ template: yangquan2023, form, labels: {} }, content).text

describe('choices', () => {
  const content = { field: 'name', choices: { open: '公开' } }

  it('print their words, and any other value as it is', () => {
    expect(textOf(content, { name: 'open' })).toBe('公开')
    expect(textOf(content, { name: '保密' })).toBe('保密')
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'leave a value that is called %s as it is',
    (name) => expect(textOf(content, { name })).toBe(name),
  )
})

describe('sumOf', () => {
  const content = { sumOf: ['a', 'b'], format: 'yuan' } as const

  it('adds decimal text and numbers, and takes null, undefined and the empty text as absent', () => {
    expect(textOf(content, { a: '1000.5', b: 0.25 })).toBe('1,000.75')
    expect(textOf(content, { a: -1000, b: null })).toBe('-1,000')
    expect(textOf(content, { a: '5', b: '' })).toBe('5')
    expect(textOf(content, { a: '5' })).toBe('5')
    expect(textOf(content, { a: null })).toBe('')
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1e21], ['待定'], [true], [{ amount: '1' }], [['1']]])(
    'refuses %s: a sum without it would be a wrong figure',
    (b) => expect(() => textOf(content, { a: '5', b })).toThrow('要把这一项加进合计（sumOf），而它不是金额或数'),
  )
})

describe('a value', () => {
  it('that is a date is printed as one, whatever its format', () => {
    const filed = { year: 2024, month: 1, day: 5, time: '10:00:00' }
    for (const content of [{ field: 'filed' }, { field: 'filed', format: 'date' } as const])
      expect(textOf(content, { filed })).toBe('2024年1月5日')
  })

  it.each([[{ name: '甲' }], [[{ name: '甲' }]], [new Date(0)]])('that has no words, as %o, is refused', (value) => {
    const source = { template: yangquan2023, form: { unit: value }, labels: { unit: '单位' } }
    const refused = thrownBy(() => bindContent(source, { field: 'unit' }))
    expect(refused).toBeInstanceOf(FormError)
    expect((refused as FormError).message).toContain(
      '单位（unit）：版式“yangquan-2023”要在一格里印出这一项，而它是一组数据',
    )
  })
})

describe('a type style that the template does not define', () => {
  it('is refused, and not set as the body is', () => {
    expect(() => bindStyle(yangquan2023, { type: 'banner' })).toThrow('type banner')
  })
})

describe('join', () => {
  const content = [{ field: 'code' }, { field: 'name', join: '-' }] as const

  it.each([
    ['071', '教育局', '071-教育局'],
    ['071', '', '071'],
    ['', '教育局', '教育局'],
    ['', '', ''],
  ])('stands between %j and %j only where there are both', (code, name, printed) =>
    expect(textOf(content, { code, name })).toBe(printed),
  )
})
