/** The library in a host program that is careless: frozen, strange and shared input, many forms at once, options of any type. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkForm, FormError, type FormOptions, layoutForm, renderForm } from '../../src/index.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'
import { tinyOtf } from '../fonts/tiny-cff.js'
import { fillCells } from '../support/outside/cell-text.js'
import { expectedValues } from '../support/outside/expected-print.js'
import { mupdfGlyphs } from '../support/outside/extract.js'
import { HOSTILE_FORMS, readSample, SAMPLE_FILES } from '../support/outside/hostile-forms.js'
import { needs } from '../support/outside/needs.js'

const sample = (): PerformanceTargetInput => readSample('04-small-business-upgrade')

const deepFreeze = <V>(value: V): V => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze)
  return Object.freeze(value)
}

/** The FormError a call ends with; anything else it throws is thrown on. */
const refusal = async (call: () => Promise<unknown>): Promise<FormError | undefined> => {
  try {
    await call()
  } catch (error) {
    if (error instanceof FormError) return error
    throw error
  }
  return undefined
}

const paths = (error: FormError | undefined): readonly string[] =>
  error?.diagnostics.map(({ code, path }) => `${code} ${path}`) ?? []

describe('data', () => {
  it('that is frozen through and through prints the same and stays as it was', async () => {
    const frozen = deepFreeze(sample())
    const { pdf } = await renderForm(performanceTarget, frozen)
    expect(pdf).toEqual((await renderForm(performanceTarget, sample())).pdf)
    expect(frozen).toEqual(sample())
  })

  const strange: readonly (readonly [name: string, data: unknown, found: string])[] = [
    ['an instance of a class', Object.assign(new (class Form {})(), sample()), 'not-plain-data '],
    ['a Map', new Map(Object.entries(sample())), 'not-plain-data '],
    [
      'a Date in place of text',
      { ...sample(), signature: { ...sample().signature, filledAt: new Date(0) } },
      'not-plain-data signature.filledAt',
    ],
    [
      'a getter',
      Object.defineProperty(sample(), 'overview', { get: () => 'x', enumerable: true }),
      'not-plain-data overview',
    ],
    [
      'a getter that throws',
      Object.defineProperty(sample(), 'overview', {
        get: () => {
          throw new Error('never run')
        },
        enumerable: true,
      }),
      'not-plain-data overview',
    ],
    [
      'a proxy that refuses',
      new Proxy(sample(), {
        ownKeys: () => {
          throw new Error('no')
        },
      }),
      'not-plain-data ',
    ],
    ['a function', { ...sample(), plan: () => 'x' }, 'wrong-type plan'],
    ['a symbol', { ...sample(), plan: Symbol('x') }, 'wrong-type plan'],
    [
      'a big integer as amount',
      { ...sample(), funding: { ...sample().funding, annual: { ...sample().funding.annual, total: 5n } } },
      'wrong-type funding.annual.total',
    ],
    [
      'NaN as amount',
      { ...sample(), funding: { ...sample().funding, annual: { ...sample().funding.annual, total: Number.NaN } } },
      'money-not-finite funding.annual.total',
    ],
    [
      'an amount of many decimals',
      { ...sample(), funding: { ...sample().funding, annual: { ...sample().funding.annual, total: 0.1 + 0.2 } } },
      'money-decimals funding.annual.total',
    ],
    [
      'a hole in a list',
      { ...sample(), indicators: Object.assign(new Array(2), { 1: sample().indicators[0] }) },
      'wrong-type indicators[0]',
    ],
    ['nothing', undefined, 'wrong-type '],
    ['a text', 'x', 'wrong-type '],
  ]

  it.each(strange)('%s is refused by name', async (_, data, found) => {
    expect(paths(await refusal(() => renderForm(performanceTarget, data as PerformanceTargetInput)))).toContain(found)
    expect(
      (await checkForm(performanceTarget, data as PerformanceTargetInput)).map(({ code, path }) => `${code} ${path}`),
    ).toContain(found)
  })

  it('for a paper without room for a line is checked all the same: every other finding is told too', async () => {
    const template = performanceTarget.templates['yangquan-2023']
    if (template === undefined) throw new Error('no such variant')
    const paper = { ...template.paper, height: 48 }
    const whole = await checkForm(performanceTarget, sample())
    const found = await checkForm(performanceTarget, sample(), { template: { ...template, paper } })
    expect(found.map(({ code }) => code)).toEqual([...whole.map(({ code }) => code), 'row-unplaceable'])
  })

  it('in a cycle is refused, not walked for ever', async () => {
    const data = sample() as PerformanceTargetInput & { goals: { self?: unknown } }
    data.goals.self = data
    const error = await refusal(() => renderForm(performanceTarget, data))
    expect(error?.diagnostics.map(({ path }) => path)).toContain('goals.self')
  })

  it('with a hundred thousand groups is refused at once', async () => {
    const group = { level1: '', level2: '', implementation: [], annual: [] }
    const error = await refusal(() =>
      renderForm(performanceTarget, { ...sample(), indicators: new Array(100_000).fill(group) }),
    )
    expect(paths(error)).toEqual(['too-many-values '])
  })

  /** Each of them took seconds to minutes once: a regular expression that tries everything twice. */
  const slow: readonly (readonly [name: string, text: string])[] = [
    ['blanks before a letter', `${' '.repeat(99_999)}x`],
    ['ideographic spaces before a letter', `${'　'.repeat(99_999)}x`],
    ['tabs before a letter', `${'\t'.repeat(99_999)}x`],
    ['万 again and again', '万'.repeat(100_000)],
    ['² again and again', '²'.repeat(100_000)],
    ['opening brackets', '（'.repeat(100_000)],
    ['opening book marks', '《'.repeat(100_000)],
    ['quotation marks', '“'.repeat(100_000)],
    ['square brackets', '['.repeat(100_000)],
    ['document numbers without an end', '财预〔2015〕'.repeat(12_500)],
    ['one word', 'w'.repeat(100_000)],
    ['one number', '1'.repeat(100_000)],
    ['line ends', '字\n'.repeat(20_000)],
    ['units', '个/'.repeat(50_000)],
  ]

  it.each(slow)('of 100,000 %s is laid out in seconds, not in minutes', async (_, text) => {
    const start = performance.now()
    await layoutForm(performanceTarget, { ...sample(), overview: text, goals: { implementation: text, annual: '' } })
    // A hundred times what it takes, and a tenth of what it once took.
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('many forms at once', () => {
  it('have each the bytes they have alone', async () => {
    const makers = [
      ...SAMPLE_FILES.map((name) => () => readSample(name)),
      HOSTILE_FORMS['rare characters'],
      HOSTILE_FORMS['quotes and brackets'],
      HOSTILE_FORMS['nothing at all'],
    ] as (() => PerformanceTargetInput)[]
    const jobs = Array.from({ length: 20 }, (_, i) => ({
      form: (makers[i % makers.length] as () => PerformanceTargetInput)(),
      options: { template: i % 3 === 0 ? 'national-2015' : 'yangquan-2023' },
    }))
    const alone: Uint8Array[] = []
    for (const { form, options } of jobs) alone.push((await renderForm(performanceTarget, form, options)).pdf)
    const together = await Promise.all(jobs.map(({ form, options }) => renderForm(performanceTarget, form, options)))
    const again = await Promise.all(
      [...jobs].reverse().map(({ form, options }) => renderForm(performanceTarget, form, options)),
    )
    jobs.forEach((_, i) => {
      expect(Buffer.compare(together[i]?.pdf as Uint8Array, alone[i] as Uint8Array)).toBe(0)
      expect(Buffer.compare(again[jobs.length - 1 - i]?.pdf as Uint8Array, alone[i] as Uint8Array)).toBe(0)
    })
  })

  it('are not disturbed by one that is refused', async () => {
    const bad = { ...sample(), overview: '😀' }
    const [first, second, third] = await Promise.allSettled([
      renderForm(performanceTarget, sample()),
      renderForm(performanceTarget, bad),
      renderForm(performanceTarget, sample()),
    ])
    expect([first?.status, second?.status, third?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect((first as PromiseFulfilledResult<{ pdf: Uint8Array }>).value.pdf).toEqual(
      (third as PromiseFulfilledResult<{ pdf: Uint8Array }>).value.pdf,
    )
  })
})

const shipped = (file: string): string => fileURLToPath(new URL(`../../fonts/${file}`, import.meta.url))

describe('fonts of the user', () => {
  const fonts: readonly (readonly [name: string, fonts: NonNullable<FormOptions['fonts']>])[] = [
    ['by path for the body', { song: { path: shipped('JixiaoHei-Medium.ttf') } }],
    [
      'by bytes for the title, and one more role',
      {
        songBold: { bytes: readFileSync(shipped('JixiaoHei-Medium.ttf')) },
        fangsong: { path: shipped('JixiaoSong-Bold.ttf') },
      },
    ],
    ['with cubic outlines, for a few letters', { song: { bytes: tinyOtf() } }],
  ]

  needs('mutool')('print', () => {
    it.each(fonts)('%s, every character as itself and in its cell', async (_, given) => {
      const form = sample()
      const { pdf, pages } = await renderForm(performanceTarget, form, { fonts: given })
      const glyphs = mupdfGlyphs(pdf)
      const found = new Map<string, string>()
      pages.forEach((page, index) => {
        const { cells, strays } = fillCells(page, glyphs[index] ?? [])
        expect(strays).toEqual([])
        for (const { cell, text } of cells)
          if (cell.path && cell.role !== 'label' && cell.role !== 'pageHead')
            found.set(cell.path, (found.get(cell.path) ?? '') + text)
      })
      expect(new Map([...found].filter(([, text]) => text !== ''))).toEqual(expectedValues(form, 'yangquan-2023'))
    })
  })

  it('give the same bytes by path and by content', async () => {
    const path = shipped('JixiaoHei-Medium.ttf')
    const byPath = await renderForm(performanceTarget, sample(), { fonts: { song: { path } } })
    const byBytes = await renderForm(performanceTarget, sample(), { fonts: { song: { bytes: readFileSync(path) } } })
    expect(Buffer.compare(byPath.pdf, byBytes.pdf)).toBe(0)
  })

  it('leave the next form without them as it was', async () => {
    const before = await renderForm(performanceTarget, sample())
    await renderForm(performanceTarget, sample(), { fonts: { song: { path: shipped('JixiaoHei-Medium.ttf') } } })
    expect(Buffer.compare((await renderForm(performanceTarget, sample())).pdf, before.pdf)).toBe(0)
  })

  it('whose roles look alike keep their own faces', async () => {
    const fonts = { song: { path: shipped('JixiaoHei-Medium.ttf') }, 'user-song': { bytes: tinyOtf() } }
    const { pdf } = await renderForm(performanceTarget, sample(), { fonts })
    expect(
      Buffer.compare(pdf, (await renderForm(performanceTarget, sample(), { fonts: { song: fonts.song } })).pdf),
    ).toBe(0)
  })
})

describe('options of a wrong type', () => {
  const font = shipped('JixiaoHei-Medium.ttf')
  const wrong: readonly (readonly [name: string, options: unknown])[] = [
    ['template: 5', { template: 5 }],
    ['template: null', { template: null }],
    ['template: {}', { template: {} }],
    ['template: []', { template: [] }],
    ['template: a function', { template: () => 'yangquan-2023' }],
    ['title: {}', { title: {} }],
    ['title: 5', { title: 5 }],
    ['title: null', { title: null }],
    ['title: []', { title: [] }],
    ['title: a symbol', { title: Symbol('x') }],
    ['creationDate: 5', { creationDate: 5 }],
    ['creationDate: a Date', { creationDate: new Date(0) }],
    ['creationDate: null', { creationDate: null }],
    ['today: 5', { today: 5 }],
    ['today: a Date', { today: new Date(0) }],
    ['strict: "no"', { strict: 'no' }],
    ['fonts: 5', { fonts: 5 }],
    ['fonts: "song"', { fonts: 'song' }],
    ['fonts: { song: null }', { fonts: { song: null } }],
    ['fonts: { song: "a.ttf" }', { fonts: { song: 'a.ttf' } }],
    ['fonts: { song: { path: 5 } }', { fonts: { song: { path: 5 } } }],
    ['fonts: { song: { bytes: "abc" } }', { fonts: { song: { bytes: 'abc' } } }],
    ['fonts: { song: { bytes: an ArrayBuffer } }', { fonts: { song: { bytes: new ArrayBuffer(8) } } }],
    ['fonts: { song: { path, face: 5 } }', { fonts: { song: { path: font, face: 5 } } }],
    ['null', null],
    ['a number', 5],
  ]

  it.each(wrong)('%s is refused in words', async (_, options) => {
    for (const call of [renderForm, layoutForm, checkForm]) {
      const error = await refusal(() => call(performanceTarget, sample(), options as FormOptions))
      expect(error?.kind).toMatch(/^(usage|file)$/)
      expect(error?.message).toMatch(/\p{sc=Han}/u)
      expect(error?.message).not.toMatch(/\[object |undefined|Invalid input/)
    }
  })
})

describe('a form definition that is none', () => {
  it.each([
    ['null', null],
    ['an empty object', {}],
    ['a name', 'performance-target'],
  ])('%s is refused in words', async (_, form) => {
    for (const call of [renderForm, layoutForm, checkForm]) {
      const error = await refusal(() => call(form as unknown as typeof performanceTarget, sample()))
      expect(error?.kind).toBe('usage')
      expect(error?.message).toMatch(/\p{sc=Han}/u)
    }
  })
})
