/** What zod refuses in a model of an author's own, said in both languages, and the author's own words. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { FormDefinition } from '../../src/define-form.js'
import { describeDiagnostic } from '../../src/diagnostics/describe-diagnostic.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { parseForm } from '../../src/model/parse-form.js'

const formOf = (model: z.ZodType): FormDefinition => ({
  id: 'own',
  title: '自制表',
  formatVersion: 1,
  model,
  labels: { field: '部门名称' },
  steering: [],
  dates: {},
  templates: {},
  defaultTemplate: '',
  checks: () => [],
  sources: [],
})

const faultsOf = (model: z.ZodType, data: unknown): readonly Diagnostic[] => {
  const parsed = parseForm(formOf(model), data)
  return 'diagnostics' in parsed ? parsed.diagnostics : []
}

const say = (schema: z.ZodType, value: unknown): readonly string[] =>
  faultsOf(z.strictObject({ field: schema }), { field: value }).flatMap((fault) => {
    expect(fault).toMatchObject({ refuses: true, severity: 'error', path: 'field', label: '部门名称' })
    const [chinese, english] = [describeDiagnostic(fault), describeDiagnostic(fault, 'en')]
    expect(chinese.message + chinese.hint + english.message + english.hint).not.toMatch(/\{\w+\}|undefined/)
    return [chinese.message.replace('部门名称（field）：', ''), english.message.replace('部门名称 (field): ', '')]
  })

describe('what zod refuses', () => {
  it.each<[string, z.ZodType, unknown, string, string]>([
    ['int', z.int(), '2024', '这里应是整数，却是"2024"。', 'Expected a whole number, found "2024".'],
    ['int of null', z.int(), null, '这里应是整数，却是null。', 'Expected a whole number, found null.'],
    ['int of a fraction', z.int(), 1.5, '这里应是整数，却是1.5。', 'Expected a whole number, found 1.5.'],
    ['number.int', z.number().int(), 'x', '这里应是整数，却是"x"。', 'Expected a whole number, found "x".'],
    ['number', z.number(), '1', '这里应是数，却是"1"。', 'Expected a number, found "1".'],
    ['boolean', z.boolean(), 1, '这里应是true或false，却是1。', 'Expected true or false, found 1.'],
    ['string', z.string(), 1, '这里应是文字，却是1。', 'Expected text, found 1.'],
    ['array', z.array(z.string()), 'x', '这里应是列表，却是"x"。', 'Expected a list, found "x".'],
    ['tuple', z.tuple([z.string()]), 'x', '这里应是列表，却是"x"。', 'Expected a list, found "x".'],
    ['object', z.object({}), 1, '这里应是一组键和值，却是1。', 'Expected keys with values, found 1.'],
    [
      'record',
      z.record(z.string(), z.int()),
      [],
      '这里应是一组键和值，却是[]。',
      'Expected keys with values, found [].',
    ],
    ['iso.date', z.iso.date(), '2024-3-5', '这里应是日期，却是"2024-3-5"。', 'Expected a date, found "2024-3-5".'],
    ['iso.date of a number', z.iso.date(), 5, '这里应是日期，却是5。', 'Expected a date, found 5.'],
    ['a short text', z.string().min(5), '财政', '文字共2字，不足5字。', 'The text has 2 characters, fewer than 5.'],
    ['a long text', z.string().max(1), '财政', '文字共2字，超过1字的上限。', 'The text has 2 characters, more than 1.'],
    [
      'a text of another pattern',
      z.string().regex(/^\d+$/),
      'x',
      '"x"不合这一项的写法。',
      '"x" is not written as this field asks.',
    ],
    ['a short list', z.array(z.int()).min(1), [], '列表共0项，不足1项。', 'The list has 0 items, fewer than 1.'],
    ['a long list', z.array(z.int()).max(0), [1], '列表共1项，超过0项。', 'The list has 1 items, more than 0.'],
    ['at least', z.number().min(3), 2, '2小于3。', '2 is less than 3.'],
    ['above', z.number().gt(3), 3, '3不大于3。', '3 is not more than 3.'],
    ['at most', z.number().max(3), 4, '4大于3。', '4 is more than 3.'],
    ['below', z.number().lt(3), 3, '3不小于3。', '3 is not less than 3.'],
    ['a step', z.number().multipleOf(5), 3, '3不是5的倍数。', '3 is not a multiple of 5.'],
    [
      'a union',
      z.union([z.string(), z.int()]),
      true,
      '这里允许几种写法，true都不合。',
      'Several ways of writing are allowed here, and true is none of them.',
    ],
    [
      'a rule without words',
      z.string().refine(() => false),
      'x',
      '"x"不合这张表对这一项的规定。',
      '"x" does not keep what the form says of this field.',
    ],
  ])('%s', (_, schema, value, chinese, english) => {
    expect(say(schema, value)).toEqual([chinese, english])
  })

  it('is said of the format that was wanted', () => {
    const hintOf = (schema: z.ZodType): string[] =>
      faultsOf(z.strictObject({ field: schema }), { field: 'x' }).map((fault) => describeDiagnostic(fault).hint)
    expect(hintOf(z.string().regex(/^\d+$/))).toEqual(['应合这一写法：/^\\d+$/。'])
    expect(hintOf(z.string().startsWith('晋'))).toEqual(['应合这一写法：晋。'])
    expect(hintOf(z.email())).toEqual(['应合这一写法：email。'])
  })
})

describe('the words of a model’s author', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['of a length', z.string().min(5, '部门名称至少5个字'), '财政', '部门名称至少5个字'],
    ['of a pattern', z.string().regex(/^\d+$/, '应为整数'), 'x', '应为整数'],
    ['of a type', z.int('年度写四位数'), '2024', '年度写四位数'],
    ['of a choice', z.enum(['a', 'b'], '只有甲、乙两类'), 'c', '只有甲、乙两类'],
    ['of a rule', z.string().refine(() => false, '与上年不符'), 'x', '与上年不符'],
    [
      'of a transform',
      z.string().transform((_, ctx) => {
        ctx.addIssue({ code: 'custom', message: '认不出的写法' })
        return z.NEVER
      }),
      'x',
      '认不出的写法',
    ],
    ['of an absent key', z.string('部门名称必填'), undefined, '部门名称必填'],
  ])('%s', (_, schema, value, words) => {
    expect(say(schema, value)).toEqual([words, words])
  })

  it('stand for the form as a whole, and for a key that is not there', () => {
    const model = z.strictObject({ a: z.string().optional(), b: z.string().optional() })
    const whole = model.refine(() => false, '总额不符')
    expect(faultsOf(whole, {}).map((fault) => describeDiagnostic(fault).message)).toEqual(['总额不符'])
    const either = model.refine(() => false, { path: ['b'], error: 'a、b至少写一项' })
    expect(faultsOf(either, {})).toMatchObject([
      { code: 'model-rule', path: 'b', facts: { message: 'a、b至少写一项' } },
    ])
  })

  it('leave the code as it is, for whoever counts by codes', () => {
    const model = z.strictObject({ field: z.string().min(5, '至少5个字') })
    expect(faultsOf(model, { field: '财政' })).toMatchObject([
      { code: 'text-too-short', facts: { count: 2, limit: 5, message: '至少5个字' } },
    ])
    expect(faultsOf(model, {})).toMatchObject([{ code: 'missing-key', facts: { key: 'field' } }])
  })

  it('are told from zod’s in any locale', () => {
    const { localeError } = z.config()
    z.config(z.locales.zhCN())
    try {
      expect(say(z.boolean(), 1)[0]).toBe('这里应是true或false，却是1。')
    } finally {
      z.config({ localeError })
    }
  })
})
