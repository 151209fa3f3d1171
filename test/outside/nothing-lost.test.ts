/** Nothing is lost without a word: each field is on paper, or a warning names it; each finding knows where its field stands. */
import { describe, expect, it } from 'vitest'
import { layoutForm } from '../../src/index.js'
import { toMm } from '../../src/layout/length.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'
import { VARIANTS } from '../support/outside/expected-print.js'
import { HOSTILE_FORMS, readSample, SAMPLE_FILES } from '../support/outside/hostile-forms.js'

/** Every field that can be filled, filled. */
const full = (): PerformanceTargetInput => {
  const side = { total: 100, fiscal: 60, central: 10, provincial: 20, municipal: 30, selfRaised: 15, other: 25 }
  return { ...readSample('04-small-business-upgrade'), funding: { implementation: side, annual: side } }
}

const sources: readonly (readonly [name: string, make: () => PerformanceTargetInput])[] = [
  ['a form with every field filled', full],
  ['nothing at all', HOSTILE_FORMS['nothing at all'] as () => PerformanceTargetInput],
  ...SAMPLE_FILES.map((name) => [`sample ${name}`, () => readSample(name)] as const),
]

const NARRATIVES = ['overview', 'basis', 'necessity', 'safeguards', 'plan'] as const

/** By form.md: what each variant has no cell for. */
const unprinted = (form: PerformanceTargetInput, variant: string): readonly string[] => {
  const sides = ['implementation', 'annual'] as const
  const given = (
    side: (typeof sides)[number],
    sources: readonly (keyof PerformanceTargetInput['funding']['annual'])[],
  ) =>
    sources
      .filter((source) => (form.funding[side][source] ?? null) !== null)
      .map((source) => `funding.${side}.${source}`)
  if (variant === 'yangquan-2023') return sides.flatMap((side) => given(side, ['fiscal']))
  return [
    ...NARRATIVES.filter((name) => form[name] !== ''),
    // Where 财政拨款 is given it is printed as it is, and the levels it could be added up from are not.
    ...sides.flatMap((side) =>
      form.funding[side].fiscal === undefined ? [] : given(side, ['central', 'provincial', 'municipal']),
    ),
  ]
}

describe.each(sources)('%s', (_, make) => {
  it.each(VARIANTS)('on %s: a warning for each field without a cell, and for no other', async (template) => {
    const form = make()
    const { diagnostics } = await layoutForm(performanceTarget, form, { template })
    const warned = diagnostics.filter(({ code }) => code === 'not-printed')
    expect(warned.map(({ path }) => path).sort()).toEqual([...unprinted(form, template)].sort())
    for (const { severity, refuses } of warned) expect([severity, refuses]).toEqual(['warning', false])
  })

  it.each(VARIANTS)('on %s: each finding of a printed field has the place of its cell', async (template) => {
    const { pages, diagnostics } = await layoutForm(performanceTarget, make(), { template })
    for (const { path, place } of diagnostics) {
      const cells = pages.flatMap((page) =>
        page.cells.filter((cell) => cell.path === path && !cell.repeated).map((cell) => ({ page: page.number, cell })),
      )
      const [first] = cells
      if (!first) continue
      const { cell } = first
      expect(place, path).toEqual({
        page: first.page,
        x: toMm(cell.x),
        y: toMm(cell.y),
        width: toMm(cell.width),
        height: toMm(cell.height),
      })
    }
  })
})

describe('one group', () => {
  it('whose name has blanks behind it stands where the standard group stands, once', async () => {
    const item = { name: '甲', value: '1人' }
    const form: PerformanceTargetInput = {
      ...readSample('04-small-business-upgrade'),
      indicators: [
        { level1: '产出指标 ', level2: '数量指标', implementation: [item], annual: [item] },
        { level1: '产出指标', level2: '质量指标\r\n', implementation: [item], annual: [item] },
      ],
    }
    const { pages } = await layoutForm(performanceTarget, form)
    const labels = pages.flatMap((page) =>
      page.cells.flatMap((cell, index) =>
        cell.role === 'label' && !cell.repeated && cell.column !== 5
          ? [
              page.runs
                .filter((run) => run.cell === index)
                .map((run) => run.text)
                .join(''),
            ]
          : [],
      ),
    )
    for (const name of ['产出指标', '数量指标', '质量指标'])
      expect(
        labels.filter((label) => label === name),
        name,
      ).toHaveLength(1)
  })

  it('whose name begins with line ends is centred all the same', async () => {
    const item = { name: '甲', value: '1人' }
    const form: PerformanceTargetInput = {
      ...readSample('04-small-business-upgrade'),
      indicators: [{ level1: '\n自定', level2: '\r\n\r\n自定二级', implementation: [item, item], annual: [] }],
    }
    const { pages } = await layoutForm(performanceTarget, form)
    for (const page of pages) {
      page.cells.forEach((cell, index) => {
        const runs = page.runs.filter((run) => run.cell === index)
        if (cell.role !== 'label' || runs.length === 0) return
        const top = Math.min(...runs.map((run) => run.baseline - 0.88 * run.size))
        const bottom = Math.max(...runs.map((run) => run.baseline + 0.12 * run.size))
        expect(
          Math.abs(toMm((top + bottom) / 2 - (cell.y + cell.height / 2))),
          runs.map((run) => run.text).join(''),
        ).toBeLessThan(0.3)
      })
    }
  })

  it('whose name has an indent is centred without it', async () => {
    const item = { name: '　　甲', value: ' 1人' }
    const form: PerformanceTargetInput = {
      ...readSample('04-small-business-upgrade'),
      indicators: [{ level1: '　产出指标', level2: ' 自定', implementation: [item], annual: [item] }],
    }
    const { pages } = await layoutForm(performanceTarget, form)
    const centred = pages.flatMap((page) =>
      page.cells.flatMap((cell, index) =>
        cell.role === 'label' || /^indicators/.test(cell.path ?? '')
          ? [
              page.runs
                .filter((run) => run.cell === index)
                .map((run) => run.text)
                .join(''),
            ]
          : [],
      ),
    )
    expect(centred.filter((text) => text !== text.trim())).toEqual([])
  })
})
