/** Books that try to break the front matter: long names, rare characters, hundreds of departments, no department, foreign templates. */
import { describe, expect, it } from 'vitest'
import { arrangeBook } from '../../src/book/arrange-book.js'
import { arrangeFront } from '../../src/book/compose-front.js'
import { findLinks } from '../../src/book/find-links.js'
import { latestDate } from '../../src/book/latest-date.js'
import { setFront } from '../../src/book/set-front.js'
import { openFontBook } from '../../src/fonts/font-book.js'
import { type BookResult, defineForm, FormError, renderBook } from '../../src/index.js'
import { shippedFonts } from '../../src/platform/fonts-folder.js'
import type { Content } from '../../src/template/template.js'
import { readPdf } from '../../src/testing/pdf/read-pdf.js'
import { type PerformanceTargetInput, performanceTarget } from '../../templates/index.js'
import { pageFaults } from '../support/page-faults.js'
import { form, makeBook, sample } from './make-book.js'
import { readBook } from './read-book.js'

const textOf = (page: { readonly characters: readonly { readonly text: string }[] } | undefined): string =>
  page?.characters.map(({ text }) => text).join('') ?? ''

const { book } = performanceTarget
if (book === undefined) throw new Error('the form has a book')

/** The form with a book of its own, and what is printed of it. */
const bind = async (changed: Partial<typeof book>, name = '甲'): Promise<Uint8Array> => {
  const own = defineForm({ ...performanceTarget, book: { ...book, ...changed } })
  const pieces: Uint8Array[] = []
  for await (const piece of renderBook(own, [form('1', '局', name)])) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('an entry', () => {
  it('keeps every character of a long name, in the contents and in the outline', async () => {
    const name = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x4e00 + 7 * index)).join('')
    const { pdf, summary } = await makeBook([
      form('041', '阳泉市中小企业发展中心'.repeat(9), name),
      form('041', '乙', '丙'),
    ])
    const front = (await readPdf(pdf)).slice(0, summary.frontPageCount).map(textOf).join('')
    expect(front).toContain(name)
    expect(
      readBook(pdf)
        .outline.flatMap(({ items }) => items.map(({ title }) => title))
        .toSorted(),
    ).toEqual(['丙', name].toSorted())
  })

  it('has rare characters, surrogates and selectors as they are, and line ends as blanks', async () => {
    const names = ['㐂𬱖䶮\u{20BB7}', '葛\u{E0100}城', '一行\n\n二行', '(\\)<>&%#']
    const { pdf, summary } = await makeBook(names.map((name) => form('1', '局', name)))
    const titles = readBook(pdf).outline[0]?.items.map(({ title }) => title)
    expect(titles).toEqual(['㐂𬱖䶮\u{20BB7}', '葛\u{E0100}城', '一行 二行', '(\\)<>&%#'])
    const front = (await readPdf(pdf)).slice(0, summary.frontPageCount).map(textOf).join('')
    for (const name of names) expect(front).toContain(name.replaceAll('\n', ''))
  })

  it('is of the one department whose name is spelt in two ways that Unicode takes for the same', async () => {
    const { pdf } = await makeBook(['Caf\u00e9局', 'Cafe\u0301局'].map((name) => form('1', name, '项目')))
    expect(readBook(pdf).outline.length).toBe(1)
  })

  it('has its numbers whole: codes of nine digits, and amounts that stand on one line on the form', async () => {
    const amounts = ['99999999.99', '1234567890', '12345678901.23']
    const entries = amounts.map((annualTotal, index) => ({
      index,
      code: '071002001',
      name: '局',
      title: '项目',
      year: '2023',
      fields: { implementingUnit: '局', annualTotal },
      pages: [],
    }))
    const order = arrangeBook(entries, false)
    const { contents } = setFront(book, order, '汇编', openFontBook({ shipped: shippedFonts() }))
    const lines = contents.flatMap((page) => page.runs.map(({ text }) => text))
    for (const number of ['071002001', '99,999,999.99', '1,234,567,890', '12,345,678,901.23'])
      expect(lines).toContain(number)
  })

  it('of an empty form stands there with words for what is missing', async () => {
    const { pdf, summary } = await makeBook([sample('11-empty-form')])
    expect(readBook(pdf).outline).toMatchObject([{ title: '（未填部门）', items: [{ title: '（未填项目名称）' }] }])
    expect(textOf((await readPdf(pdf))[1])).toContain('（未填部门）1（未填项目名称）1')
    expect(summary).toMatchObject({ formCount: 1, departmentCount: 1, pageCount: 1 })
  })
})

/** A plan without forms being printed: only the words and page numbers count for the front matter. */
const plan = (count: number, departments: number) =>
  arrangeBook(
    Array.from({ length: count }, (_, index) => ({
      index,
      code: String(100 + (index % departments)),
      name: `第${index % departments}局`,
      title: `项目${index}`,
      year: '2023',
      fields: { implementingUnit: `单位${index}`, annualTotal: '1000000' },
      pages: [
        { painted: { content: '', width: 1, height: 1, shift: 0 }, folio: { align: 'right', x: 0, y: 0, width: 0 } },
      ],
    })),
    false,
  )

describe('long contents', () => {
  it('give each page of a long cover a name of its own', () => {
    const { cover, contents } = setFront(book, plan(60, 40), '汇编', openFontBook({ shipped: shippedFonts() }))
    const labels = arrangeFront({ cover, contents }, book, false).map(({ label }) => label)
    expect(labels.slice(0, 3)).toEqual(['封面', '封面 2', '目录 1'])
    expect(new Set(labels).size).toBe(labels.length)
  })

  const faces = openFontBook({ shipped: shippedFonts() })
  const ordered = plan(3000, 211)
  const { cover, contents } = setFront(book, ordered, '汇编', faces)

  it('go on over as many pages as they need, heads and department labels standing again, nothing overlapping', () => {
    expect(contents.length).toBeGreaterThan(60)
    expect(cover.length).toBeGreaterThan(5)
    for (const pages of [contents, cover]) expect(pageFaults(pages)).toEqual([])
    // A loose sheet of either says what book it is of.
    for (const page of [...contents.slice(1), ...cover.slice(1)])
      expect(page.cells.some(({ role }) => role === 'pageHead')).toBe(true)
    for (const page of contents) {
      expect(page.cells.filter(({ role }) => role === 'head').length).toBeGreaterThanOrEqual(7)
      expect(page.cells.some(({ path }) => path?.startsWith('departments['))).toBe(true)
    }
  })

  it('have each form once, in order, with its page', () => {
    const pagesOf = contents.flatMap((page) =>
      page.cells.flatMap(({ path }, index) => {
        if (path === undefined || !/\.entries\[\d+\]\.page$/.test(path)) return []
        return [
          Number(
            page.runs
              .filter(({ cell }) => cell === index)
              .map(({ text }) => text)
              .join(''),
          ),
        ]
      }),
    )
    expect(pagesOf).toEqual(Array.from({ length: 3000 }, (_, index) => index + 1))
  })

  it('lead from every row to its form', () => {
    const targets = contents.flatMap((page) =>
      findLinks(page, ordered, (number) => ({ page: String(number), height: 1 })),
    )
    const reached = new Set(targets.map(({ target }) => Number(target.page)))
    expect(reached.size).toBe(3000)
    expect(targets.every(({ width, height }) => width > 0 && height > 0)).toBe(true)
  })
})

describe('the number at the foot', () => {
  it('goes below a page foot that stands in its way', async () => {
    const template = structuredClone(performanceTarget.templates['yangquan-2023'])
    if (template === undefined) throw new Error('the variant is there')
    const wide = {
      ...template,
      pageFoot: { type: 'furniture', content: `${'本表一式三份'.repeat(12)} {page}/{pages}` },
    }
    const { pdf } = await makeBook([form('1', '局', '甲')], { template: wide })
    const page = (await readPdf(pdf))[2]
    const foot = page?.characters.filter(({ baseline }) => baseline > 283) ?? []
    const [number, words] = [foot.filter(({ text }) => text === '—'), foot.filter(({ text }) => text === '本')]
    expect((number[0]?.baseline ?? 0) - (words[0]?.baseline ?? 0)).toBeGreaterThan(3)
    expect(number[0]?.baseline).toBeLessThan(292)
  })
})

describe('the words of a book', () => {
  it('have the number of a page wherever the folio asks for it', async () => {
    const pdf = await bind({ folio: { ...book.folio, content: '{page}—{page}' } })
    expect(textOf((await readPdf(pdf))[2])).toContain('1—1')
  })
})

/** No shipped font has it. */
const UNKNOWN = '\u{30EDE}'

/** What the book is refused with, and how many records were taken before. */
const refusalOf = async (changed: Partial<typeof book>, record = form('1', '局', '甲')) => {
  const own = defineForm({ ...performanceTarget, book: { ...book, ...changed } })
  let taken = 0
  function* records(): Generator<PerformanceTargetInput> {
    for (const one of [record]) {
      taken += 1
      yield one
    }
  }
  try {
    for await (const piece of renderBook(own, records(), { template: 'national-2015' })) expect(piece).toBeDefined()
  } catch (error) {
    if (!(error instanceof FormError)) throw error
    const [first] = error.diagnostics
    return { kind: error.kind, taken, count: error.diagnostics.length, code: first?.code, path: first?.path, first }
  }
  return undefined
}

describe('a character that no font has', () => {
  const { contents, cover } = book
  const entries = contents.sections[0]
  if (entries?.kind !== 'groups') throw new Error('the contents list groups')
  const [side] = entries.sides
  if (side === undefined) throw new Error('the contents list entries')
  const withTitle = (content: Content) => ({
    ...contents,
    sections: [{ ...entries, sides: [{ ...side, cells: side.cells.with(1, { columns: [4, 4], content }) }] }],
  })

  it.each<[string, Partial<typeof book>]>([
    [
      'heading of the contents',
      { contents: { ...contents, title: UNKNOWN, heading: [{ role: 'title', type: 'title' }] } },
    ],
    ['foot of the contents', { contents: { ...contents, pageFoot: { type: 'furniture', content: UNKNOWN } } }],
    ['words of the contents for a blank', { contents: withTitle({ field: 'title', blank: UNKNOWN }) }],
    ['words of the contents around a field', { contents: withTitle({ field: 'title', suffix: UNKNOWN }) }],
    ['words of the cover', { cover: { ...cover, heading: [{ type: 'title', content: UNKNOWN }] } }],
    ['folio', { folio: { ...book.folio, content: `{page}${UNKNOWN}` } }],
  ])('in the %s is refused before the first record', async (_, changed) => {
    expect(await refusalOf(changed)).toMatchObject({
      kind: 'usage',
      taken: 0,
      count: 1,
      code: 'character-missing',
      path: '',
    })
  })

  it('in a field that only the contents print is a fault of its record, under its own path and label', async () => {
    const fields = { implementingUnit: 'plan', annualTotal: 'funding.annual.total' }
    const record = { ...form('1', '局', '甲'), plan: `计划${UNKNOWN}` }
    expect(await refusalOf({ fields }, record)).toMatchObject({
      kind: 'data',
      taken: 1,
      count: 1,
      code: 'character-missing',
      path: 'plan',
      first: { label: '项目实施计划', facts: { characters: [`${UNKNOWN} U+30EDE`] } },
    })
    expect(await refusalOf({}, record)).toBeUndefined()
    const results: string[] = []
    const own = defineForm({ ...performanceTarget, book: { ...book, fields } })
    const onForm = ({ kind, index }: BookResult): void => void results.push(`${kind} ${index}`)
    const records = [form('1', '局', '甲'), record, form('1', '局', '乙')]
    for await (const piece of renderBook(own, records, { template: 'national-2015', onForm }))
      expect(piece).toBeDefined()
    expect(results).toEqual(['printed 0', 'failed 1', 'printed 2'])
  })
})

describe('a form of somebody else', () => {
  it('is bound by what its own definition says, without years and further fields', async () => {
    const { year: _, ...yearless } = book
    const own = defineForm({ ...performanceTarget, book: { ...yearless, title: 'implementingUnit', fields: {} } })
    const pieces: Uint8Array[] = []
    for await (const piece of renderBook(own, [form('1', '局', '甲')])) pieces.push(piece)
    const pdf = Buffer.concat(pieces)
    expect(readBook(pdf).outline[0]?.items[0]?.title).toBe('阳泉市社会保险中心')
    expect(textOf((await readPdf(pdf))[0])).toContain('（　　　年度）')
  })

  it('says in its contents of a date what stands on the form, and refuses a field that is none', async () => {
    const fields = { implementingUnit: 'signature.filledAt', annualTotal: 'funding.annual.total' }
    const pdf = await bind({ ...book, fields })
    expect(textOf((await readPdf(pdf))[1])).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/)
    await expect(bind({ ...book, fields: { ...fields, implementingUnit: 'funding.annual' } })).rejects.toThrow(
      'funding.annual：版式“performance-target-contents”要在一格里印出这一项',
    )
  })

  it('may have its templates from JSON', async () => {
    const pdf = await bind(JSON.parse(JSON.stringify(book)) as typeof book)
    expect(Buffer.from(pdf).equals((await makeBook([form('1', '局', '甲')])).pdf)).toBe(true)
  })
})

describe('the latest date', () => {
  it.each([
    ['2023-01-28T10:47:20+08:00', '2023-01-28T03:00:00Z', '2023-01-28T03:00:00Z'],
    ['2023-01-28T10:47:20+08:00', '2023-01-28T02:00:00Z', '2023-01-28T10:47:20+08:00'],
    ['2023-01-28T00:00:00-0530', '2023-01-28T05:29:59Z', '2023-01-28T00:00:00-0530'],
    ['2023-01-01', '2022-12-31T23:59:59', '2023-01-01'],
    // Without an offset it is Chinese time: 10:00 of it is 02:00 elsewhere.
    ['2023-01-28T10:00:00', '2023-01-28T02:30:00Z', '2023-01-28T02:30:00Z'],
    [undefined, '2023-01-01', '2023-01-01'],
    ['2023-01-01', undefined, '2023-01-01'],
    [undefined, undefined, undefined],
  ])('of %s and %s is %s', (a, b, latest) => expect(latestDate(a, b)).toBe(latest))
})
