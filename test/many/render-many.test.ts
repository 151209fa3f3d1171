import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManyOptions, ManyResult } from '../../src/index.js'
import { readJson } from '../../src/input/read-json.js'
import { pack, unpack } from '../../src/many/carry-value.js'
import type { PerformanceTargetInput } from '../../templates/index.js'
import { type Built, build, formText } from './built.js'

let built: Built
beforeAll(async () => {
  built = await build()
})
afterAll(() => built.remove())

const form = (name: string): PerformanceTargetInput => readJson(formText(name)) as PerformanceTargetInput
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** `name hash`, or the code of what was wrong. */
const outcome = (result: ManyResult): string =>
  result.kind === 'rendered'
    ? `${result.index} ${hash(result.pdf)}`
    : `${result.index} ${result.error.diagnostics.map(({ code }) => code).join()}`

const many = async (
  records: Iterable<unknown>,
  options: ManyOptions = {},
  which: unknown = built.templates.performanceTarget,
): Promise<string[]> => {
  const found: string[] = []
  for await (const result of built.library.renderMany(which as never, records as never, { concurrency: 2, ...options }))
    found.push(outcome(result))
  return options.ordered === true ? found : found.sort()
}

const single = async (data: PerformanceTargetInput, index: number, options: ManyOptions = {}): Promise<string> =>
  `${index} ${hash((await built.library.renderForm(built.templates.performanceTarget, data, options)).pdf)}`

describe('renderMany', () => {
  it('gives the bytes of single renders, in order, from values and from JSON text', async () => {
    const records = ['甲', '乙𬱖', '丙', '丁', '戊', '己'].map(form)
    const expected = await Promise.all(records.map((record, index) => single(record, index)))
    expect(await many(records, { ordered: true })).toEqual(expected)
    expect(await many(['甲', '乙𬱖'].map((name) => new TextEncoder().encode(formText(name))))).toEqual(
      expected.slice(0, 2),
    )
  })

  it('tells the verification code of each copy and what it hides, as renderForm does', async () => {
    const data = form('甲13812345678')
    for (const copy of ['draft', 'final', 'public'] as const) {
      const { code, masked } = await built.library.renderForm(built.templates.performanceTarget, data, { copy })
      expect(code === undefined).toBe(copy === 'draft')
      const results = built.library.renderMany(built.templates.performanceTarget, [data], { copy, concurrency: 1 })
      for await (const result of results)
        expect(result).toMatchObject({ ...(code && { code }), ...(masked && { masked }) })
    }
  })

  it('keeps amounts as they were written, on the way to the threads', async () => {
    const text = formText('甲').replace(/"total": ?\d+/, '"total":1234567890.10')
    expect(text).toContain('1234567890.10')
    const data = readJson(text) as PerformanceTargetInput
    expect(await many([data])).toEqual([await single(data, 0)])
  })

  it('prints with the caller’s fonts and options', async () => {
    const options: ManyOptions = {
      title: '另一个标题',
      template: 'national-2015',
      fonts: { song: { path: built.library.fontFiles()['hei'] ?? '' } },
    }
    expect(await many([form('甲')], options)).toEqual([await single(form('甲'), 0, options)])
  })

  it('reports a faulty record and goes on', async () => {
    const broken = { ...form('乙'), department: new Date(0), extra: () => 1 }
    const refused = await built.library.checkForm(built.templates.performanceTarget, broken as never)
    expect(await many([form('甲'), broken, new Uint8Array([0x7b]), form('丙')], { ordered: true })).toEqual([
      await single(form('甲'), 0),
      `1 ${refused.map(({ code }) => code).join()}`,
      '2 json-syntax',
      await single(form('丙'), 3),
    ])
  })

  it('takes bytes whose buffer was given away for an empty record, and goes on', async () => {
    const gone = new Uint8Array(10)
    structuredClone(gone, { transfer: [gone.buffer] })
    const results = await many([gone, form('甲')], { ordered: true })
    expect(results[0]).toMatch(/^0 json-/)
    expect(results[1]).toEqual(await single(form('甲'), 1))
  })

  it('takes records as they are needed and stops taking them when it is left', async () => {
    let taken = 0
    async function* records() {
      for (;;) {
        taken += 1
        yield form(`第${taken}份`)
      }
    }
    for await (const { index } of built.library.renderMany(built.templates.performanceTarget, records(), {
      concurrency: 2,
      ordered: true,
    })) {
      if (index === 9) break
    }
    expect(taken).toBeLessThanOrEqual(10 + 2 * 3 + 1)
  })

  // Six of the largest for each two threads took 1.2 GB, one for each 650 MB.
  it('takes no further record while large ones are under way', async () => {
    const large = new TextEncoder().encode(formText('甲') + ' '.repeat(3_000_000))
    let taken = 0
    function* records() {
      for (; taken < 6; ) {
        taken += 1
        yield large
      }
    }
    const results = built.library.renderMany(built.templates.performanceTarget, records(), { concurrency: 1 })
    expect((await results.next()).value).toMatchObject({ kind: 'rendered' })
    expect(taken).toBeLessThanOrEqual(2)
    await results.return()
  })

  it('ends when it is aborted', async () => {
    const controller = new AbortController()
    const results = built.library.renderMany(
      built.templates.performanceTarget,
      Array.from({ length: 500 }, () => form('甲')),
      { concurrency: 2, signal: controller.signal },
    )
    await results.next()
    controller.abort(new Error('enough'))
    await expect(results.next()).rejects.toThrow('enough')
    await expect(many([form('甲')], { signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before')
  })

  it.each([
    [{ concurrency: 0 }, 'option-invalid'],
    [{ template: 'nope' }, 'template-unknown'],
    [{ creationDate: 'today' }, 'option-invalid'],
    [{ fonts: { song: { path: '/nowhere.ttf' } } }, 'font-missing'],
  ])('throws for wrong options: %j', async (options, code) => {
    await expect(many([form('甲')], options)).rejects.toMatchObject({ diagnostics: [{ code }] })
  })
})

describe('wrong arguments of renderMany are told in words', () => {
  const told = async (...given: readonly unknown[]): Promise<string> => {
    const results = built.library.renderMany(...(given as unknown as Parameters<typeof built.library.renderMany>))
    const error = await results.next().then(String, (reason: unknown) => reason)
    if (!(error instanceof built.library.FormError)) throw new Error(`no FormError but ${String(error)}`)
    expect([error.kind, error.message]).toEqual(['usage', expect.not.stringMatching(/\{\w+\}|“”/)])
    return error.diagnostics.map(({ code, facts }) => `${code} ${String(facts['option'] ?? facts['found'])}`).join()
  }
  const target = () => built.templates.performanceTarget

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [5, '5'],
    ['abc', '"abc"'],
    [form('甲'), '{…}'],
    [new Uint8Array(3), '{…}'],
  ])('records %j', async (records, found) => {
    expect(await told(target(), records)).toBe(`records-invalid ${found}`)
  })

  it.each([null, 5, {}, { module: '' }, { module: 5, name: 'x' }, { module: 'file:///x.mjs' }])(
    'form %j',
    async (which) => {
      expect(await told(which, [])).toMatch(/^form-invalid /)
    },
  )

  it.each([
    [null, 'options'],
    [5, 'options'],
    [[], 'options'],
    [{ signal: {} }, 'signal'],
    [{ ordered: 'x' }, 'ordered'],
    [{ concurrency: 'x' }, 'concurrency'],
    [{ concurrency: null }, 'concurrency'],
    [{ signal: 5, ordered: 0 }, 'ordered,option-invalid signal'],
    [{ colour: 1 }, 'colour'],
  ])('options %j', async (options, slip) => {
    expect(await told(target(), [], options)).toBe(`option-invalid ${slip}`)
  })
})

/** A form of a third party's whose checks do harm, by the project's name. */
const hostile = (home: string): string => `
import { existsSync, writeFileSync } from 'node:fs'
import { defineForm } from '${built.url('src/index.js')}'
import { performanceTarget } from '${built.url('templates/index.js')}'
const once = (act) => { const mark = '${home}/once'; if (existsSync(mark)) return; writeFileSync(mark, ''); act() }
const acts = {
  throws: () => { throw new Error('a check of mine') },
  exits: () => process.exit(7),
  exitsOnce: () => once(() => process.exit(7)),
  later: () => { setTimeout(() => { throw new Error('later') }); return [] },
  memory: () => { const all = []; for (;;) all.push(new Array(1e6).fill({})) },
}
export const hostileForm = defineForm({ ...performanceTarget, module: import.meta.url, checks: (form) => { acts[form.projectName]?.(); return [] } })
`

describe('forms of third parties', () => {
  it('a function that throws is that record’s fault; a thread that dies is replaced, its record tried once more', async () => {
    const { url, exported } = await built.addModule('hostile.mjs', hostile(built.beside))
    const fine = await single(form('甲'), 0)
    const names = ['甲', 'throws', '甲', 'exits', '甲', 'exitsOnce', '甲', '甲']
    const found = await many(names.map(form), { ordered: true }, exported['hostileForm'])
    expect(found.map((line) => line.slice(2, 20))).toEqual(
      ['甲', 'internal', '甲', 'worker-died', '甲', 'once', '甲', '甲'].map((one) =>
        one === '甲' ? fine.slice(2, 20) : one === 'once' ? found[5]?.slice(2, 20) : one,
      ),
    )
    expect(found[5]).toMatch(/^5 [0-9a-f]{64}$/)
    expect(await many([form('甲')], {}, { module: url, name: 'hostileForm' })).toEqual([fine])
  })

  it('a form that no thread could import, or would import as another, is refused', async () => {
    const { performanceTarget } = built.templates
    const code = { diagnostics: [{ code: 'form-unaddressed' }] }
    const { module: _, ...without } = performanceTarget
    await expect(many([form('甲')], {}, without)).rejects.toMatchObject(code)
    await expect(many([form('甲')], {}, { ...performanceTarget, title: 'mine' })).rejects.toMatchObject(code)
    await expect(many([form('甲')], {}, { module: 'file:///nowhere.mjs', name: 'form' })).rejects.toMatchObject(code)
  })

  it('every form of the package can be imported by threads', async () => {
    for (const one of built.templates.forms) {
      const { module = '' } = one
      expect(Object.values((await import(/* @vite-ignore */ module)) as object)).toContain(one)
    }
  })
})

describe('carrying a value', () => {
  it('brings back what cloning would lose', () => {
    const value = {
      amount: readJson('1.10'),
      list: [undefined, null, Number.NaN, readJson('1e3')],
      symbol: Symbol('s'),
      call: () => 1,
      date: new Date(0),
    }
    const packed = pack(value)
    const back = unpack(structuredClone(packed ?? { kind: 'carried', value: 0 })) as typeof value
    expect(back.amount).toEqual(value.amount)
    expect(back.list).toEqual(value.list)
    expect([back.symbol.toString(), typeof back.call, String(back.date)]).toEqual([
      'Symbol(s)',
      'function',
      'Symbol(jixiao-forms.opaque:Date)',
    ])
    expect(value.list.length).toBe(4)
  })
})
