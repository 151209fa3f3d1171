/** The ink itself: labels in the middle of their parts, nothing touching a rule, rules of even weight, measured in drawn pixels. */
import { describe, expect, it } from 'vitest'
import { type RenderedForm, renderForm } from '../../src/index.js'
import type { Page } from '../../src/layout/page.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'
import type { Variant } from '../support/outside/expected-print.js'
import { HOSTILE_FORMS, readSample } from '../support/outside/hostile-forms.js'
import { needs } from '../support/outside/needs.js'
import { drawPage, inkBox, isInk, type Pixels } from '../support/outside/pixels.js'

const DPI = 300
const MM = DPI / 25.4
const MOST_OFF_CENTRE = 0.3
const LEAST_GAP = 0.3

interface PageToDraw {
  readonly name: string
  readonly make: () => PerformanceTargetInput
  readonly template: Variant
  /** Page numbers; -1 is the last. */
  readonly pages: readonly number[]
}

const hostile = (name: string) => HOSTILE_FORMS[name] as () => PerformanceTargetInput

const toDraw: readonly PageToDraw[] = [
  { name: 'sample 04', make: () => readSample('04-small-business-upgrade'), template: 'yangquan-2023', pages: [1, 2] },
  { name: 'sample 02', make: () => readSample('02-digital-government'), template: 'yangquan-2023', pages: [2, 3] },
  { name: 'sample 01', make: () => readSample('01-heating-allowance'), template: 'national-2015', pages: [1] },
  { name: '99 groups', make: hostile('99 groups'), template: 'yangquan-2023', pages: [3, -1] },
  {
    name: 'every printable ASCII character',
    make: hostile('every printable ASCII character'),
    template: 'yangquan-2023',
    pages: [1],
  },
  { name: 'runs of marks', make: hostile('runs of marks'), template: 'national-2015', pages: [1] },
]

/** Merged labels and labels beside one tall row: their ink, where every character is a full em, against the middle of the part. */
const centreFaults = (page: Page, pixels: Pixels): readonly string[] =>
  page.cells.flatMap((cell, index) => {
    const text = page.runs
      .filter((run) => run.cell === index)
      .map((run) => run.text)
      .join('')
    // A mark is blank on one side: its ink says nothing of the middle.
    if (cell.role !== 'label' || !/^[\p{sc=Han}（）]+$/u.test(text)) return []
    const margin = 0.25 * MM
    const box = {
      left: pixels.of(cell.x) + margin,
      top: pixels.of(cell.y) + margin,
      right: pixels.of(cell.x + cell.width) - margin,
      bottom: pixels.of(cell.y + cell.height) - margin,
    }
    const ink = inkBox(pixels, box)
    if (!ink) return [`“${text}” has no ink`]
    const across = Math.abs((ink.left + ink.right) / 2 - (box.left + box.right) / 2) / MM
    const down = Math.abs((ink.top + ink.bottom) / 2 - (box.top + box.bottom) / 2) / MM
    measured.centre = Math.max(measured.centre, across, down)
    return across > MOST_OFF_CENTRE || down > MOST_OFF_CENTRE
      ? [`“${text}” is off its centre by ${across.toFixed(2)} and ${down.toFixed(2)} mm`]
      : []
  })

const measured = { centre: 0, gap: Number.POSITIVE_INFINITY }

/** Ink beside the rules, other rules left aside; antialiasing may soften one pixel. */
const touchFaults = (page: Page, pixels: Pixels): readonly string[] => {
  const strokes = page.rules.map(({ x1, y1, x2, y2, width }) => ({
    left: pixels.of(Math.min(x1, x2) - width / 2) - 1,
    right: pixels.of(Math.max(x1, x2) + width / 2) + 1,
    top: pixels.of(Math.min(y1, y2) - width / 2) - 1,
    bottom: pixels.of(Math.max(y1, y2) + width / 2) + 1,
    upright: x1 === x2,
  }))
  const isRule = (x: number, y: number): boolean =>
    strokes.some((one) => x + 0.5 >= one.left && x + 0.5 <= one.right && y + 0.5 >= one.top && y + 0.5 <= one.bottom)
  const reach = Math.round(2 * MM)
  const faults: string[] = []
  for (const { left, right, top, bottom, upright } of strokes) {
    for (let away = 0; away < reach; away++) {
      const hit = upright
        ? [Math.floor(left) - 1 - away, Math.ceil(right) + away].some((x) =>
            span(top, bottom).some((y) => isInk(pixels, x, y) && !isRule(x, y)),
          )
        : [Math.floor(top) - 1 - away, Math.ceil(bottom) + away].some((y) =>
            span(left, right).some((x) => isInk(pixels, x, y) && !isRule(x, y)),
          )
      if (!hit) continue
      const gap = (away + 1) / MM
      measured.gap = Math.min(measured.gap, gap)
      if (gap < LEAST_GAP)
        faults.push(`ink ${gap.toFixed(2)} mm from the rule at ${((upright ? left : top) / MM).toFixed(1)} mm`)
      break
    }
  }
  return faults
}

const span = (from: number, to: number): readonly number[] => {
  const first = Math.max(0, Math.round(from))
  return Array.from({ length: Math.max(0, Math.round(to) - first) }, (_, i) => first + i)
}

const draw = async (
  { make, template, pages }: PageToDraw,
  dpi: number,
): Promise<readonly { page: Page; pixels: Pixels }[]> => {
  const rendered: RenderedForm = await renderForm(performanceTarget, make(), { template })
  return pages.map((number) => {
    const page = rendered.pages.at(number < 0 ? number : number - 1) as Page
    return { page, pixels: drawPage(rendered.pdf, page.number, dpi) }
  })
}

needs('pdftoppm')('ink', () => {
  it.each(toDraw)(
    'of $name stands clear of the rules, and labels in the middle of their parts',
    async (one) => {
      for (const { page, pixels } of await draw(one, DPI)) {
        expect([...centreFaults(page, pixels), ...touchFaults(page, pixels)]).toEqual([])
      }
      if (process.env['MEASURE']) console.log(one.name, JSON.stringify(measured))
    },
    20_000,
  )

  it('of rules has one weight for all hairlines and one for all four sides of the frame at 150 dpi', async () => {
    const [first] = toDraw
    for (const { page, pixels } of await draw(first as PageToDraw, 150)) {
      const frame = Math.max(...page.rules.map(({ width }) => width))
      const weights = page.rules.map((rule) => ({ isFrame: rule.width === frame, weight: strokeWeight(rule, pixels) }))
      expect([...new Set(weights.filter(({ isFrame }) => isFrame).map(({ weight }) => weight))]).toEqual([2])
      expect([...new Set(weights.filter(({ isFrame }) => !isFrame).map(({ weight }) => weight))]).toEqual([1])
    }
  }, 20_000)
})

/** Dark pixels across a rule, at the place along it where they are fewest: elsewhere text or another rule may join it. */
const strokeWeight = ({ x1, y1, x2, y2 }: Page['rules'][number], pixels: Pixels): number => {
  const upright = x1 === x2
  const [from, to] = upright ? [pixels.of(y1), pixels.of(y2)] : [pixels.of(x1), pixels.of(x2)]
  const at = Math.round(pixels.of(upright ? x1 : y1))
  let least = Number.POSITIVE_INFINITY
  for (let along = Math.ceil(from) + 3; along < to - 3; along++) {
    let dark = 0
    for (let across = at - 4; across <= at + 4; across++)
      if (upright ? isInk(pixels, across, along) : isInk(pixels, along, across)) dark++
    least = Math.min(least, dark)
  }
  return least
}

describe('the measuring itself', () => {
  it('knows ink from paper', () => {
    const pixels: Pixels = {
      width: 3,
      height: 2,
      grey: Uint8Array.from([255, 0, 255, 255, 10, 200]),
      of: (length) => length,
    }
    expect(inkBox(pixels, { left: 0, top: 0, right: 3, bottom: 2 })).toEqual({ left: 1, top: 0, right: 2, bottom: 2 })
  })
})
