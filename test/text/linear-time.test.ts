import { describe, expect, it } from 'vitest'
import { breakLines } from '../../src/text/break-lines.js'
import { createMeasure } from '../../src/text/clusters.js'
import { normalise } from '../../src/text/normalise.js'
import { EM, emFace } from '../support/em-face.js'

const measure = createMeasure([emFace()], EM)

/** The longest field that the model lets through, of the characters a careless pattern would run over again and again. */
const hostile = [
  ' ',
  '\u3000',
  '\t',
  '\n',
  '万',
  '²',
  'a',
  '1',
  '1,',
  '1.',
  '-',
  '≥',
  '/',
  '元/',
  '—',
  '（',
  '〔2022',
  '2022年',
  '1月',
  '1日—',
  '(1',
  '3D-',
  '5·',
  '多',
  'A ',
  '①',
  '。',
  '\u0301',
]

describe('a field of 100,000 characters', () => {
  it.each(hostile)('of %j is broken without going over it again and again', { timeout: 10_000 }, (piece) => {
    const text = normalise(`${piece.repeat(Math.floor(99_998 / piece.length))}甲x`)
    const lines = breakLines(text, 5 * EM, measure)
    expect(
      lines
        .map((line) => line.text + (line.last ? '\n' : ''))
        .join('')
        .trimEnd(),
    ).toBe(text)
  })
})
