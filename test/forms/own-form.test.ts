/** A form that is not of this repository, made of plain zod. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { checkFields } from '../../src/check-fields.js'
import { checkForm, describeDiagnostic, diagnostic, FormError, renderForm } from '../../src/index.js'
import { performanceTarget } from '../../templates/index.js'
import { national2015 } from '../../templates/performance-target/national-2015.js'
import { yangquan2023 } from '../../templates/performance-target/yangquan-2023.js'
import { ownForm, ownTemplate } from '../support/own-form.js'

const refusal = async (print: Promise<unknown>): Promise<FormError> => {
  const error = await print.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof FormError) return error
  throw error ?? new Error('printed')
}

const creationDateIn = (pdf: Uint8Array): string | undefined =>
  /\/CreationDate \((D:[^)]*)\)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]

describe('the date of the document', () => {
  const dated = ownForm({ dates: { filled: 'filledAt', year: 'year' } })

  it.each([
    ['2024-03-05', 'D:20240305'],
    ['2024-03-05T10:20:30+08:00', 'D:20240305'],
    ['2024年3月5日', 'D:20240305'],
    ['', undefined],
    [null, undefined],
  ])('is read from plain text: %j', async (filledAt, expected) => {
    const { pdf } = await renderForm(dated, { name: '财政局', filledAt })
    expect(creationDateIn(pdf)?.slice(0, 10)).toBe(expected)
  })

  it('is the first of a year in plain text', async () => {
    const yearly = ownForm({ model: z.object({ name: z.string(), year: z.string() }), dates: { year: 'year' } })
    const { pdf } = await renderForm(yearly, { name: '', year: '2024' })
    expect(creationDateIn(pdf)?.slice(0, 10)).toBe('D:20240101')
  })

  it.each(['plain', 'final'] as const)('that is none is refused with its field (%s)', async (copy) => {
    const data = { name: '财政局', filledAt: '三月五日' }
    const { kind, diagnostics } = await refusal(renderForm(dated, data, { copy }))
    expect([kind, diagnostics.map(({ code, path }) => [code, path])]).toEqual(['data', [['form-date', 'filledAt']]])
    expect(diagnostics.map((one) => describeDiagnostic(one).message)).toEqual([
      '填报日期（filledAt）：文件的日期取自这一项，应是日期，却是"三月五日"。',
    ])
    expect((await checkForm(dated, data)).map(({ code }) => code)).toEqual(['form-date'])
  })

  it('that is an object of another shape, or a year that is none, is refused too', async () => {
    const loose = ownForm({
      model: z.looseObject({}),
      dates: { filled: 'day', year: 'year' },
      archive: { date: 'other' },
    })
    const codesOf = async (data: object) => (await checkForm(loose, data)).filter(({ refuses }) => refuses)
    expect(await codesOf({ day: { year: 2024, month: 3, day: 5 }, year: 2024 })).toEqual([])
    expect(await codesOf({ day: { year: 2024, month: 13, day: 5 }, other: 5, year: 24 })).toMatchObject([
      { code: 'form-date', path: 'day' },
      { code: 'form-date', path: 'other' },
      { code: 'form-date', path: 'year' },
    ])
  })
})

describe('checks of one’s own', () => {
  const data = { name: '财政局', filledAt: null }

  it('have their findings labelled by path, unless they label them themselves', async () => {
    const checks = () => [
      diagnostic('score-sum', 'error', 'name', { message: '名称应为全称。', hint: '请写全称。' }),
      diagnostic('score-sum', 'error', 'name', { message: '名称应为全称。' }, '全称'),
      diagnostic('score-sum', 'hint', '', { message: '两处不符。' }),
    ]
    const found = await checkForm(ownForm({ checks }), data)
    expect(found.map((one) => one.label)).toEqual(['部门名称', '全称', undefined])
    expect(found[0] && describeDiagnostic(found[0])).toEqual({
      label: '部门名称',
      message: '部门名称（name）：名称应为全称。',
      hint: '请写全称。',
    })
  })

  it('that throw are told with the form’s name and what was thrown', async () => {
    const thrown = new TypeError('oops')
    const checks = () => {
      throw thrown
    }
    const error = await refusal(renderForm(ownForm({ checks }), data))
    expect(error).toMatchObject({ kind: 'data', cause: thrown, diagnostics: [{ code: 'internal' }] })
    expect(error.message).toMatch(/^表“own”的checks出错：oops。.*The checks of form "own" threw: oops\./s)
    expect(await checkForm(ownForm({ checks }), data)).toMatchObject([{ code: 'internal', refuses: true }])
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'undefined'],
    ['a promise', Promise.resolve([]), 'Promise'],
    ['sentences', ['不符'], '[…]'],
  ])('that return %s are told so', async (_, result, found) => {
    const error = await refusal(renderForm(ownForm({ checks: () => result as never }), data))
    expect(error.message).toContain(`表“own”的checks返回的不是问题的列表，而是${found}。`)
  })
})

describe('a template', () => {
  const data = { name: '财政局', filledAt: null }
  const placesOf = async (fields: readonly string[], changes: Parameters<typeof ownForm>[0] = {}) => {
    const error = await refusal(renderForm(ownForm(changes), data, { template: ownTemplate(fields) }))
    expect(error.kind).toBe('usage')
    return error.diagnostics.map(({ code, facts }) => [code, facts['place'], facts['reason']])
  }

  it('that names a field the form does not have is refused with its place', async () => {
    expect(await placesOf(['name', 'nope', 'name.deep'])).toEqual([
      ['template-invalid', 'sections[0].rows[1]', '表“own”没有“nope”这一项'],
      ['template-invalid', 'sections[0].rows[2]', '表“own”没有“name.deep”这一项'],
    ])
  })

  it('may name what the labels or the model have, and what a transform may give', async () => {
    const part = z.strictObject({ amount: z.int().nullable(), list: z.array(z.object({ name: z.string() })) })
    const model = z
      .strictObject({
        name: z.string().optional().default(''),
        filledAt: z.string().nullable(),
        part: part.optional(),
        any: z
          .string()
          .optional()
          .transform(() => ({ made: 1 })),
        more: z.record(z.string(), z.string()).optional(),
      })
      .refine(() => true)
    const fields = ['name', 'part.amount', 'part.list[0].name', 'any.made', 'more.甲', 'labelled']
    const form = ownForm({ model, labels: { labelled: '另见' } })
    const { pages } = await renderForm(form, data, { template: ownTemplate(fields) })
    expect(pages.length).toBe(1)
    expect(await placesOf(['part.nope', 'part.list[0].nope', 'part.list.name'], { model })).toHaveLength(3)
  })

  it('of groups is looked through, lists, keys, pairs and masking rules too', () => {
    const template = JSON.parse(JSON.stringify(yangquan2023))
    const groups = template.sections.find(({ kind }: { kind: string }) => kind === 'groups')
    groups.keys[1] = 'level9'
    groups.sides[0].cells[0].content.field = 'title'
    groups.pairBy = 'key'
    template.masking[0] = { name: 'x', label: 'x', mask: 'drop', fields: ['indicators[].nope'] }
    const found = (): unknown => checkFields(performanceTarget, template)
    expect(found).toThrow('没有“indicators[].level9”这一项')
    expect(found).toThrow('没有“indicators[].implementation[].title”这一项')
    expect(found).toThrow('没有“indicators[].annual[].key”这一项')
    expect(found).toThrow('没有“indicators[].nope”这一项')
    expect(checkFields({ ...performanceTarget, labels: {} }, yangquan2023)).toBe(yangquan2023)
    expect(checkFields({ ...performanceTarget, labels: {} }, national2015)).toBe(national2015)
  })
})
