import { expect, test } from 'vitest'
import type { Cell, Page } from '../../src/layout/page.js'
import { withoutSpace } from '../paint/read-back.js'
import { needs } from '../support/outside/needs.js'
import { ACCESSIBLE, layOut, parseSample, print, samples, variants } from './print-archived.js'
import { readStructure, type SpokenElement } from './read-structure.js'

interface PrintedCell extends Cell {
  readonly text: string
}

/** Each cell once, as a person reads the form: title, rows from left to right, signature line. */
function readPages(pages: readonly Page[]): PrintedCell[] {
  const cells = new Map<string, PrintedCell>()
  pages.forEach((page) => {
    page.cells.forEach((cell, index) => {
      if (cell.role === 'pageHead' || cell.role === 'pageFoot') return
      const text = page.runs
        .filter((run) => run.cell === index)
        .map((run) => run.text)
        .join('')
      const key = cell.row === undefined ? cell.role : `${cell.row} ${cell.column}`
      const known = cells.get(key)
      if (!known) cells.set(key, { ...cell, text })
      else if (!cell.repeated) cells.set(key, { ...known, text: known.text + text })
    })
  })
  const order = ({ row = -1, column = 0 }: Cell): number => 100 * row + column
  return [...cells.values()].sort((a, b) => order(a) - order(b))
}

needs('pdfinfo')('the structure that poppler reads', () => {
  test.each(samples.flatMap((sample) => variants.map((variant) => [sample, variant] as const)))(
    '%s %s in reading order',
    async (sample, variant) => {
      const pages = await layOut(parseSample(sample), variant)
      const spoken = readStructure(await print(pages, ACCESSIBLE)).filter(({ text }) => text !== '')
      const printed = readPages(pages).filter(({ text }) => text !== '')
      expect(spoken.map(({ text }) => withoutSpace(text))).toEqual(printed.map(({ text }) => withoutSpace(text)))
      expect(spoken[0]).toMatchObject({ tag: 'H1', text: '项目支出绩效目标表' })
    },
  )

  /** The words a screen reader says before the value at this path. */
  async function speak(
    variant: string,
    sample = '03-smart-education.json',
  ): Promise<(path: string) => readonly string[]> {
    const pages = await layOut(parseSample(sample), variant)
    const spoken = readStructure(await print(pages, ACCESSIBLE)).filter(({ tag }) => tag === 'TH' || tag === 'TD')
    const cells = readPages(pages).filter(({ framed }) => framed)
    expect(spoken).toHaveLength(cells.length)
    const words = new Map(spoken.map(({ id, text }) => [id, text]))
    return (path) => headersOf(spoken[cells.findIndex((cell) => cell.path === path)]).map((id) => words.get(id) ?? '?')
  }
  const headersOf = (element: SpokenElement | undefined): readonly string[] => element?.headers ?? []

  test.each([
    ['yangquan-2023', { implementation: '实施期目标', annual: '年度目标' }],
    ['national-2015', { implementation: '中期目标', annual: '年度目标' }],
  ] as const)('%s: each indicator value has its side, 一级, 二级 and 三级', async (variant, sides) => {
    const headers = await speak(variant)
    parseSample('03-smart-education.json').indicators.forEach((group, index) => {
      for (const side of ['implementation', 'annual'] as const) {
        group[side].forEach((item, at) => {
          const expected = [sides[side], '指标值', '绩效指标', group.level1, group.level2, item.name]
          expect(headers(`indicators[${index}].${side}[${at}].value`)).toEqual(expected)
        })
      }
    })
  })

  test('amounts and goals', async () => {
    const headers = await speak('yangquan-2023')
    expect(headers('funding.implementation.total')).toEqual(['项目资金（元）', '实施期资金总额：'])
    expect(headers('funding.annual.central')).toEqual(['项目资金（元）', '年度资金总额：', '其中：中央财政资金'])
    expect(headers('implementingUnit')).toEqual(['实施单位'])
    expect(headers('goals.annual')).toEqual(['年度目标', '总体目标'])
    expect(headers('overview')).toEqual(['项目概况'])
  })

  test('a form of several pages is one table; a cell that goes on is one cell', async () => {
    const pages = await layOut(parseSample('15-long-narratives.json'), 'yangquan-2023')
    const goesOn = readPages(pages).find(({ role, parts }) => role === 'value' && parts > 1)
    const spoken = readStructure(await print(pages, ACCESSIBLE))
    expect(spoken.filter(({ tag }) => tag === 'Table')).toHaveLength(1)
    expect(goesOn?.text).toMatch(/./)
    expect(spoken.map(({ text }) => withoutSpace(text))).toContain(withoutSpace(goesOn?.text ?? ''))
    expect(spoken.filter(({ text }) => text === '绩效指标')).toHaveLength(1)
  })
})
