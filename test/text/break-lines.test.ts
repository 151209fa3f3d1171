import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from '../../src/text/break-lines.js'
import { createMeasure } from '../../src/text/clusters.js'
import { isLineEndProhibited, isLineStartProhibited } from '../../src/text/kinsoku.js'
import { normalise } from '../../src/text/normalise.js'
import { readCases } from '../support/cases.js'
import { EM, emFace } from '../support/em-face.js'

const measure = createMeasure([emFace()], EM)

describe('line breaking, case by case', () => {
  it.each(readCases('line-break.txt'))('$title', ({ given, expected }) => {
    const [width = '0', text = ''] = given
    const lines = breakLines(normalise(text.replaceAll('\\n', '\n')), Number(width) * EM, measure)
    expect(lines.map((line) => line.text)).toEqual(expected)
  })
})

const character = fc.constantFrom(
  ...'甲乙丙丁𠮷。，、；：？！…—～·）》〉】〕』」”’％‰℃.,;:?!)]}%（《〈【〔『「“‘￥＄№([{0123456789aB/-+ 　年月日万元人次户',
)
const paragraph = fc.array(character, { maxLength: 120 }).map((characters) => characters.join(''))
const width = fc.integer({ min: 1, max: 20 })

describe('line breaking, for every text and width', () => {
  it('joins to the normalised input', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 4 }), width, (paragraphs, em) => {
        const text = normalise(paragraphs.join('\n'))
        const lines = breakLines(text, em * EM, measure)
        const joined = lines.map((line, i) => line.text + (line.last && i + 1 < lines.length ? '\n' : '')).join('')
        expect(joined).toBe(text)
      }),
    )
  })

  it('fills no line beyond its width, unless one cluster does', () => {
    fc.assert(
      fc.property(paragraph, width, (text, em) => {
        for (const line of breakLines(normalise(text), em * EM, measure)) {
          expect(line.width).toBe(line.clusters.reduce((sum, cluster) => sum + cluster.width, 0))
          if (line.clusters.length > 1) expect(line.width).toBeLessThanOrEqual(em * EM)
        }
      }),
    )
  })

  it('begins and ends no line with a forbidden mark where the line has a legal break', () => {
    fc.assert(
      fc.property(paragraph, width, (text, em) => {
        const lines = breakLines(normalise(text), em * EM, measure)
        lines.slice(0, -1).forEach((line, i) => {
          const next = lines[i + 1]?.clusters[0]?.text ?? '甲'
          const last = line.clusters.at(-1)?.text ?? '甲'
          if (!isLineStartProhibited(next) && !isLineEndProhibited(last)) return
          expect(hasLegalBreak(line.clusters.map((cluster) => cluster.text))).toBe(false)
        })
      }),
    )
  })

  it('marks half an em only beside another mark or at a line end', () => {
    fc.assert(
      fc.property(paragraph, width, (text, em) => {
        for (const line of breakLines(normalise(text), em * EM, measure))
          for (const cluster of line.clusters) {
            expect(cluster.width === EM / 2 && cluster.text >= '\u2000').toBe(cluster.half !== undefined)
          }
      }),
    )
  })
})

/** Whether a line could have ended earlier without a forbidden mark at either side of the break. */
const hasLegalBreak = (clusters: readonly string[]): boolean => {
  const isBlank = (text: string): boolean => text === ' ' || text === '　'
  let visible = ''
  return clusters.slice(0, -1).some((cluster, i) => {
    if (!isBlank(cluster)) visible = cluster
    const next = clusters[i + 1] ?? ''
    return !isBlank(next) && !isLineStartProhibited(next) && !isLineEndProhibited(visible)
  })
}
