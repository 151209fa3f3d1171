import { describe, expect, test } from 'vitest'
import type { CellRole } from '../../../src/layout/page.js'
import { findHeaders, type GridCell } from '../../../src/paint/structure/find-headers.js'

/** A row of a drawn grid: cells from left to right, `H:` a column head, `L:` a label, else a value; `×2` columns, `↓2` rows. */
type Row = readonly string[]

const ROLES: Readonly<Record<string, CellRole>> = { H: 'head', L: 'label', V: 'value' }

/** Cells in reading order. A cell takes the first columns of its row that no cell above reaches into. */
function draw(rows: readonly Row[]): GridCell[] {
  const taken = new Set<string>()
  return rows.flatMap((words, row) => {
    let column = 0
    return words.map((drawn): GridCell => {
      const [, role = 'V', text = '', columns = '1', spanned = '1', path] =
        /^(?:([HL]):)?([^×↓@]*)(?:×(\d))?(?:↓(\d))?(?:@(.*))?$/.exec(drawn) ?? []
      while (taken.has(`${row} ${column}`)) column++
      const [columnSpan, rowSpan] = [Number(columns), Number(spanned)]
      const cell = {
        role: ROLES[role] ?? 'value',
        x: 0,
        y: 0,
        width: 1,
        height: 1,
        framed: true,
        row,
        rowSpan,
        column,
        columnSpan,
        part: 1,
        parts: 1,
        repeated: false,
      }
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r} ${c}`)
      return { cell: { ...cell, ...(path === undefined ? {} : { path }) }, text, pieces: [] }
    })
  })
}

/** The headers of the cell with this text, joined by spaces. */
const headersOf = (rows: readonly Row[], text: string): string => {
  const cells = draw(rows)
  const found = cells.filter((cell) => cell.text === text)
  expect(found).toHaveLength(1)
  return (findHeaders(cells).get(found[0] as GridCell) ?? []).map((header) => header.text).join(' ')
}

describe('pairs of label and value', () => {
  const rows = [
    ['L:名称', '甲×3'],
    ['L:部门', '乙', 'L:单位', '丙'],
  ]
  test('the label right before it', () => {
    expect(headersOf(rows, '甲')).toBe('名称')
    expect(headersOf(rows, '丙')).toBe('单位')
  })
  const funding = [
    ['L:资金↓3', 'L:期总额', '1', 'L:年总额', '2'],
    ['L:中央', '3', 'L:中央', '4'],
    ['L:其他期', '5', 'L:其他年', '6'],
  ]
  test('a label over several rows is said of all in them', () => expect(headersOf(funding, '2')).toBe('资金 年总额'))
  test('where words stand twice in a row, the first row tells the sides apart', () => {
    expect(headersOf(funding, '3')).toBe('资金 期总额 中央')
    expect(headersOf(funding, '4')).toBe('资金 年总额 中央')
    expect(headersOf(funding, '6')).toBe('资金 其他年')
  })
})

describe('column heads', () => {
  test('a head above, a label before', () => {
    const rows = [
      ['L:目标↓2', 'H:期', 'H:年'],
      ['甲', '乙'],
    ]
    expect(headersOf(rows, '甲')).toBe('期 目标')
    expect(headersOf(rows, '乙')).toBe('年 目标')
  })
  test('end where a cell stands across them', () => {
    const rows = [
      ['H:一', 'H:二', 'H:三'],
      ['L:甲', '乙', '丙'],
      ['L:丁×2', '戊'],
      ['L:己', '庚', '辛'],
    ]
    expect(headersOf(rows, '丙')).toBe('三 甲')
    expect(headersOf(rows, '戊')).toBe('丁')
    expect(headersOf(rows, '辛')).toBe('')
  })
  test('are replaced by as many others', () => {
    const rows = [
      ['H:一', 'H:二'],
      ['L:甲', '乙'],
      ['H:三', 'H:四'],
      ['L:丙', '丁'],
    ]
    expect(headersOf(rows, '丁')).toBe('四 丙')
  })
  test('stand over those that divide them', () => {
    const rows = [
      ['H:期×2', 'H:年×2'],
      ['H:名', 'H:值', 'H:名', 'H:值'],
      ['甲', '乙', '丙', '丁'],
    ]
    expect(headersOf(rows, '丁')).toBe('年 值')
    const tall = [
      ['H:组↓2', 'H:期×2'],
      ['H:名', 'H:值'],
      ['L:甲', '乙', '丙'],
    ]
    expect(headersOf(tall, '丙')).toBe('期 值 甲')
  })
})

describe('groups and items', () => {
  const rows = [
    ['H:组', 'H:名', 'H:值', 'H:组', 'H:名', 'H:值'],
    ['L:数量', '甲@g[0].a[0].name', '1@g[0].a[0].value', 'L:数量年', '乙@g[0].b[0].name', '2@g[0].b[0].value'],
  ]
  test('the first cell of an item names the rest of it', () => expect(headersOf(rows, '1')).toBe('值 数量 甲'))
  test('of two labels under the same words the nearer is meant', () =>
    expect(headersOf(rows, '2')).toBe('值 数量年 乙'))
  test('a name has no name', () => expect(headersOf(rows, '乙')).toBe('名 数量年'))
})
