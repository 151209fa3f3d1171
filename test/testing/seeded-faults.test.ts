/** Seeded faults: each is caught by exactly the layers that should see it, and named rightly. */
import { describe, expect, it } from 'vitest'
import { describeDiagnostic } from '../../src/diagnostics/describe-diagnostic.js'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js'
import { mm } from '../../src/layout/length.js'
import type { Page } from '../../src/layout/page.js'
import { comparePdfs } from '../../src/testing/compare/compare-pdfs.js'
import { boxFaults } from '../../src/testing/invariants/box-faults.js'
import { labelFaults, pageNumberFaults } from '../../src/testing/invariants/label-faults.js'
import { lineFaults } from '../../src/testing/invariants/line-faults.js'
import { textFaults } from '../../src/testing/invariants/text-faults.js'
import { compareLayouts } from '../../src/testing/layout/compare-layouts.js'
import { describeChanges } from '../../src/testing/layout/describe-change.js'
import { describeLayout } from '../../src/testing/layout/described-layout.js'
import { compareFingerprints, fingerprint } from '../../src/testing/pdf/fingerprint.js'
import { readPdf } from '../../src/testing/pdf/read-pdf.js'
import { book, changePage, changeRuns, grid, pages, print } from './printed-sample.js'

type Layer = 'layout' | 'boxes' | 'labels' | 'lines' | 'page numbers' | 'text' | 'printed words' | 'pixels' | 'bytes'
type Seen = Readonly<Record<Layer, readonly string[]>>

let good: Uint8Array | undefined

/** What each layer says of a faulty document beside the good one. */
const look = async (laidOut: readonly Page[], pdf: Uint8Array): Promise<Seen> => {
  good ??= await print(pages)
  const compared = await comparePdfs(good, pdf, { dpi: 96 })
  return {
    layout: describeChanges(compareLayouts(describeLayout(pages), describeLayout(laidOut))),
    boxes: boxFaults(laidOut).map(say),
    labels: labelFaults(grid, laidOut).map(say),
    lines: lineFaults(grid, laidOut).map(say),
    'page numbers': pageNumberFaults(grid, laidOut).map(say),
    text: textFaults(grid, laidOut, await readPdf(pdf)).map(say),
    'printed words': describeChanges(compared.changes),
    pixels: compared.sections.flatMap((section) => section.words),
    bytes: compareFingerprints(fingerprint(good), fingerprint(pdf)),
  }
}

const say = (fault: Diagnostic): string => describeDiagnostic(fault, 'en').message

const seers = (seen: Seen): readonly string[] =>
  Object.entries(seen).flatMap(([layer, words]) => (words.length > 0 ? [layer] : []))

const looked = async (
  laidOut: readonly Page[],
  printing: Parameters<typeof print>[1] = {},
  painted: readonly Page[] = laidOut,
): Promise<Seen> => look(laidOut, await print(painted, printing))

const isLevel = (page: Page, y: number) => (rule: Page['rules'][number]) =>
  rule.y1 === rule.y2 && rule.y1 === y && page.number > 0

const cellOf = (page: Page, path: string) => page.cells.find((cell) => cell.path === path && !cell.repeated)!

describe('seeded faults', () => {
  it('none: no layer says anything', async () => {
    expect(seers(await looked(pages))).toEqual([])
  })

  it('a rule moved by 0.1 mm', async () => {
    const faulty = changePage(1, (page) => {
      const { y, height } = cellOf(page, 'projectName')
      return {
        ...page,
        rules: page.rules.map((rule) =>
          isLevel(page, y + height)(rule) ? { ...rule, y1: rule.y1 + mm(0.1), y2: rule.y2 + mm(0.1) } : rule,
        ),
      }
    })
    const seen = await looked(faulty)
    expect(seen.layout).toEqual(['page 1: the rule under 项目名称 (14.00–196.00 mm from the left) moved 0.10 mm down'])
    expect(seers(seen)).toEqual(['layout', 'boxes', 'pixels', 'bytes'])
    expect(seen.bytes).toEqual(['what is painted on the pages differs'])
  })

  it('a rule of one page part missing', async () => {
    const faulty = changePage(2, (page) => {
      const bottom = Math.max(...page.rules.map((rule) => rule.y2))
      return { ...page, rules: page.rules.filter((rule) => !isLevel(page, bottom)(rule)) }
    })
    const seen = await looked(faulty)
    expect(seen.boxes[0]).toMatch(/^.*Page 2: ".+" has no rule under it\.$/)
    expect(seen.layout).toEqual([
      expect.stringMatching(/^page 2: the rule under .+ \(14\.00–196\.00 mm from the left\) is gone$/),
    ])
    expect(seers(seen)).toEqual(['layout', 'boxes', 'pixels', 'bytes'])
  })

  it('one character dropped while painting', async () => {
    const painted = changePage(1, (page) =>
      changeRuns(
        page,
        (text) => text.startsWith('阳泉市公共图书馆'),
        (run) => ({ ...run, text: run.text.replace('馆', '') }),
      ),
    )
    const seen = await looked(pages, {}, painted)
    expect(seen.text).toEqual(['projectName: Page 1: in "项目名称", "馆" is missing after "泉市公共图书".'])
    expect(seers(seen)).toEqual(['text', 'printed words', 'pixels', 'bytes'])
    expect(seen['printed words']).toEqual([expect.stringContaining('“馆” (U+9986) is missing after “泉市公共图书”')])
  })

  it('two characters swapped while painting', async () => {
    const painted = changePage(1, (page) =>
      changeRuns(
        page,
        (text) => text.startsWith('阳泉市公共图书馆'),
        (run) => ({ ...run, text: run.text.replace('图书', '书图') }),
      ),
    )
    const seen = await looked(pages, {}, painted)
    expect(seen.text).toEqual(['projectName: Page 1: in "项目名称", "图书" is swapped to "书图" after "阳泉市公共".'])
    expect(seen['printed words']).toEqual([expect.stringContaining('“图书” is swapped to “书图” after “阳泉市公共”')])
    expect(seers(seen)).toEqual(['text', 'printed words', 'pixels', 'bytes'])
  })

  it('one character dropped in the layout already', async () => {
    const faulty = changePage(1, (page) =>
      changeRuns(
        page,
        (text) => text.startsWith('阳泉市公共图书馆'),
        (run) => ({ ...run, text: run.text.replace('馆', '') }),
      ),
    )
    const seen = await looked(faulty)
    expect(seen.layout).toEqual(['page 1: 项目名称: “馆” (U+9986) is missing after “泉市公共图书”'])
    expect(seers(seen)).toEqual(['layout', 'text', 'printed words', 'pixels', 'bytes'])
  })

  it('a label that does not stand again on the second page', async () => {
    const faulty = changePage(2, (page) => {
      const gone = page.cells.findIndex(
        (cell, index) =>
          cell.role === 'label' &&
          cell.repeated &&
          page.runs.some((run) => run.cell === index && run.text === '产出指标'),
      )
      const gap =
        gone < 0
          ? page.cells.findIndex((cell) => cell.role === 'label' && cell.repeated && cell.path !== undefined)
          : gone
      const runs = page.runs
        .filter((run) => run.cell !== gap)
        .map((run) => ({ ...run, cell: run.cell > gap ? run.cell - 1 : run.cell }))
      return { ...page, cells: page.cells.filter((_, index) => index !== gap), runs }
    })
    const seen = await looked(faulty)
    expect(seen.labels).toEqual([expect.stringMatching(/Page 2: ".+" is missing\.$/)])
    expect(seen.boxes).toEqual([expect.stringMatching(/^Page 2: no cell stands 20\.5–38\.2 mm from the left/)])
    expect(seers(seen)).toEqual(['layout', 'boxes', 'labels', 'printed words', 'pixels', 'bytes'])
  })

  it('a font replaced by one with the same advances', async () => {
    const heavier = { ...book, face: (id: string) => book.face(id === 'songBold' ? 'hei' : id) }
    const seen = await looked(pages, { book: heavier })
    expect(seers(seen)).toEqual(['printed words', 'pixels', 'bytes'])
    expect(seen['printed words']).toEqual([
      expect.stringMatching(/^page 1: 项目支出绩效目标表: the font is JixiaoHei\S* instead of JixiaoSong-Bold$/),
    ])
    expect(seen.bytes).toContain('the embedded fonts differ')
  })

  it('the colour #010101 in place of #000000', async () => {
    const faint = 1 / 255
    const seen = await looked(pages, {
      operators: (content) =>
        content.replace('\nBT\n', `\n${[faint, faint, faint].map((channel) => channel.toFixed(6)).join(' ')} rg\nBT\n`),
    })
    expect(seers(seen)).toEqual(['printed words', 'pixels', 'bytes'])
    expect(seen['printed words']).toContainEqual(
      expect.stringContaining('项目名称: the colour is #010101 instead of #000000'),
    )
    expect(seen.pixels[0]).toMatch(/^page 1: \d+ pixels differ, by at most 1 of 255, in /)
  })

  it('text 0.2 mm over the rule of its cell', async () => {
    const faulty = changePage(1, (page) => {
      const cell = cellOf(page, 'funding.annual.total')
      return changeRuns(
        page,
        (text) => text === '2,600,000',
        (run) => ({ ...run, x: cell.x + cell.width - run.width + mm(0.2) }),
      )
    })
    const seen = await looked(faulty)
    expect(seen.boxes).toEqual([
      expect.stringContaining('Page 1: the text "2,600,000" of "年度资金总额" is 0.2 mm over the rule on its right.'),
    ])
    expect(seen.layout).toEqual(['page 1: the text of 年度资金总额 moved 1.10 mm to the right in its cell'])
    expect(seers(seen)).toEqual(['layout', 'boxes', 'printed words', 'pixels', 'bytes'])
  })

  it('a page number that is wrong', async () => {
    const faulty = changePage(2, (page) =>
      changeRuns(
        page,
        (text) => text.startsWith('第 2 页'),
        (run) => ({ ...run, text: run.text.replace('第 2', '第 1') }),
      ),
    )
    const seen = await looked(faulty)
    expect(seen['page numbers']).toEqual([
      'Page 2: the page number is "第 1 页 共 2 页" and should be "第 2 页 共 2 页".',
    ])
    expect(seers(seen)).toEqual(['layout', 'page numbers', 'printed words', 'pixels', 'bytes'])
  })

  it('another timestamp', async () => {
    const seen = await looked(pages, { creationDate: '2023-01-29T12:00:00+08:00' })
    expect(seers(seen)).toEqual(['bytes'])
    expect(seen.bytes).toEqual([
      expect.stringMatching(/^the creation date is D:20230129120000.* instead of D:20230128120000/),
    ])
  })

  it('a forbidden mark at a line start', async () => {
    const faulty = changePage(1, (page) => {
      const [first, second] = page.runs.filter(
        (run) => page.cells[run.cell]?.path === 'overview' && run.half === undefined,
      )
      const last = Array.from(first!.text).at(-1)!
      return {
        ...page,
        runs: page.runs.map((run) =>
          run === first
            ? { ...run, text: run.text.slice(0, -last.length) }
            : run === second
              ? { ...run, text: `，${run.text}` }
              : run,
        ),
      }
    })
    const seen = await looked(faulty)
    expect(seen.lines).toEqual([expect.stringMatching(/Page 1: a line of "项目概况" begins with "，"/)])
  })
})
