/** The book as a whole: order, numbers, contents, outline, links, and what two-sided printing asks for. */
import { describe, expect, it } from 'vitest'
import { type PrintedPage, readPdf } from '../../src/testing/pdf/read-pdf.js'
import { form, makeBook, mixedForms } from './make-book.js'
import { readBook } from './read-book.js'

const printed = await makeBook(mixedForms)
const book = readBook(printed.pdf)
const pages = await readPdf(printed.pdf)
const words = pages.map(({ characters }) => characters.map(({ text }) => text).join(''))
const duplex = await makeBook(mixedForms, { duplex: true })
const duplexBook = readBook(duplex.pdf)
const duplexPages = await readPdf(duplex.pdf)

/** The number through the book, as it is printed. */
const folioOf = (page: string): string | undefined => /— (\d+) —/.exec(page)?.[1]

/** What stands inside a rectangle of points from the foot. */
const textWithin = (
  page: PrintedPage | undefined,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
): string =>
  (page?.characters ?? [])
    .filter(({ x, baseline }) => {
      const [px, py] = [(x * 72) / 25.4, ((297 - baseline) * 72) / 25.4]
      return px >= left - 0.1 && px < right && py > bottom && py < top
    })
    .map(({ text }) => text)
    .join('')

describe('the order of a book', () => {
  it('is by department code, then as given; forms of one department stand together, those of none last', () => {
    expect(printed.summary.entries.map(({ index, page }) => [index, page])).toEqual([
      [1, 1],
      [3, 2],
      [6, 4],
      [5, 5],
      [0, 6],
      [4, 8],
      [2, 9],
    ])
    expect(printed.summary).toMatchObject({ formCount: 7, departmentCount: 4, pageCount: 9, frontPageCount: 2 })
  })

  it('is the order of the pages', () => {
    const names = words.slice(2).flatMap((page) => /项目名称(.)主管部门/.exec(page)?.[1] ?? [])
    expect(names.join('')).toBe('一二三四五六')
    expect(pages).toHaveLength(11)
  })

  it('does not depend on the order in which departments came', async () => {
    const shuffled = await makeBook([
      ...mixedForms.filter(({ department }) => department.code === '062'),
      ...mixedForms.filter(({ department }) => department.code !== '062'),
    ])
    const other = (await readPdf(shuffled.pdf)).map(({ characters }) => characters.map(({ text }) => text).join(''))
    expect(other).toEqual(words)
  })
})

describe('page numbers', () => {
  it('run through the book beside those of each form', () => {
    expect(words.slice(2).map(folioOf)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(words[3]).toContain('第 1 页 共 2 页')
    expect(words[4]).toContain('第 2 页 共 2 页')
  })

  it('stand clear of the page foot, at the outer edge of a grid that keeps its place', () => {
    for (const page of pages.slice(2)) {
      const foot = page.characters.filter(({ baseline }) => baseline > 282)
      const dash = foot.findIndex(({ text }) => text === '—')
      const lastOfFoot = foot[dash - 1]
      expect(foot[dash]?.x).toBeGreaterThan((lastOfFoot?.x ?? 0) + 20)
      const last = foot.at(-1)
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(196, 1)
    }
  })

  it('are what readers call the pages; those before them have names of their own', () => {
    expect(book.labels).toEqual(['封面', '目录 1', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
    expect(words[1]).toMatch(/目录 1$/)
  })
})

describe('cover and contents', () => {
  it('say how much there is, and where it begins', () => {
    expect(words[0]).toContain('（2023年度）')
    expect(words[0]).toContain('部门 4 个　项目 7 个　共 9 页')
    expect(words[0]).toContain(
      '041阳泉市中小企业发展中心31041民营企业发展中心15062阳泉市人力资源和社会保障局26（未填部门）19',
    )
  })

  it('list every form, in a row of its own, with the page on which it begins', () => {
    const rows = book.pages[1]?.links.filter(({ rectangle: [left = 0] }) => left > 150) ?? []
    const texts = rows.map(({ rectangle }) => textWithin(pages[1], rectangle))
    expect(texts).toEqual([
      '1一阳泉市社会保险中心22,520,0001',
      '2二阳泉市中小企业发展中心（阳泉市民营企业发展中心）8,300,0002',
      '3三阳泉市社会保险中心22,520,0004',
      '4四阳泉市社会保险中心22,520,0005',
      '5五阳泉市中小企业发展中心（阳泉市民营企业发展中心）8,300,0006',
      '6六阳泉市社会保险中心22,520,0008',
      '7（未填项目名称）阳泉市社会保险中心22,520,0009',
    ])
    for (const { index, page } of printed.summary.entries) {
      const name = mixedForms[index]?.projectName
      if (name !== '') expect(words[page + 1]).toContain(`项目名称${name}主管部门`)
    }
  })

  it('lead to the forms they name', () => {
    const [cover, contents] = book.pages
    expect(cover?.links.map(({ to }) => to - 1)).toEqual([1, 5, 6, 9])
    const entries = contents?.links.filter(({ rectangle: [left = 0] }) => left > 150) ?? []
    expect(entries.map(({ to }) => to - 1)).toEqual([1, 2, 4, 5, 6, 8, 9])
    expect(new Set(contents?.links.map(({ to }) => to - 1))).toEqual(new Set([1, 2, 4, 5, 6, 8, 9]))
  })

  it('are links over the row, one below the other', () => {
    const tops = book.pages[0]?.links.map(({ rectangle: [, , , top = 0] }) => top) ?? []
    expect(tops).toEqual(tops.toSorted((a, b) => b - a))
    for (const { rectangle } of book.pages[0]?.links ?? []) {
      const [left = 0, bottom = 0, right = 0, top = 0] = rectangle
      expect([left, right].map((x) => Math.round((x * 25.4) / 72))).toEqual([14, 196])
      expect(top - bottom).toBeGreaterThan(10)
    }
  })
})

describe('the outline', () => {
  it('has an entry for each department, and under it one for each form', () => {
    expect(book.outline.map(({ title, page }) => [title, page - 1])).toEqual([
      ['041 阳泉市中小企业发展中心', 1],
      ['041 民营企业发展中心', 5],
      ['062 阳泉市人力资源和社会保障局', 6],
      ['（未填部门）', 9],
    ])
    expect(book.outline.map(({ items }) => items.map(({ title, page }) => [title, page - 1]))).toEqual([
      [
        ['一', 1],
        ['二', 2],
        ['三', 4],
      ],
      [['四', 5]],
      [
        ['五', 6],
        ['六', 8],
      ],
      [['（未填项目名称）', 9]],
    ])
  })

  it('opens with the departments only where it is long', async () => {
    expect(book.outline.every(({ open }) => open)).toBe(true)
    const many = await makeBook(Array.from({ length: 41 }, (_, index) => form('1', '局', String(index))))
    expect(readBook(many.pdf).outline.map(({ open, items }) => [open, items.length])).toEqual([[false, 41]])
  })
})

describe('a book for printing on both sides', () => {
  it('begins every form, the contents and the cover on a right-hand page', () => {
    expect(duplex.summary.entries.map(({ page }) => page)).toEqual([1, 3, 5, 7, 9, 11, 13])
    expect(duplex.summary).toMatchObject({ pageCount: 13, frontPageCount: 4 })
    expect(duplexBook.labels.slice(0, 6)).toEqual(['封面', '', '目录 1', '', '1', '2'])
  })

  it('has truly blank pages between, counted like the others', () => {
    const blank = duplexBook.pages.flatMap(({ contents }, index) => (contents === 0 ? [index + 1] : []))
    expect(blank).toEqual([2, 4, 6, 10, 12, 16])
    for (const page of blank) expect(duplexPages[page - 1]?.characters).toEqual([])
    const numbers = duplexPages.map(({ characters }) => folioOf(characters.map(({ text }) => text).join('')))
    expect(numbers.slice(4)).toEqual([
      '1',
      undefined,
      '3',
      '4',
      '5',
      undefined,
      '7',
      undefined,
      '9',
      '10',
      '11',
      undefined,
      '13',
    ])
  })

  it('mirrors the gutter: right-hand pages move right by it, left-hand pages left, and no character moves otherwise', () => {
    for (const { index, page, pageCount } of duplex.summary.entries) {
      const first = printed.summary.entries.find((entry) => entry.index === index)?.page ?? 0
      for (let at = 0; at < pageCount; at++) {
        const moved = duplexPages[page + 3 + at]?.characters.filter(({ baseline }) => baseline < 282) ?? []
        const still = pages[first + 1 + at]?.characters.filter(({ baseline }) => baseline < 282) ?? []
        expect(moved.map(({ text }) => text)).toEqual(still.map(({ text }) => text))
        const gutter = (page + at) % 2 === 1 ? 5 : -5
        for (const [i, { x, baseline }] of moved.entries()) {
          expect(x - (still[i]?.x ?? 0)).toBeCloseTo(gutter, 2)
          expect(baseline).toBeCloseTo(still[i]?.baseline ?? 0, 2)
        }
      }
    }
  })

  it('prints numbers at the outer edge of the moved grid', () => {
    for (const page of duplexPages.slice(4)) {
      const folio = page.characters.filter(({ baseline }) => baseline > 282).filter(({ text }) => /[—\d]/.test(text))
      const dashes = folio.filter(({ text }) => text === '—')
      if (dashes.length === 0) continue
      const [first, last] = [dashes[0], dashes.at(-1)]
      const number = Number(/— (\d+) —/.exec(page.characters.map(({ text }) => text).join(''))?.[1])
      if (number % 2 === 1) expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(201, 1)
      else expect(first?.x).toBeCloseTo(9, 1)
    }
  })

  it('leads and points to the same forms', () => {
    const starts = duplex.summary.entries.map(({ page }) => page + 3)
    expect(duplexBook.outline.flatMap(({ items }) => items.map(({ page }) => page))).toEqual(starts)
    expect(duplexBook.pages[2]?.links.filter(({ rectangle: [left = 0] }) => left > 160).map(({ to }) => to)).toEqual(
      starts,
    )
  })
})

describe('a gutter without both sides', () => {
  it('moves every page to the right', async () => {
    const { pdf } = await makeBook(mixedForms, { gutter: 8 })
    const moved = await readPdf(pdf)
    moved.forEach(({ characters }, index) => {
      const still = pages[index]?.characters ?? []
      characters.forEach(({ x }, i) => expect(x - (still[i]?.x ?? 0)).toBeCloseTo(8, 2))
    })
  })
})
