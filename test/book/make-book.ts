/** Books for tests: forms with the department, name and length that a test wants, and a book as its reader sees it. */
import { readFileSync } from 'node:fs'
import type { BookOptions, BookSummary } from '../../src/index.js'
import { renderBook } from '../../src/index.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'

const samples = new URL('../../templates/performance-target/samples/', import.meta.url)

export const sample = (name: string): PerformanceTargetInput =>
  JSON.parse(readFileSync(new URL(`${name}.json`, samples), 'utf8')) as PerformanceTargetInput

const short = sample('01-heating-allowance')
const long = sample('04-small-business-upgrade')

/** One page, or two. */
export const form = (code: string, name: string, projectName: string, pages: 1 | 2 = 1): PerformanceTargetInput => ({
  ...(pages === 1 ? short : long),
  department: { code, name },
  projectName,
})

export interface Made {
  readonly pdf: Uint8Array
  readonly pieces: readonly Uint8Array[]
  readonly summary: BookSummary
}

type Records = Iterable<PerformanceTargetInput | Uint8Array> | AsyncIterable<PerformanceTargetInput | Uint8Array>

export const makeBook = async (records: Records, options: BookOptions = {}): Promise<Made> => {
  const pieces: Uint8Array[] = []
  const book = renderBook(performanceTarget, records, options)
  for (;;) {
    const { done, value } = await book.next()
    if (done === true) return { pdf: Buffer.concat(pieces), pieces, summary: value }
    pieces.push(value)
  }
}

/** Departments out of order, one code with two names, and none at all: the order of the book is given by the numbers. */
export const mixedForms: readonly PerformanceTargetInput[] = [
  form('062', '阳泉市人力资源和社会保障局', '五', 2),
  form('041', '阳泉市中小企业发展中心', '一'),
  form('', '', ''),
  form('041', '阳泉市中小企业发展中心', '二', 2),
  form('062', '阳泉市人力资源和社会保障局', '六'),
  form('041', '民营企业发展中心', '四'),
  form(' 041', '阳泉市中小企业发展中心 ', '三'),
]
