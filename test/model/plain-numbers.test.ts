/** Numbers of a data file in models that know no number literals. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { describeDiagnostic } from '../../src/diagnostics/describe-diagnostic.js'
import { readJson } from '../../src/input/read-json.js'
import { money } from '../../src/model/money.js'
import { parseForm } from '../../src/model/parse-form.js'
import { text } from '../../src/model/text.js'

/** What a model makes of a field written so in a data file, or why it is refused. */
const read = (schema: z.ZodType, source: string): unknown => {
  const parsed = parseForm(
    {
      id: 'own',
      title: '自制表',
      formatVersion: 1,
      model: z.strictObject({ field: schema }),
      labels: {},
      steering: [],
      dates: {},
      templates: {},
      defaultTemplate: '',
      checks: () => [],
      sources: [],
    },
    readJson(`{"field":${source}}`),
  )
  return 'diagnostics' in parsed
    ? parsed.diagnostics.map((fault) => describeDiagnostic(fault).message)
    : (parsed.data as { readonly field: unknown }).field
}

describe('a number of the data file', () => {
  it.each<[string, z.ZodType, string, unknown]>([
    ['decimals as entered', z.number(), '11345678.50', 11345678.5],
    ['an exponent', z.int(), '2.024e3', 2024],
    ['a negative zero', z.number(), '-0.0', -0],
    ['a choice', z.literal(1), '1.0', 1],
    ['a union', z.union([z.string(), z.number()]), '1.10', 1.1],
    ['a union of choices', z.union([z.literal(1), z.literal(2)]), '2.0', 2],
    ['a key that tells kinds apart', z.discriminatedUnion('t', [z.object({ t: z.literal(1) })]), '{"t":1.0}', { t: 1 }],
    ['a union of objects', z.union([z.object({ a: z.int() }), z.object({ b: z.int() })]), '{"b":1e1}', { b: 10 }],
    ['lists', z.array(z.number()), '[1.0,2.50,3]', [1, 2.5, 3]],
    ['records', z.record(z.string(), z.number()), '{"甲":1.0}', { 甲: 1 }],
    ['beside the kit', z.strictObject({ a: money(), b: z.number() }), '{"a":1.50,"b":1.50}', { a: '1.50', b: 1.5 }],
    ['one that is made text of', z.coerce.string(), '1.50', '1.50'],
    ['one that is made a number of', z.coerce.number(), '1.50', 1.5],
  ])('fits %s', (_, schema, source, expected) => {
    expect(read(schema, source)).toEqual(expected)
  })

  it.each<[string, z.ZodType, string, string]>([
    ['text', text(), '1.10', '这里应是文字，却是1.10。'],
    ['a whole number', z.int(), '1.50', '这里应是整数，却是1.50。'],
    ['an amount of three decimals', money(), '1.230', '金额1.230有3位小数。'],
    ['the same in a union', z.union([money(), z.boolean()]), '1.230', '这里允许几种写法，1.230都不合。'],
    ['a limit', z.number().max(1), '1.10', '1.10大于1。'],
    [
      'one that JavaScript would change',
      z.number(),
      '0.1234567890123456789',
      '数0.1234567890123456789的数字太多，不能一位不差地保存。',
    ],
    [
      'one that is too large',
      z.int(),
      '12345678901234567890',
      '数12345678901234567890的数字太多，不能一位不差地保存。',
    ],
    ['one beyond all numbers', z.number(), '1e999', '数1e999的数字太多，不能一位不差地保存。'],
  ])('is refused as written: %s', (_, schema, source, message) => {
    expect(read(schema, source)).toEqual([`field：${message}`])
  })
})
