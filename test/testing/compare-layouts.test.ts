import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutForm } from '../../src/index.js'
import type { Page } from '../../src/layout/page.js'
import { toMillimetres } from '../../src/layout/to-millimetres.js'
import { reverseKeys } from '../../src/testing/invariants/reverse-keys.js'
import { compareLayouts } from '../../src/testing/layout/compare-layouts.js'
import { describeChanges } from '../../src/testing/layout/describe-change.js'
import { type DescribedLayout, describeLayout, describeMillimetres } from '../../src/testing/layout/described-layout.js'
import { layoutSnapshot, readLayoutSnapshot, writeSnapshot } from '../../src/testing/layout/layout-snapshot.js'
import { wireframe } from '../../src/testing/layout/wireframe.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'
import { filled, pages } from './printed-sample.js'

const changed = async (change: (data: PerformanceTargetInput) => PerformanceTargetInput): Promise<readonly Page[]> =>
  (await layoutForm(performanceTarget, change(filled.data))).pages

const words = (before: readonly Page[], after: readonly Page[]): readonly string[] =>
  describeChanges(compareLayouts(describeLayout(before), describeLayout(after)))

const withoutLast = ({ indicators, ...rest }: PerformanceTargetInput): PerformanceTargetInput => ({
  ...rest,
  indicators: indicators.map((group, index) =>
    index === 7
      ? { ...group, implementation: group.implementation.slice(0, 1), annual: group.annual.slice(0, 1) }
      : group,
  ),
})

describe('the snapshot', () => {
  const text = layoutSnapshot(pages)

  it('names page, cell, lines and rules in hundredths of a millimetre', () => {
    expect(text).toContain('\npage 1 of 2, 210.00×297.00\n')
    expect(text).toContain(
      '\nvalue "项目名称" <projectName> @ 55.90,32.26 140.10×5.86 row 1 column 4–8 ruled\n  1  0.90,4.13 66.68 3.18 song  "阳泉市公共图书馆免费开放及全民阅读推广项目"\n',
    )
    expect(text).toMatch(/\nlabel @ 14\.00,\S+ 6\.50×\S+ row \d+–\d+ column 1 ruled part 2 of 2 again\n/)
    expect(text).toMatch(/\nrule 14\.00,32\.26 → 196\.00,32\.26 0\.3\d\n/)
  })

  it('is read back to what it was', () => {
    expect(writeSnapshot(readLayoutSnapshot(text))).toBe(text)
    expect(readLayoutSnapshot(text)).toEqual(describeLayout(pages))
  })

  it('does not depend on the order of cells, runs and rules', () => {
    const order = pages.map((page) => {
      const last = page.cells.length - 1
      return {
        ...page,
        cells: page.cells.toReversed(),
        runs: page.runs.toReversed().map((run) => ({ ...run, cell: last - run.cell })),
        rules: page.rules.toReversed(),
      }
    })
    expect(layoutSnapshot(order)).toBe(text)
  })

  it('is the same in a second run and for data with its keys in another order', async () => {
    const again = await layoutForm(performanceTarget, reverseKeys(filled.data) as PerformanceTargetInput)
    expect(layoutSnapshot(again.pages)).toBe(text)
  })

  it('refuses text that is none', () => {
    expect(() => readLayoutSnapshot('{}')).toThrow(/版面快照第1行无法读取/)
    expect(() => readLayoutSnapshot(text.replace(/^rule .*$/m, 'rule of thumb'))).toThrow(/无法读取：rule of thumb/)
  })
})

describe('differences in words', () => {
  it('say nothing of the same layout', () => {
    expect(words(pages, pages)).toEqual([])
    expect(compareLayouts(readLayoutSnapshot(layoutSnapshot(pages)), describeLayout(pages))).toEqual([])
    expect(
      compareLayouts(describeMillimetres(toMillimetres(pages)), describeMillimetres(toMillimetres(pages))),
    ).toEqual([])
  })

  it('name the row that went and the rows that moved up by as much', async () => {
    const said = words(pages, await changed(withoutLast))
    expect(said).toContainEqual(expect.stringMatching(/^page 2: row .+ is gone$/))
    expect(said).toContainEqual(expect.stringMatching(/^page 2: rows .+ to .+ \(\d+\) moved \d+\.\d\d mm up$/))
    expect(said.filter((line) => line.startsWith('page 1'))).toEqual([])
  })

  it('say how far one row moved', () => {
    const page = pages[1] as Page
    const row = Math.max(...page.cells.flatMap(({ row, framed }) => (framed && row !== undefined ? [row] : [])))
    const moved = page.cells.map((cell) =>
      cell.row === row && cell.rowSpan === 1 ? { ...cell, y: cell.y + 3024 } : cell,
    )
    const runs = page.runs.map((run) =>
      moved[run.cell] === page.cells[run.cell] ? run : { ...run, baseline: run.baseline + 3024 },
    )
    const said = words(pages, [pages[0] as Page, { ...page, cells: moved, runs }])
    expect(said).toContainEqual(
      expect.stringMatching(/^page 2: row 服务对象满意度指标 \/ 基层服务点满意度 moved 4\.20 mm down$/),
    )
  })

  it('name a changed text by its characters, and what grew with it', async () => {
    const said = words(
      pages,
      await changed((data) => ({
        ...data,
        projectName: `${data.projectName}（二〇二三年度，第二期，续建）及全市县区分馆总馆制建设`,
      })),
    )
    expect(said).toContainEqual(expect.stringMatching(/^page 1: rows 主管部门及代码 to .+ moved 4\.0\d mm down$/))
    expect(said).toContainEqual(
      expect.stringMatching(/^page 1: 项目名称: “（二〇二三年度.+” is new after “阅读推广项目”$/),
    )
    expect(said).toContainEqual(expect.stringMatching(/^page 1: row 项目名称 is \d\.\d\d mm taller$/))
  })

  it('speak Chinese', async () => {
    const changes = compareLayouts(describeLayout(pages), describeLayout(await changed(withoutLast)))
    expect(describeChanges(changes, 'zh-CN')).toContainEqual(
      expect.stringMatching(/^第2页：“.+”至“.+”共\d+行上移\d+\.\d\d毫米$/),
    )
  })

  it('work on the layouts that the command line writes', async () => {
    const after = await changed(withoutLast)
    const said = describeChanges(
      compareLayouts(describeMillimetres(toMillimetres(pages)), describeMillimetres(toMillimetres(after))),
    )
    expect(said).toContainEqual(expect.stringMatching(/moved \d+\.\d\d mm up$/))
    expect(said.filter((line) => line.startsWith('page 1'))).toEqual([])
  })

  describe('of the layouts that the command line writes', () => {
    const base = toMillimetres(pages)
    /** As a person or a program might change the JSON. */
    const changedJson = (change: (page: Mutable) => void): readonly string[] => {
      const after = structuredClone(base) as unknown as Mutable[]
      change(after[0] as Mutable)
      const described = [base, after as unknown as readonly Page[]].map(describeMillimetres)
      const [old, now] = described as [DescribedLayout, DescribedLayout]
      return describeChanges(compareLayouts(old, now))
    }
    type Changeable<T> = { -readonly [K in keyof T]: T[K] }
    interface Mutable {
      number: number
      cells: Changeable<Page['cells'][number]>[]
      runs: Changeable<Page['runs'][number]>[]
      rules: Changeable<Page['rules'][number]>[]
    }
    const rule = (page: Mutable) => page.rules.find(({ y1, y2 }) => y1 === y2) as Mutable['rules'][number]
    const PLACE = /^page 1: the horizontal rule [\d.]+ mm from the top \(.+ mm from the left, [\d.]+ mm thick\)/

    it.each<[string, (page: Mutable) => void, RegExp]>([
      [
        'a rule through a cell',
        ({ rules }) => rules.push({ x1: 60, y1: 35, x2: 190, y2: 35, width: 0.34 }),
        / is new$/,
      ],
      ['a rule too long', (page) => (rule(page).x2 += 10), / is now a horizontal rule /],
      ['a rule too short', (page) => (rule(page).x2 -= 0.9), / is now a horizontal rule /],
      [
        'a rule moved a little',
        ({ rules }) => {
          for (const one of rules.slice(0, 1)) Object.assign(one, { y1: one.y1 + 0.02, y2: one.y2 + 0.02 })
        },
        / is now a horizontal rule /,
      ],
      ['a thick rule over one', (page) => page.rules.push({ ...rule(page), width: 2 }), / is new$/],
    ])('tell %s', (_, change, told) => {
      const said = changedJson(change)
      expect(said).toHaveLength(1)
      expect(said[0]).toMatch(PLACE)
      expect(said[0]).toMatch(told)
    })

    it('tell a run that belongs to no cell, and a frame that is gone', () => {
      const stray = changedJson(({ runs, cells }) =>
        runs.push({ ...(runs[20] as Mutable['runs'][number]), cell: cells.length + 5, text: '多' }),
      )
      expect(stray).toEqual(['page 1: the text “多” is new'])
      const unframed = changedJson(({ cells }) => {
        const cell = cells.find(({ framed }) => framed) as Mutable['cells'][number]
        cell.framed = false
      })
      expect(unframed).toEqual([expect.stringMatching(/ is no longer ruled on all four sides$/)])
    })

    it('tell what no rule of comparison knows', () => {
      const said = changedJson(({ cells }) => {
        for (const cell of cells.slice(5, 6)) cell.columnSpan = 9
      })
      expect(said).toEqual([expect.stringMatching(/^page 1: “.+” instead of “.+”$/)])
    })

    it('say nothing of what rounding moved', () => {
      const nudged = changedJson((page) => {
        for (const one of page.rules) Object.assign(one, { x2: one.x2 + 0.01, width: one.width - 0.01 })
        for (const run of page.runs) run.x += 0.01
      })
      expect(nudged).toEqual([])
      expect(compareLayouts(describeLayout(pages), describeMillimetres(base))).toEqual([])
    })
  })

  it('speak Chinese of text without a cell', () => {
    const [first, ...rest] = pages as [Page, ...Page[]]
    const stray = { ...(first.runs[20] as Page['runs'][number]), cell: first.cells.length, text: '多' }
    const after = describeLayout([{ ...first, runs: [...first.runs, stray] }, ...rest])
    expect(describeChanges(compareLayouts(describeLayout(pages), after), 'zh-CN')).toEqual(['第1页：多了格外文字“多”'])
  })

  it('speak Chinese of rules without cells', () => {
    const [first, ...rest] = pages as [Page, ...Page[]]
    const through = { x1: 43_200, y1: 25_200, x2: 136_800, y2: 25_200, width: 245 }
    const changes = compareLayouts(
      describeLayout(pages),
      describeLayout([{ ...first, rules: [...first.rules, through] }, ...rest]),
    )
    expect(describeChanges(changes, 'zh-CN')).toEqual([
      '第1页：多了距上35.00毫米的横线（距左60.00至190.00毫米，粗0.34毫米）',
    ])
  })

  it('miss no change at all: where the snapshots differ, there are words', () => {
    const numbers = ['x', 'y', 'width', 'height'] as const
    const change = fc.record({
      page: fc.nat(1),
      cell: fc.nat(200),
      rule: fc.nat(60),
      run: fc.nat(200),
      which: fc.constantFrom(...numbers),
      by: fc.constantFrom(-72, -8, 8, 15, 720),
    })
    fc.assert(
      fc.property(change, fc.constantFrom('cell', 'rule', 'run'), ({ page, cell, rule, run, which, by }, kind) => {
        const after = pages.map((one, index): Page => {
          if (index !== page) return one
          if (kind === 'cell')
            return {
              ...one,
              cells: one.cells.map((old, i) =>
                i === cell % one.cells.length ? { ...old, [which]: old[which] + by } : old,
              ),
            }
          if (kind === 'run')
            return {
              ...one,
              runs: one.runs.map((old, i) => (i === run % one.runs.length ? { ...old, x: old.x + by } : old)),
            }
          return {
            ...one,
            rules: one.rules.map((old, i) =>
              i === rule % one.rules.length ? { ...old, y1: old.y1 + by, y2: old.y2 + by } : old,
            ),
          }
        })
        const differ = layoutSnapshot(after) !== layoutSnapshot(pages)
        expect(words(pages, after).length > 0).toBe(differ)
      }),
      { numRuns: 150 },
    )
  })
})

describe('the wireframe', () => {
  const svg = wireframe(pages)

  it('is a small SVG with names, baselines and page parts', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 428 297"/)
    expect(svg).toContain('>项目名称</text>')
    expect(svg).toContain('class="part"')
    expect(svg).toContain('class="base"')
    expect(svg.length).toBeLessThan(60_000)
    expect(svg).not.toContain('NaN')
  })
})
