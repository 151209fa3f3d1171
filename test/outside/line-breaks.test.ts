/** Breaks that a reader of the printed form would stumble over, in the columns of the real form. */
import { describe, expect, it } from 'vitest'
import { layoutForm } from '../../src/index.js'
import { performanceTarget } from '../../templates/index.js'
import { readSample } from '../support/outside/hostile-forms.js'

/** The lines of an indicator's name on the year's side: a column of 6 em on yangquan-2023. */
const linesOf = async (name: string): Promise<readonly string[]> => {
  const form = {
    ...readSample('04-small-business-upgrade'),
    indicators: [{ level1: '产出指标', level2: '数量指标', implementation: [], annual: [{ name, value: '1' }] }],
  }
  const { pages } = await layoutForm(performanceTarget, form)
  const lines: string[] = []
  for (const page of pages) {
    const cell = page.cells.findIndex(({ path }) => path === 'indicators[0].annual[0].name')
    for (const run of page.runs) if (run.cell === cell) lines[run.line] = (lines[run.line] ?? '') + run.text
  }
  return lines
}

describe('in a column of 6 em', () => {
  it.each(
    [
      [
        '合计1,234.56万元，其中',
        /^1,$/,
        'an amount is not cut behind its thousands comma, where the 1 would stand alone',
      ],
      ['合计1,234.56万元，其中', /\d,$/, 'an amount that a line holds is not cut at its thousands comma'],
      [
        '按晋社会局函〔2022〕55号文件',
        /〔2022〕\d+$/,
        'a document number too wide for the line is cut behind its year',
      ],
      ['时间为2025年1—12月，按月', /[^—]12$/, 'a range too wide for the line is cut behind its dash'],
      ['标准为100万元/家/年以上', /\/$/, 'a unit is not cut behind a stroke'],
      ['服务6702人次/年', /67$/, 'a number is not cut inside where its unit could move'],
      ['买买提·艾力江', /^·/, 'a middle dot does not begin a line'],
    ].map(([name, wrong, words]) => ({ name: name as string, wrong: wrong as RegExp, words })),
  )('$words: $name', async ({ name, wrong }) => {
    expect((await linesOf(name)).filter((line) => wrong.test(line))).toEqual([])
  })

  it('a last line has two characters at least', async () => {
    for (const name of ['补助发放对象户', '补助发放对象人数增长率达标', '已建工程良性运行率是']) {
      const lines = await linesOf(name)
      expect(Array.from(lines.at(-1) ?? '').length, lines.join('/')).toBeGreaterThan(1)
    }
  })
})

describe('a spread line', () => {
  it('has its gaps between Chinese characters, not inside numbers and words', async () => {
    const form = {
      ...readSample('04-small-business-upgrade'),
      overview: `100万元每家，网址见http://www.example.gov.cn/a/b页面，A4纸2,853万元，${'按时足额发放保障基本生活，'.repeat(9)}`,
    }
    const { pages } = await layoutForm(performanceTarget, form)
    const spread = pages.flatMap((page) =>
      page.runs.filter((run) => run.letterSpacing !== undefined && /[!-~]{2}/.test(run.text)).map((run) => run.text),
    )
    expect(spread).toEqual([])
  })
})
