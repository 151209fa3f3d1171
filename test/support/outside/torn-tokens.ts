/** Finds numbers, dates and document numbers that a line break tears although a line could hold them whole (typography.md). */
import type { Page } from '../../../src/layout/page.js'

const UNIT = '(?:百分比|万元|亿元|人次|平方米|公里|元|户|人|家|年|月|日|号|个|项|米|处|套|场|次|%|‰|℃)'
const TOKEN = new RegExp(
  [
    '〔\\d{4}〕\\d+号',
    '\\d{4}年\\d{1,2}月\\d{1,2}日',
    `[≥≤<>=±+-]?\\d+(?:,\\d{3})*(?:\\.\\d+)?${UNIT}(?:/${UNIT})*`,
    '[≥≤<>=±+-]?\\d+(?:,\\d{3})*(?:\\.\\d+)?',
    '[A-Za-z]{2,}',
  ].join('|'),
  'g',
)

/** Widths in ems, on the safe side: no Latin letter or digit of the shipped fonts is wider on the average. */
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character <= '~' ? 0.62 : 1), 0)

/** Marks before and behind the token may have to go with it. */
const COMPANIONS = 2.5

/** Beside one of these a token is part of a longer one, which perhaps no line can hold. */
const PART = /[!-~—–～]/

export const tornTokens = (
  pages: readonly Page[],
  paragraphs: (path: string) => string | undefined,
): readonly string[] =>
  pages.flatMap((page) =>
    page.cells.flatMap((cell, index) => {
      const runs = page.runs.filter((run) => run.cell === index)
      const [first] = runs
      if (!first || cell.path === undefined) return []
      const lines: string[] = []
      for (const run of runs) lines[run.line] = (lines[run.line] ?? '') + run.text
      const room = cell.width / first.size - 0.6
      const source = paragraphs(cell.path)
      return lines.slice(0, -1).flatMap((line, i) => {
        const joined = (line ?? '') + (lines[i + 1] ?? '')
        // A line that ends its paragraph was not broken.
        if (source === undefined || !source.includes(joined)) return []
        const at = (line ?? '').length
        return Array.from(joined.matchAll(TOKEN))
          .filter(
            ({ 0: token, index: start }) =>
              start < at && start + token.length > at && widthOf(token) + COMPANIONS < room,
          )
          .filter(
            ({ 0: token, index: start }) =>
              !PART.test(joined[start - 1] ?? '') && !PART.test(joined[start + token.length] ?? ''),
          )
          .map(({ 0: token }) => `page ${page.number}, ${cell.path}: “${token}” in “${line}” / “${lines[i + 1]}”`)
      })
    }),
  )
